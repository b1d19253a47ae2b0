package ag.torch;

import ag.data.CsvOrigin;
import ag.data.DataSet;
import ag.data.RandomSource;
import ag.nn.Network;
import ag.nn.training.Training;
import ag.optimize.Argument;
import ag.optimize.Optimizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * All there is to say about a training, so that it can be done again elsewhere.
 *
 * @param network what was trained
 * @param data the samples
 * @param training loss, batches, epochs and the rest
 * @param course how it went from epoch to epoch
 * @param shuffling what orders the samples into batches
 */
public record TorchTraining(Named network, Samples data, Training training, Course course, Shuffling shuffling) {
    /**
     * A network with its name and with the parameters that the training starts from.
     *
     * @param origin the file and line of the training
     */
    public record Named(String name, Network network, double[] parameters, String origin) {
        /** The same from other parameters. */
        public Named from(double[] others) {
            return new Named(name, network, others, origin);
        }
    }

    /**
     * The samples.
     *
     * @param file where they were read from, if the file alone tells them
     */
    public record Samples(DataSet data, Optional<CsvOrigin> file) {}

    /**
     * What depends on the epoch.
     *
     * @param bySteps whether the optimizer changes from step to step, and not from epoch to epoch
     * @param optimizers the optimizer of each epoch that was run, or of each step
     * @param formulas formulas of {@code epoch} and {@code epochs}, or of the step and the number of steps, in Python, of arguments that have one
     * @param clipNorm that of the longest gradient
     * @param clipValue that of the largest number of a gradient
     * @param stops conditions in {@code loss}, {@code epoch} and {@code epochs}, in Python, that end the training
     * @param logEvery how often the loss is printed; 1 for each epoch
     */
    public record Course(
            boolean bySteps,
            List<Optimizer> optimizers,
            Map<Argument, String> formulas,
            Optional<String> clipNorm,
            Optional<String> clipValue,
            List<String> stops,
            int logEvery) {
        public Course {
            optimizers = List.copyOf(optimizers);
            formulas = Map.copyOf(formulas);
            stops = List.copyOf(stops);
        }
    }

    /**
     * The random numbers that order the samples.
     *
     * @param seed where they start; empty where they go on from others
     */
    public record Shuffling(OptionalLong seed, RandomSource.State state) {
        /** The seed; also that of a state from which nothing has been drawn since it was seeded. */
        @Override
        public OptionalLong seed() {
            // The first word of the Mersenne Twister is its seed.
            long first = Integer.toUnsignedLong(state.words()[0]);
            return seed.isEmpty() && new RandomSource(first).state().equals(state) ? OptionalLong.of(first) : seed;
        }
    }

    /** The same from other parameters. */
    public TorchTraining from(double[] parameters) {
        return new TorchTraining(network.from(parameters), data, training, course, shuffling);
    }
}
