package ag.nn.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ag.data.DataSet;
import ag.data.RandomSource;
import ag.engine.Elementary;
import ag.engine.Operation;
import ag.engine.Tape;
import ag.nn.Activation;
import ag.nn.Initializer;
import ag.nn.Layer;
import ag.nn.Loss;
import ag.nn.Network;
import ag.nn.training.EagerTraining;
import ag.nn.training.Points;
import ag.nn.training.Schedule;
import ag.nn.training.Training;
import ag.optimize.Optimizer;
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
                network,
                data,
                new Training(
                        new Loss.Mse(), Schedule.constant(Optimizer.of("sgd").with("lr", 1)), 1),
                Map.of());
        for (int sample = 0; sample < data.size(); sample += 37) {
            Tape tape = new Tape();
            int[] nodes = eager.predict(tape, inputs(tape, p), inputs(tape, data.inputRow(sample)));
            for (int k = 0; k < 2; k++) {
                assertThat(predictions[2 * sample + k]).isCloseTo(tape.value(nodes[k]), within(1e-14));
            }
        }
    }

    /** Rows within and without the range of the plain formula, and lengths that leave some numbers over. */
    @Test
    void tanhIsTheSameToTheLastDigitInTrainingAndOfOneSample() {
        Network network = new Network(List.of(
                new Layer(2, 5, Activation.of(Operation.TANH), true),
                new Layer(5, 1, Activation.of(Operation.TANH), true)));
        double[] p = new Initializer.Linear().draw(network, new RandomSource(3));
        for (double scale : new double[] {1e-9, 1, 8, 60}) {
            double[] parameters = Arrays.stream(p).map(x -> scale * x).toArray();
            DataSet data = Points.random(331, 2, 1, 7);
            double[] inputs = data.inputs();
            double[] predictions = new Prediction(network, data.size()).outputs(parameters, inputs, data.size());
            for (int sample = 0; sample < data.size(); sample++) {
                double[] alone = new Prediction(network, 1)
                        .outputs(parameters, Arrays.copyOfRange(inputs, 2 * sample, 2 * sample + 2), 1);
                assertThat(predictions[sample]).isEqualTo(alone[0]);
                double[] hidden = new double[5];
                for (int j = 0; j < 5; j++) {
                    double weighted = inner(parameters, 2 * j, inputs, 2 * sample, 2, parameters[10 + j]);
                    hidden[j] = Elementary.tanh(weighted);
                }
                double sum = inner(parameters, 15, hidden, 0, 5, parameters[20]);
                assertThat(predictions[sample])
                        .as("%s at sample %s", scale, sample)
                        .isEqualTo(Elementary.tanh(sum));
            }
        }
    }

    /** A weighted sum as layers compute it. */
    private static double inner(double[] weights, int weightsAt, double[] x, int at, int count, double bias) {
        double sum = bias;
        for (int k = 0; k < count; k++) {
            sum = Elementary.fma(weights[weightsAt + k], x[at + k], sum);
        }
        return sum;
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
