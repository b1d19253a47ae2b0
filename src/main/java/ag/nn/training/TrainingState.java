package ag.nn.training;

import ag.data.RandomSource;
import ag.nn.Initializer;
import ag.optimize.OptimizerState;
import java.util.List;

/**
 * Where training stands between two epochs: enough to go on from there as if it had never stopped.
 *
 * @param losses the loss of each epoch so far; as many as epochs were run
 * @param parameters what the network has learned
 * @param optimizer what the optimizer remembers
 * @param shuffling the random numbers that will order the samples of the next epochs into batches
 */
public record TrainingState(
        List<Double> losses, double[] parameters, OptimizerState optimizer, RandomSource.State shuffling) {
    public TrainingState {
        losses = List.copyOf(losses);
        parameters = parameters.clone();
        optimizer = optimizer.copy();
    }

    /**
     * Before the first epoch.
     *
     * @param parameters where to start from, for example from an {@link Initializer}
     * @param random orders samples into batches; not needed, but harmless, without batches
     */
    public static TrainingState start(double[] parameters, RandomSource random) {
        return new TrainingState(List.of(), parameters, new OptimizerState(), random.state());
    }

    /** How many epochs were run. */
    public int epochs() {
        return losses.size();
    }
}
