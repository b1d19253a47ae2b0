package ag.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows of the table that take a vector. */
final class ReductionTest {
    private static final int LENGTH = 6;

    static Stream<Operation> reductions() {
        return Arrays.stream(Operation.values()).filter(row -> row.kind() == Operation.Kind.REDUCTION);
    }

    @ParameterizedTest
    @MethodSource("reductions")
    void derivativesAgreeWithDifferences(Operation operation) {
        double[] v = vector(operation);
        Tape tape = new Tape();
        int[] x = inputs(tape, v);
        int y = tape.reduce(operation, x);
        tape.backward(y);
        for (int k = 0; k < v.length; k++) {
            int moving = k;
            double numeric = DerivativeCheck.difference(moved -> value(operation, v, moving, moved), v[k]);
            assertThat(DerivativeCheck.agree(tape.gradient(x[k]), numeric))
                    .as("derivative %d: %s and %s", k, tape.gradient(x[k]), numeric)
                    .isTrue();
            assertThat(LocalDerivative.value(tape, y, k)).isEqualTo(tape.gradient(x[k]));
        }
    }

    @ParameterizedTest
    @MethodSource("reductions")
    void codeAndSourceOfADerivativeAgree(Operation operation) {
        double[] v = vector(operation);
        Tape tape = new Tape();
        int y = tape.reduce(operation, inputs(tape, v));
        for (int k = 0; k < v.length; k++) {
            Map<String, Double> variables =
                    Map.of("x", v[k], "y", tape.value(y), "ties", 1.0, "partner", v[(k + v.length / 2) % v.length]);
            double source = RuleNumbers.value(LocalDerivative.rules(operation).getFirst(), variables);
            assertThat(DerivativeCheck.same(LocalDerivative.value(tape, y, k), source))
                    .as("derivative %d", k)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("reductions")
    void secondDerivativesAgreeWithDifferencesOfTheFirst(Operation operation) {
        double[] v = vector(operation);
        Tape tape = new Tape();
        int[] x = inputs(tape, v);
        int[] first = GradientGraph.reverse(tape, tape.reduce(operation, x), x).nodes();
        for (int k = 0; k < v.length; k++) {
            tape.backward(first[k]);
            for (int j = 0; j < v.length; j++) {
                double second = tape.gradient(x[j]);
                int of = k;
                int moving = j;
                double numeric = DerivativeCheck.difference(moved -> slope(operation, v, of, moving, moved), v[j]);
                assertThat(DerivativeCheck.agree(second, numeric))
                        .as("second derivative %d %d: %s and %s", k, j, second, numeric)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("reductions")
    void settingAnElementRecomputes(Operation operation) {
        double[] v = vector(operation);
        Tape tape = new Tape();
        int[] x = inputs(tape, v);
        int y = tape.reduce(operation, x);
        tape.set(x[1], 2.25);
        assertThat(tape.value(y)).isEqualTo(value(operation, v, 1, 2.25));
    }

    @Test
    void valuesAreTheTextbooks() {
        Tape tape = new Tape();
        int[] v = inputs(tape, 1, -2, 2);
        assertThat(tape.value(tape.reduce(Operation.SUM, v))).isEqualTo(1);
        assertThat(tape.value(tape.reduce(Operation.LARGEST, v))).isEqualTo(2);
        assertThat(tape.value(tape.reduce(Operation.SMALLEST, v))).isEqualTo(-2);
        assertThat(tape.value(tape.reduce(Operation.NORM, v))).isEqualTo(3);
        assertThat(tape.value(tape.reduce(Operation.LOGSUMEXP, v)))
                .isCloseTo(Math.log(Math.exp(1) + Math.exp(-2) + Math.exp(2)), Offset.offset(1e-15));
    }

    @ParameterizedTest
    @CsvSource({"1e200", "1e-200", "1e-320", "1e308", "3"})
    void theNormNeitherOverflowsNorVanishes(double size) {
        Tape tape = new Tape();
        int[] v = inputs(tape, 0.6 * size, 0.8 * size);
        int norm = tape.reduce(Operation.NORM, v);
        // Denormal numbers have few digits left.
        assertThat(tape.value(norm)).isCloseTo(size, Offset.offset(size * 1e-15 + 2 * Double.MIN_VALUE));
        tape.backward(norm);
        assertThat(tape.gradient(v[0])).isCloseTo(0.6, Offset.offset(1e-3));
    }

    @Test
    void logsumexpNeitherOverflowsNorVanishes() {
        Tape tape = new Tape();
        assertThat(tape.value(tape.reduce(Operation.LOGSUMEXP, inputs(tape, 1e5, 1e5))))
                .isCloseTo(1e5 + Math.log(2), Offset.offset(1e-10));
        assertThat(tape.value(tape.reduce(Operation.LOGSUMEXP, inputs(tape, -1e5, -1e5))))
                .isCloseTo(-1e5 + Math.log(2), Offset.offset(1e-10));
    }

    @Test
    void logsumexpOfMinusInfinitiesIsMinusInfinityWithoutNaN() {
        Tape tape = new Tape();
        int[] v = inputs(tape, Double.NEGATIVE_INFINITY, 0);
        int y = tape.reduce(Operation.LOGSUMEXP, v);
        assertThat(tape.value(y)).isEqualTo(0);
        tape.backward(y);
        assertThat(tape.gradient(v[0])).isEqualTo(0);
        assertThat(tape.gradient(v[1])).isEqualTo(1);

        int[] nothing = inputs(tape, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);
        int empty = tape.reduce(Operation.LOGSUMEXP, nothing);
        assertThat(tape.value(empty)).isEqualTo(Double.NEGATIVE_INFINITY);
        tape.backward(empty);
        assertThat(tape.gradient(nothing[0])).isEqualTo(0);
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "1, -6", "2, 7", "-0.0, 5", "3, NaN", "-1, NaN", "0.5, NaN", "NaN, NaN", "1e10, NaN"})
    void anElementIsTheOneThatTheIndexSays(double index, double expected) {
        Tape tape = new Tape();
        int[] x = inputs(tape, index, 5, -6, 7);
        int y = tape.reduce(Operation.ELEMENT, x);
        assertThat((Object) tape.value(y)).isEqualTo(expected);
        // The other elements are no path at all: an infinite gradient leaves them alone.
        int root = tape.multiply(y, tape.constant(Double.POSITIVE_INFINITY));
        tape.backward(root);
        int[] graph = GradientGraph.reverse(tape, root, x).nodes();
        for (int k = 0; k < x.length; k++) {
            double share = k > 0 && index == k - 1 ? Double.POSITIVE_INFINITY : 0;
            assertThat(tape.gradient(x[k])).as("element %d", k).isEqualTo(share);
            assertThat(tape.value(graph[k])).as("element %d as a graph", k).isEqualTo(share);
            assertThat(LocalDerivative.value(tape, y, k)).isEqualTo(share > 0 ? 1 : 0);
        }
    }

    @Test
    void anElementFollowsItsIndex() {
        Tape tape = new Tape();
        int[] x = inputs(tape, 0, 5, -6, 7);
        int y = tape.reduce(Operation.ELEMENT, x);
        tape.set(x[0], 2);
        assertThat(tape.value(y)).isEqualTo(7);
    }

    @Test
    void aNaNAnywhereIsSeen() {
        Tape tape = new Tape();
        for (Operation operation : reductions().toList()) {
            double y = tape.value(tape.reduce(operation, inputs(tape, 1, Double.NaN, 2, 3)));
            assertThat(y).as(operation.name()).isNaN();
        }
    }

    @ParameterizedTest(name = "runs from {0} and {1}")
    @CsvSource({"0, 4", "0, 0", "0, 2", "3, 1"})
    void aDotProductOfRunsIsOneOfLists(int startA, int startB) {
        int length = 4;
        Tape runs = new Tape();
        Tape lists = new Tape();
        SplittableRandom random = new SplittableRandom(5);
        double[] v = random.doubles(8, -2, 2).toArray();
        int[] x = inputs(runs, v);
        inputs(lists, v);
        int[] operands = IntStream.concat(
                        IntStream.range(startA, startA + length), IntStream.range(startB, startB + length))
                .toArray();
        int ofRuns = runs.dotRuns(startA, startB, length);
        int ofLists = lists.reduce(Operation.DOT, operands);
        assertThat(runs.value(ofRuns)).isEqualTo(lists.value(ofLists));
        assertThat(runs.operands(ofRuns)).isEqualTo(operands);
        runs.backward(ofRuns);
        lists.backward(ofLists);
        int[] second = GradientGraph.reverse(runs, ofRuns, x).nodes();
        for (int node : x) {
            assertThat(runs.isReached(node)).isEqualTo(lists.isReached(node));
            assertThat(runs.gradient(node)).isCloseTo(lists.gradient(node), Offset.offset(1e-15));
            assertThat(runs.value(second[node])).isCloseTo(lists.gradient(node), Offset.offset(1e-15));
        }
        runs.set(startA, 7);
        lists.set(startA, 7);
        assertThat(runs.value(ofRuns)).isEqualTo(lists.value(ofLists));
    }

    private static double[] vector(Operation operation) {
        return new SplittableRandom(operation.code()).doubles(LENGTH, 0.3, 2).toArray();
    }

    private static double value(Operation operation, double[] v, int moving, double moved) {
        Tape tape = new Tape();
        double[] at = v.clone();
        at[moving] = moved;
        return tape.value(tape.reduce(operation, inputs(tape, at)));
    }

    private static double slope(Operation operation, double[] v, int of, int moving, double moved) {
        Tape tape = new Tape();
        double[] at = v.clone();
        at[moving] = moved;
        return LocalDerivative.value(tape, tape.reduce(operation, inputs(tape, at)), of);
    }

    private static int[] inputs(Tape tape, double... numbers) {
        return Arrays.stream(numbers).mapToInt(tape::input).toArray();
    }
}
