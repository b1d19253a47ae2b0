package ag.nn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ag.data.DataSet;
import ag.data.OneHot;
import ag.data.RandomSource;
import ag.engine.Operation;
import ag.engine.Tape;
import ag.nn.Activation;
import ag.nn.Layer;
import ag.nn.Loss;
import ag.nn.Network;
import ag.nn.Recording;
import ag.nn.Reduce;
import ag.optimize.Optimizer;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** First and last losses that programs written out by hand in C got from the same files (see {@code bench/c}). */
final class HandWrittenTest {
    @Test
    void moonsWithTanhAndLogits() throws IOException {
        Activation tanh = Activation.of(Operation.TANH);
        Training training = new Training(
                        new Loss.BceLogits(),
                        Schedule.constant(Optimizer.of("sgd").with("lr", 0.01)),
                        100)
                .withReduce(Reduce.SUM);
        assertLosses(
                network(tanh, tanh), "mlp16.txt", Points.file("moons100.txt"), training, 64.6776173963, 42.7228900107);
    }

    @Test
    void fourClassesWithSoftmaxAndALossOfOnesOwn() throws IOException {
        Tape tape = new Tape();
        int[] inputs = IntStream.range(0, 8).map(_ -> tape.input(0.25)).toArray();
        int p = tape.add(tape.reduce(Operation.DOT, inputs), tape.constant(1e-6));
        int root = tape.negate(tape.apply(Operation.LOG, p));
        Loss loss = new Loss.Custom(Recording.of(tape, inputs, new int[] {root}), 4);
        Network network = new Network(List.of(new Layer(2, 4, new Activation.Softmax(), true)));
        Training training =
                new Training(loss, Schedule.constant(Optimizer.of("sgd").with("lr", 1)), 500);
        DataSet data = OneHot.of(Points.file("blobs100.txt"), 4);
        assertLosses(network, "lin4.txt", data, training, 2.1344263902, 0.0144830391);
    }

    @Test
    void moonsWithAnActivationAndALossOfOnesOwn() throws IOException {
        Tape tape = new Tape();
        int one = tape.constant(1);
        int x = tape.input(0.5);
        int y = tape.divide(x, tape.add(one, tape.apply(Operation.EXP, tape.negate(x))));
        Activation swish = new Activation.Custom("swish", Recording.of(tape, new int[] {x}, new int[] {y}));
        int[] pair = {tape.input(0.5), tape.input(1)};
        int square = tape.apply(Operation.POWER, tape.subtract(pair[0], pair[1]), tape.constant(2));
        int root = tape.subtract(tape.apply(Operation.SQRT, tape.add(one, square)), one);
        Loss loss = new Loss.Custom(Recording.of(tape, pair, new int[] {root}), 1);
        Training training =
                new Training(loss, Schedule.constant(Optimizer.of("sgd").with("lr", 0.5)), 100);
        assertLosses(
                network(swish, new Activation.Linear()),
                "mlp16.txt",
                Points.file("moons100.txt"),
                training,
                0.1852872061,
                0.0465095996);
    }

    private static Network network(Activation hidden, Activation last) {
        return new Network(
                List.of(new Layer(2, 16, hidden, true), new Layer(16, 16, hidden, true), new Layer(16, 1, last, true)));
    }

    private static void assertLosses(
            Network network, String parameters, DataSet data, Training training, double first, double last)
            throws IOException {
        TrainingState start = TrainingState.start(Points.parameters(parameters, network), new RandomSource(0));
        List<Double> losses = Trainer.train(network, data, training, start, TrainingListener.NONE)
                .state()
                .losses();
        assertThat(losses.getFirst()).isCloseTo(first, within(1e-10));
        assertThat(losses.getLast()).isCloseTo(last, within(1e-10));
    }
}
