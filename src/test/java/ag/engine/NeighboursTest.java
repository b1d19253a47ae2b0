package ag.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dot products and {@code tanh} of neighbours are taken together; every digit is as if each node were taken by itself. */
final class NeighboursTest {
    private final List<Integer> born = new ArrayList<>();
    private final Tape tape = new Tape(16, false, born::add);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 6, 7, 100})
    void productsOfMatricesHaveTheDigitsOfTheirNodes(int inner) {
        int rows = 3;
        int columns = 11;
        int left = inputs(rows * inner, 1);
        int right = inputs(columns * inner, 2);
        int start = tape.size();
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                tape.dotRuns(left + i * inner, right + j * inner, inner);
            }
        }
        for (int j = 0; j < columns; j++) {
            tape.dotRuns(right + j * inner, left + inner, inner);
        }
        holds(left, start);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, -1, -3, -8})
    void runsThatOverlapOrGoBackHaveTheDigitsOfTheirNodes(int step) {
        int inner = 5;
        int x = inputs(200, 3);
        int start = tape.size();
        for (int j = 0; j < 12; j++) {
            tape.dotRuns(x, x + 100 + j * step, inner);
        }
        for (int j = 0; j < 12; j++) {
            tape.dotRuns(x + 100 + j * step, x + 98, inner);
        }
        for (int j = 0; j < 8; j++) {
            tape.dotRuns(x + j * inner, x + j * inner, inner);
        }
        holds(x, start);
    }

    @Test
    void dotProductsOfDotProductsBesideThemHaveTheDigitsOfTheirNodes() {
        int x = inputs(40, 4);
        int start = tape.size();
        for (int j = 0; j < 40; j++) {
            tape.dotRuns(x, tape.size() - 3, 3);
        }
        for (int j = 0; j < 20; j++) {
            tape.dotRuns(tape.size() - 2, x + 2 * j, 2);
        }
        for (int j = 0; j < 20; j++) {
            tape.dotRuns(x, tape.size() - 1, 1);
        }
        holds(x, start);
    }

    @Test
    void aMatrixTimesItsTransposeHasTheDigitsOfItsNodes() {
        int rows = 9;
        int inner = 4;
        int x = inputs(rows * inner, 8);
        int start = tape.size();
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < rows; j++) {
                tape.dotRuns(x + i * inner, x + j * inner, inner);
            }
        }
        holds(x, start);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 11, 12, 13, 40, 255, 256, 257, 700})
    void rowsOfTanhHaveTheDigitsOfTheirNodes(int length) {
        int x = inputs(length, 5);
        int start = tape.size();
        for (int depth = 0; depth < 3; depth++) {
            int from = depth == 0 ? x : tape.size() - length;
            for (int i = 0; i < length; i++) {
                tape.apply(Operation.TANH, from + i);
            }
        }
        holds(x, start);
    }

    @Test
    void aChainOfTanhHasTheDigitsOfItsNodes() {
        int x = inputs(3, 6);
        int start = tape.size();
        for (int i = 0; i < 60; i++) {
            tape.apply(Operation.TANH, tape.size() - 3);
        }
        holds(x, start);
    }

    @Test
    void whatHasNoValueIsToldOfEachNode() {
        int inner = 3;
        int x = inputs(8 * inner, 7);
        int start = tape.size();
        for (int j = 0; j < 7; j++) {
            tape.dotRuns(x, x + (j + 1) * inner, inner);
        }
        for (int j = 0; j < 14; j++) {
            tape.apply(Operation.TANH, x + j);
        }
        tape.set(x, 1e200);
        tape.set(x + 2 * inner, 1e200);
        tape.set(x + 5 * inner, -1e200);
        tape.value(tape.size() - 1);
        assertThat(born).containsExactly(start + 1, start + 4);
        tape.set(x + 3, Double.POSITIVE_INFINITY);
        tape.value(tape.size() - 1);
        assertThat(born).containsExactly(start + 1, start + 4);
        assertValues(start);
    }

    /** Neighbouring inputs, most of them small, some far out. */
    private int inputs(int count, int seed) {
        Random random = new Random(seed);
        int start = tape.size();
        for (int i = 0; i < count; i++) {
            tape.input(random.nextGaussian() * (i % 17 == 5 ? 30 : 1));
        }
        return start;
    }

    /** Values after inputs have changed, and gradients of a sum of all nodes from one on. */
    private void holds(int firstInput, int start) {
        int end = tape.size();
        int root = tape.constant(0);
        for (int node = start; node < end; node++) {
            root = tape.add(root, tape.multiply(node, tape.constant(1 + 1.0 / node)));
        }
        for (int round = 0; round < 2; round++) {
            tape.backward(root);
            assertGradients(root);
            for (int input = firstInput; tape.isInput(input); input += 3) {
                tape.set(input, tape.value(input) * 0.7 - 0.1);
            }
            tape.value(root);
            assertValues(start);
        }
        tape.set(firstInput, 1e300);
        tape.value(root);
        assertValues(start);
        tape.backward(root);
        assertGradients(root);
    }

    private void assertValues(int start) {
        for (int node = start; node < tape.size(); node++) {
            assertSame(tape.value(node), ForwardPass.byTable(tape, node), node);
        }
    }

    /** One node after the other, from the root down. */
    private void assertGradients(int root) {
        double[] gradients = new double[root + 1];
        gradients[root] = 1;
        for (int node = root; node >= 0; node--) {
            int[] operands = tape.operands(node);
            for (int i = 0; i < operands.length && tape.columns.isReached(node); i++) {
                gradients[operands[i]] += gradients[node] * LocalDerivative.value(tape, node, i);
            }
            assertSame(tape.gradient(node), gradients[node], node);
        }
    }

    private static void assertSame(double actual, double expected, int node) {
        assertThat(Double.doubleToLongBits(actual))
                .as("node %d: %s", node, actual)
                .isEqualTo(Double.doubleToLongBits(expected));
    }
}
