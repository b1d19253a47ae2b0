package ag.bench;

import ag.data.DataSet;
import ag.data.OneHot;
import ag.data.RandomSource;
import ag.engine.Operation;
import ag.engine.Tape;
import ag.nn.Activation;
import ag.nn.Layer;
import ag.nn.Loss;
import ag.nn.Network;
import ag.nn.Optimizer;
import ag.nn.Reduce;
import ag.nn.Recording;
import ag.nn.Schedule;
import ag.nn.Trainer;
import ag.nn.Training;
import ag.nn.TrainingListener;
import ag.nn.TrainingResult;
import ag.nn.TrainingState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A training that is also written in C.
 *
 * @param name what it is called in the results
 * @param peer the C program with its arguments, but for the last, the number of runs
 */
record Workload(String name, List<String> peer, Network network, double[] start, DataSet data, Training training) {

    /** W1, W5, W2, and one with a user's own activation and loss. */
    static List<Workload> all(Path data) {
        return List.of(
                moons("W1", "mlp16", data, 16, 100, 100, 0.01),
                moons("W5", "mlp64", data, 64, 10_000, 10, 0.0001),
                classes(data),
                own(data));
    }

    TrainingResult train(int threads) {
        TrainingState state = TrainingState.start(start, new RandomSource(0));
        return Trainer.train(network, data, training.withThreads(threads), state, TrainingListener.NONE);
    }

    /** Three layers of tanh, and the sum of the binary cross-entropy of the sigmoid of the output. */
    private static Workload moons(String name, String program, Path data, int width, int samples, int epochs, double lr) {
        Activation tanh = Activation.of(Operation.TANH);
        String points = "moons%d.txt".formatted(samples);
        String parameters = "mlp%d.txt".formatted(width);
        return new Workload(
                name,
                List.of(program, points, parameters, Integer.toString(epochs), Double.toString(lr)),
                network(width, tanh, tanh),
                start(data.resolve(parameters), 2, width, width, 1),
                samples(data.resolve(points)),
                new Training(new Loss.BceLogits(), Schedule.constant(new Optimizer.Sgd(lr)), epochs)
                        .withReduce(Reduce.SUM));
    }

    /** One linear layer and softmax for four classes; the mean of -log(p + 1e-6), p being the probability of the class. */
    private static Workload classes(Path data) {
        Tape tape = new Tape();
        int[] inputs = new int[8];
        Arrays.setAll(inputs, k -> tape.input(k < 4 ? 0.25 : 0));
        int p = tape.add(tape.reduce(Operation.DOT, inputs), tape.constant(1e-6));
        Recording loss = Recording.of(tape, inputs, new int[] {tape.negate(tape.apply(Operation.LOG, p))});
        return new Workload(
                "W2",
                List.of("linear4", "blobs100.txt", "lin4.txt", "500", "1.0"),
                new Network(List.of(new Layer(2, 4, new Activation.Softmax(), true))),
                start(data.resolve("lin4.txt"), 2, 4),
                OneHot.of(samples(data.resolve("blobs100.txt")), 4),
                new Training(new Loss.Custom(loss, 4), Schedule.constant(new Optimizer.Sgd(1)), 500));
    }

    /** x/(1 + exp(-x)) on the hidden layers, and the mean of sqrt(1 + (p - t)^2) - 1. */
    private static Workload own(Path data) {
        Tape tape = new Tape();
        int x = tape.input(0.5);
        int one = tape.constant(1);
        int y = tape.divide(x, tape.add(one, tape.apply(Operation.EXP, tape.negate(x))));
        Activation activation =
                new Activation.Custom("swish", Recording.of(tape, new int[] {x}, new int[] {y}));
        int prediction = tape.input(0.5);
        int target = tape.input(1);
        int square = tape.apply(Operation.POWER, tape.subtract(prediction, target), tape.constant(2));
        int loss = tape.subtract(tape.apply(Operation.SQRT, tape.add(one, square)), one);
        Recording recording = Recording.of(tape, new int[] {prediction, target}, new int[] {loss});
        return new Workload(
                "own",
                List.of("custom", "moons100.txt", "mlp16.txt", "100", "0.5"),
                network(16, activation, new Activation.Linear()),
                start(data.resolve("mlp16.txt"), 2, 16, 16, 1),
                samples(data.resolve("moons100.txt")),
                new Training(new Loss.Custom(recording, 1), Schedule.constant(new Optimizer.Sgd(0.5)), 100));
    }

    private static Network network(int width, Activation hidden, Activation last) {
        return new Network(List.of(
                new Layer(2, width, hidden, true), new Layer(width, width, hidden, true), new Layer(width, 1, last, true)));
    }

    /** Each line holds two inputs and a target. */
    private static DataSet samples(Path file) {
        double[] numbers = numbers(file);
        int size = numbers.length / 3;
        double[] inputs = new double[2 * size];
        double[] targets = new double[size];
        for (int i = 0; i < size; i++) {
            inputs[2 * i] = numbers[3 * i];
            inputs[2 * i + 1] = numbers[3 * i + 1];
            targets[i] = numbers[3 * i + 2];
        }
        return DataSet.ofFlat(inputs, 2, targets, 1);
    }

    /** The C programs keep the bias of each neuron right behind its weights. */
    private static double[] start(Path file, int... widths) {
        double[] theirs = numbers(file);
        List<Double> ours = new ArrayList<>();
        int at = 0;
        for (int layer = 1; layer < widths.length; layer++) {
            int inputs = widths[layer - 1];
            for (int j = 0; j < widths[layer]; j++) {
                for (int k = 0; k < inputs; k++) {
                    ours.add(theirs[at + j * (inputs + 1) + k]);
                }
            }
            for (int j = 0; j < widths[layer]; j++) {
                ours.add(theirs[at + j * (inputs + 1) + inputs]);
            }
            at += widths[layer] * (inputs + 1);
        }
        return ours.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] numbers(Path file) {
        try {
            return Files.readString(file).strip().lines()
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
