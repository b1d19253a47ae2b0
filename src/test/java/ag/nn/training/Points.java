package ag.nn.training;

import ag.data.DataSet;
import ag.nn.Layer;
import ag.nn.Network;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Scanner;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/** Data sets for tests. */
public final class Points {
    private Points() {}

    /** Samples of so many inputs, row after row, without targets. */
    static DataSet of(int width, double... inputs) {
        return DataSet.ofFlat(inputs, width, new double[0], 0);
    }

    /** Samples drawn from a seed, with targets that are 0 or 1. */
    public static DataSet random(int size, int inputs, int targets, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = random.doubles((long) size * inputs, -1.5, 1.5).toArray();
        double[] t = random.ints((long) size * targets, 0, 2).asDoubleStream().toArray();
        return DataSet.ofFlat(x, inputs, t, targets);
    }

    /** A file of the test resources whose lines are two inputs and a target. */
    static DataSet file(String name) throws IOException {
        double[] numbers = numbers(name);
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

    /** The numbers of a file of the test resources. */
    static double[] numbers(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(Points.class.getResourceAsStream("/nn/" + name), name);
                Scanner scanner = new Scanner(file, StandardCharsets.US_ASCII)) {
            DoubleStream.Builder numbers = DoubleStream.builder();
            while (scanner.hasNext()) {
                numbers.add(Double.parseDouble(scanner.next()));
            }
            return numbers.build().toArray();
        }
    }

    /** Parameters of a file that keeps the bias of each neuron behind its weights, in the order of {@link Network}. */
    static double[] parameters(String name, Network network) throws IOException {
        double[] theirs = numbers(name);
        double[] ours = new double[network.parameterCount()];
        int at = 0;
        for (int l = 0; l < network.layers().size(); l++) {
            Layer layer = network.layers().get(l);
            for (int j = 0; j < layer.outputs(); j++) {
                for (int k = 0; k < layer.inputs(); k++) {
                    ours[network.weightsAt(l) + j * layer.inputs() + k] = theirs[at++];
                }
                ours[network.biasesAt(l) + j] = theirs[at++];
            }
        }
        return ours;
    }
}
