package ag.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Derivatives recorded on the tape: reverse and forward mode, to any order. */
final class GradientGraphTest {
    private static final int INPUTS = 4;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void reverseModeForwardModeAndTheBackwardPassAgreeOnRandomGraphs(long seed) {
        Tape tape = new Tape();
        int[] x = grown(tape, seed);
        int root = tape.size() - 1;
        double[] pass = RandomGraph.gradients(tape, root, x);
        int[] reverse = GradientGraph.reverse(tape, root, x).nodes();
        for (int k = 0; k < x.length; k++) {
            int[] direction = unit(tape, k);
            int forward =
                    GradientGraph.forward(tape, new int[] {root}, x, direction).nodes()[0];
            expectClose("reverse", tape.value(reverse[k]), pass[k]);
            expectClose("forward", tape.value(forward), pass[k]);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32, 33, 34, 35, 36, 37, 38, 39, 40})
    void secondDerivativesAreSymmetricAndAgreeWithDifferences(long seed) {
        Tape tape = new Tape();
        int[] x = grown(tape, seed);
        int root = tape.size() - 1;
        int[] first = GradientGraph.reverse(tape, root, x).nodes();
        double[][] hessian = new double[INPUTS][];
        for (int k = 0; k < INPUTS; k++) {
            hessian[k] = RandomGraph.gradients(tape, first[k], x);
        }
        for (int k = 0; k < INPUTS; k++) {
            for (int j = 0; j < INPUTS; j++) {
                expectClose("symmetry", hessian[k][j], hessian[j][k]);
                double numeric = differenceOfGradients(tape, root, x[k], x[j]);
                assertThat(hessian[k][j]).isCloseTo(numeric, Offset.offset(1e-5 * Math.max(1, Math.abs(numeric))));
            }
        }
    }

    @Test
    void derivativesOfAPowerFollowToAnyOrder() {
        Tape tape = new Tape();
        int x = tape.input(2);
        int y = tape.apply(Operation.POWER, x, tape.constant(5));
        double[] expected = {80, 160, 240, 240, 120, 0};
        for (double derivative : expected) {
            y = GradientGraph.reverse(tape, y, new int[] {x}).nodes()[0];
            assertThat(tape.value(y)).isEqualTo(derivative);
        }
    }

    @Test
    void theDerivativeOfAGraphFollowsItsInputs() {
        Tape tape = new Tape();
        int x = tape.input(2);
        int slope = GradientGraph.reverse(tape, tape.multiply(x, tape.multiply(x, x)), new int[] {x})
                .nodes()[0];
        assertThat(tape.value(slope)).isEqualTo(12);
        tape.set(x, 3);
        assertThat(tape.value(slope)).isEqualTo(27);
    }

    @Test
    void targetsMayBeValuesInTheMiddle() {
        Tape tape = new Tape();
        int x = tape.input(3);
        int square = tape.multiply(x, x);
        int y = tape.multiply(square, square);
        int[] both = GradientGraph.reverse(tape, y, new int[] {square, x}).nodes();
        assertThat(tape.value(both[0])).isEqualTo(18);
        // The path through the square counts too, though the square is itself a target.
        assertThat(tape.value(both[1])).isEqualTo(108);
    }

    @Test
    void whatTheRootDoesNotDependOnHasDerivativeZero() {
        Tape tape = new Tape();
        int x = tape.input(3);
        int y = tape.negate(x);
        int later = tape.input(1);
        assertThat(values(tape, GradientGraph.reverse(tape, y, new int[] {x, later})))
                .containsExactly(-1, 0);
        assertThat(values(tape, GradientGraph.reverse(tape, y, new int[] {later})))
                .containsExactly(0);
        int[] one = {tape.constant(1)};
        assertThat(values(tape, GradientGraph.forward(tape, new int[] {y}, new int[] {later}, one)))
                .containsExactly(0);
    }

    @Test
    void aRootThatIsItsOwnTargetHasDerivativeOne() {
        Tape tape = new Tape();
        int x = tape.input(3);
        assertThat(values(tape, GradientGraph.reverse(tape, x, new int[] {x}))).containsExactly(1);
        assertThat(values(
                        tape, GradientGraph.forward(tape, new int[] {x}, new int[] {x}, new int[] {tape.constant(5)})))
                .containsExactly(5);
    }

