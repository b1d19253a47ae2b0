package ag.nn.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ag.data.DataSet;
import ag.data.RandomSource;
import ag.engine.Operation;
import ag.engine.Tape;
import ag.nn.Activation;
import ag.nn.Initializer;
import ag.nn.Layer;
import ag.nn.Loss;
import ag.nn.Network;
import ag.nn.training.EagerTraining;
import ag.nn.training.Optimizer;
import ag.nn.training.Points;
import ag.nn.training.Schedule;
import ag.nn.training.Training;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PredictionTest {
    @Test
    void predictionsAreThoseOfATapeForMoreSamplesThanABlockHolds() {
        Network network = new Network(List.of(
                new Layer(3, 9, Activation.of(Operation.GELU), true), new Layer(9, 2, new Activation.Softmax(), true)));
        double[] p = new Initializer.Linear().draw(network, new RandomSource(2));
        DataSet data = Points.random(700, 3, 1, 6);
        double[] predictions = new Prediction(network, data.size()).outputs(p, data.inputs(), data.size());
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

    @Test
    void noSamplesHaveNoPredictions() {
        Network network = new Network(List.of(new Layer(3, 9, new Activation.Linear(), true)));
        assertThat(new Prediction(network, 0).outputs(new double[network.parameterCount()], new double[0], 0))
                .isEmpty();
    }

    private static int[] inputs(Tape tape, double[] values) {
        return Arrays.stream(values).mapToInt(tape::input).toArray();
    }
}
