package ag.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class FaultTest {
    private final Tape tape = new Tape();

    @Test
    void aFaultThatDoesNothingChangesNoGradient() {
        for (long seed = 0; seed < 100; seed++) {
            Tape own = new Tape();
            RandomGraph graph = new RandomGraph(own, seed);
            int[] inputs = graph.inputs(4);
            graph.grow(0, 60);
            int root = own.size() - 1;
            double[] right = RandomGraph.gradients(own, root, inputs);
            own.inject(new Fault() {});
            double[] same = RandomGraph.gradients(own, root, inputs);

            assertThat(same).as("seed " + seed).containsExactly(right, within(1e-12));
        }
    }

    @Test
    void aFaultThatDoesNothingStopsInfiniteGradientsWhereTheyStop() {
        int x = tape.input(0);
        int stopped = tape.apply(Operation.SQRT, tape.apply(Operation.RELU, x));
        int undefined = tape.apply(Operation.SQRT, tape.apply(Operation.ABS, x));
        tape.inject(new Fault() {});

        assertThat(RandomGraph.gradients(tape, stopped, x)).containsExactly(0);
        assertThat(RandomGraph.gradients(tape, undefined, x)[0]).isNaN();
    }

    @Test
    void reachIsForgottenByTheNextPassWithAFaultToo() {
        int a = tape.input(2);
        int b = tape.input(3);
        int ofA = tape.negate(a);
        int ofB = tape.negate(b);
        tape.inject(new Fault() {});
        tape.backward(ofA);
        tape.backward(ofB);

        assertThat(tape.isReached(a)).isFalse();
        assertThat(tape.gradient(b)).isEqualTo(-1);
    }

    @Test
    void aFaultEndsWhenItIsTakenOut() {
        int a = tape.input(0.5);
        int y = tape.apply(Operation.TANH, a);
        Fault supposed = new Supposition(Operation.TANH, Rule.parse("1"), null);
        double[] sound = RandomGraph.gradients(tape, y, a);

        assertThat(tape.inject(supposed)).isNull();
        assertThat(RandomGraph.gradients(tape, y, a)).containsExactly(1);
        assertThat(tape.inject(null)).isSameAs(supposed);
        assertThat(RandomGraph.gradients(tape, y, a)).containsExactly(sound);
    }

    @Test
    void aSuppositionIsBelievedByRecordedDerivativesToo() {
        int a = tape.input(0.5);
        int y = tape.apply(Operation.TANH, tape.multiply(a, a));
        tape.inject(new Supposition(Operation.TANH, Rule.parse("2*x + y"), null));
        tape.backward(y);
        int recorded = GradientGraph.reverse(tape, y, new int[] {a}).nodes()[0];

        assertThat(tape.value(recorded)).isEqualTo(tape.gradient(a)).isEqualTo((2 * 0.25 + tape.value(y)) * 2 * 0.5);
    }

    @Test
    void forwardModeIsFreeOfTheFault() {
        int a = tape.input(0.5);
        int y = tape.apply(Operation.TANH, a);
        double sound = RandomGraph.gradients(tape, y, a)[0];
        tape.inject(new Supposition(Operation.TANH, Rule.parse("1"), null));

        assertThat(Tangents.of(tape, new int[] {a}, new double[] {1}).rate(y)).isEqualTo(sound);
    }

    @Test
    void suppositionsStandOneInAnother() {
        int a = tape.input(0.5);
        int y = tape.apply(Operation.TANH, tape.apply(Operation.EXP, a));
        Fault outer = new Supposition(Operation.EXP, Rule.parse("3"), null);
        tape.inject(new Supposition(Operation.TANH, Rule.parse("2"), outer));

        assertThat(RandomGraph.gradients(tape, y, a)).containsExactly(6);
    }

    @Test
    void sharesCanBeLostOnTheWay() {
        int a = tape.input(3);
        int y = tape.add(tape.multiply(a, a), a);
        tape.inject(new Fault() {
            @Override
            public double gathered(int operand, int node, double held, double share) {
                return share;
            }
        });

        // The sum comes first in the scan; then the product, whose second share is the last to arrive.
        assertThat(RandomGraph.gradients(tape, y, a)).containsExactly(3);
    }
}
