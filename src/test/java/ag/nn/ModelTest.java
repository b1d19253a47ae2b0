package ag.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ag.data.DataSet;
import ag.data.RandomSource;
import ag.engine.Operation;
import ag.engine.Tape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ModelTest {
    /** Gives its inputs back. */
    private static final Model ONE = same(1);

    private static final Model THREE = same(3);

    @Test
    void predictionsAreThoseOfATapeForMoreSamplesThanABlockHolds() {
        Network network = new Network(List.of(
                new Layer(3, 9, Activation.of(Operation.GELU), true), new Layer(9, 2, new Activation.Softmax(), true)));
        double[] p = new Initializer.Linear().draw(network, new RandomSource(2));
        DataSet data = Points.random(700, 3, 1, 6);
        double[] predictions = new Model(network, p).predict(data);
        EagerTraining eager = new EagerTraining(
                network, data, new Training(new Loss.Mse(), Schedule.constant(new Optimizer.Sgd(1)), 1), Map.of());
        for (int sample = 0; sample < data.size(); sample += 37) {
            Tape tape = new Tape();
            int[] nodes = eager.predict(tape, inputs(tape, p), inputs(tape, data.inputRow(sample)));
            for (int k = 0; k < 2; k++) {
                assertThat(predictions[2 * sample + k]).isCloseTo(tape.value(nodes[k]), within(1e-14));
            }
        }
    }

    private static int[] inputs(Tape tape, double[] values) {
        return Arrays.stream(values).mapToInt(tape::input).toArray();
    }

    @Test
    void accuracyFollowsTheLoss() {
        assertThat(new Loss.Bce().decision()).contains(Decision.PROBABILITY);
        assertThat(new Loss.BceLogits().decision()).contains(Decision.LOGIT);
        assertThat(new Loss.Hinge().decision()).contains(Decision.SIGN);
        assertThat(new Loss.CrossEntropy().decision()).contains(Decision.LARGEST);
        assertThat(new Loss.Mse().decision()).isEmpty();
    }

    @Test
    void aProbabilitySaysYesAboveAHalf() {
        DataSet data = DataSet.ofFlat(new double[] {0.4, 0.6, 0.9, 0.5}, 1, new double[] {0, 1, 0, 0}, 1);
        assertThat(ONE.accuracy(data, Decision.PROBABILITY)).isEqualTo(0.75);
        assertThat(ONE.confusion(data, Decision.PROBABILITY)).isDeepEqualTo(new int[][] {{2, 1}, {0, 1}});
    }

    @Test
    void aScoreSaysYesAboveZero() {
        DataSet zeroAndOne = DataSet.ofFlat(new double[] {-2, 0.1, 3, 0}, 1, new double[] {0, 1, 0, 0}, 1);
        assertThat(ONE.accuracy(zeroAndOne, Decision.LOGIT)).isEqualTo(0.75);
        DataSet signs = DataSet.ofFlat(new double[] {-2, 0.1, 3, 0}, 1, new double[] {-1, 1, -1, 1}, 1);
        assertThat(ONE.accuracy(signs, Decision.SIGN)).isEqualTo(0.5);
        assertThat(ONE.confusion(signs, Decision.SIGN)).isDeepEqualTo(new int[][] {{1, 1}, {1, 1}});
    }

    @Test
    void theLargestScoreNamesTheClassAndTheFirstOfEqualOnes() {
        double[] scores = {1, 5, 2, 7, 7, 0, 0, 1, 2};
        DataSet data = DataSet.ofFlat(scores, 3, new double[] {1, 0, 1}, 1);
        assertThat(THREE.accuracy(data, Decision.LARGEST)).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(THREE.confusion(data, Decision.LARGEST))
                .isDeepEqualTo(new int[][] {{1, 0, 0}, {0, 1, 1}, {0, 0, 0}});
    }

    @Test
    void severalAnswersAreRightOnlyTogether() {
        DataSet data = DataSet.ofFlat(new double[] {1, 1, 0, 1, 0, 0}, 3, new double[] {1, 1, 0, 1, 1, 0}, 3);
        assertThat(THREE.accuracy(data, Decision.PROBABILITY)).isEqualTo(0.5);
    }

    @Test
    void samplesOfAnotherWidthAreRefused() {
        assertThatThrownBy(() -> THREE.predict(Points.of(2, 1, 2)))
                .hasMessage("the network takes 3 numbers, the samples have 2");
        assertThatThrownBy(() -> new Model(THREE.network(), new double[4]))
                .hasMessage("4 parameters for a network of 9");
    }

    private static Model same(int width) {
        double[] identity = new double[width * width];
        for (int i = 0; i < width; i++) {
            identity[i * width + i] = 1;
        }
        return new Model(new Network(List.of(new Layer(width, width, new Activation.Linear(), false))), identity);
    }
}
