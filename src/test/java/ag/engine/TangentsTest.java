package ag.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class TangentsTest {
    private final Tape tape = new Tape();

    @Test
    void forwardModeAgreesWithReverseModeOnEveryInputOfRandomGraphs() {
        for (long seed = 0; seed < 50; seed++) {
            Tape own = new Tape();
            RandomGraph graph = new RandomGraph(own, seed);
            graph.inputs(3);
            int[] inputs = graph.inputs(4);
            graph.grow(0, 40);
            int root = own.size() - 1;
            double[] gradients = RandomGraph.gradients(own, root, inputs);
            for (int i = 0; i < inputs.length; i++) {
                Tangents tangents = Tangents.of(own, new int[] {inputs[i]}, new double[] {1});
                assertThat(tangents.rate(root))
                        .as("seed " + seed)
                        .isCloseTo(gradients[i], within(1e-12 * Math.max(1, Math.abs(gradients[i]))));
            }
        }
    }

    @Test
    void aDerivativeThatIsZeroByItsRuleStopsAnInfiniteRate() {
        int root = tape.apply(Operation.SQRT, tape.input(0));
        int step = tape.apply(Operation.SIGN, root);
        int bend = tape.apply(Operation.ABS, root);
        Tangents tangents = Tangents.of(tape, new int[] {0}, new double[] {1});
        assertThat(tangents.rate(root)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(tangents.rate(step)).isZero();
        // That of abs only happens to be 0 here.
        assertThat(tangents.rate(bend)).isNaN();
    }

    @Test
    void aStepCanMoveByItself() {
        int a = tape.input(2);
        int z = tape.multiply(a, a);
        int y = tape.apply(Operation.SIN, z);

        assertThat(Tangents.of(tape, new int[] {z}, new double[] {1}).rate(y)).isEqualTo(StrictMath.cos(4));
    }

    @Test
    void whatDoesNotDependOnTheMovedNodeStaysStill() {
        int a = tape.input(2);
        int b = tape.input(3);
        int y = tape.multiply(b, b);
        Tangents tangents = Tangents.of(tape, new int[] {a}, new double[] {1});

        assertThat(tangents.moves(y)).isFalse();
        assertThat(tangents.rate(y)).isZero();
    }
}