    @Test
    void aGraphSaysWhetherARuleChoseByTheValues() {
        Tape tape = new Tape();
        int x = tape.input(3);
        assertThat(GradientGraph.reverse(tape, tape.apply(Operation.RELU, x), new int[] {x})
                        .branched())
                .isTrue();
        assertThat(GradientGraph.reverse(tape, tape.apply(Operation.TANH, x), new int[] {x})
                        .branched())
                .isFalse();
    }

    @Test
    void forwardModeMovesSeveralResultsAtOnce() {
        Tape tape = new Tape();
        int a = tape.input(2);
        int b = tape.input(3);
        int[] results = {tape.multiply(a, b), tape.add(a, b), tape.constant(7)};
        int[] direction = {tape.constant(10), tape.constant(100)};
        assertThat(values(tape, GradientGraph.forward(tape, results, new int[] {a, b}, direction)))
                .containsExactly(230, 110, 0);
    }

    @Test
    void aDerivativeComesFromWhereItsNodeCameFrom() {
        Tape tape = new Tape(16, true, NonFiniteListener.NONE);
        int x = tape.input(2);
        tape.origin(5);
        int inner = tape.apply(Operation.SIN, x);
        tape.origin(6);
        int y = tape.apply(Operation.EXP, inner);
        tape.origin(9);
        int before = tape.size();
        GradientGraph.reverse(tape, y, new int[] {x});
        assertThat(IntStream.range(before, tape.size()).mapToObj(tape::originOf))
                .contains(5)
                .isSubsetOf(5, 6);
        assertThat(tape.origin()).isEqualTo(9);
    }

    @Test
    void aDerivativeLeavesNoNodesBehindForFactorsOfOne() {
        Tape tape = new Tape();
        int x = tape.input(2);
        int y = x;
        for (int i = 0; i < 1000; i++) {
            y = tape.add(y, tape.constant(1));
        }
        int before = tape.size();
        GradientGraph.reverse(tape, y, new int[] {x});
        assertThat(tape.size() - before).isLessThanOrEqualTo(2);
    }

    private static int[] grown(Tape tape, long seed) {
        RandomGraph graph = new RandomGraph(tape, seed);
        // What stands before the targets shifts all places.
        graph.inputs(3);
        int[] x = graph.inputs(INPUTS);
        graph.grow(0, 30);
        int sum = tape.reduce(
                Operation.SUM,
                IntStream.range(0, tape.size()).filter(node -> node % 3 == 0).toArray());
        tape.apply(Operation.TANH, tape.divide(sum, tape.constant(20)));
        return x;
    }

    private static double differenceOfGradients(Tape tape, int root, int of, int moving) {
        double x = tape.value(moving);
        double numeric = DerivativeCheck.difference(
                moved -> {
                    tape.set(moving, moved);
                    return RandomGraph.gradients(tape, root, of)[0];
                },
                x);
        tape.set(moving, x);
        return numeric;
    }

    private static int[] unit(Tape tape, int one) {
        return IntStream.range(0, INPUTS)
                .map(i -> tape.constant(i == one ? 1 : 0))
                .toArray();
    }

    private static double[] values(Tape tape, GradientGraph graph) {
        return Arrays.stream(graph.nodes()).mapToDouble(tape::value).toArray();
    }

    private static void expectClose(String what, double actual, double expected) {
        assertThat(actual).as(what).isCloseTo(expected, Offset.offset(1e-12 * Math.max(1, Math.abs(expected))));
    }

    @Test
    void aRuleWithNothingLeftToChooseLeavesAGraphThatFollows() {
        Tape tape = new Tape();
        int x = tape.input(3);
        int p = tape.input(2);
        int square = tape.apply(Operation.POWER, x, tape.constant(2));
        GradientGraph slope = GradientGraph.reverse(tape, square, new int[] {x});
        assertThat(slope.branched()).isFalse();
        for (double at : new double[] {-1.5, 0, 4}) {
            tape.set(x, at);
            assertThat(tape.value(slope.nodes()[0])).isEqualTo(2 * at);
        }
        // Here the exponent may become 0, and the rule another one.
        int power = tape.apply(Operation.POWER, x, p);
        assertThat(GradientGraph.reverse(tape, power, new int[] {x}).branched()).isTrue();
        int one = tape.apply(Operation.POWER, x, tape.constant(0));
        assertThat(GradientGraph.reverse(tape, one, new int[] {x}).branched()).isTrue();
        int above = tape.apply(Operation.MAX, tape.constant(1), tape.constant(2));
        int relu = tape.apply(Operation.RELU, tape.add(x, above));
        assertThat(GradientGraph.reverse(tape, relu, new int[] {x}).branched()).isTrue();
    }
}
