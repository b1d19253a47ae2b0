package ag.nn.training;

import ag.nn.Reduce;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * An epoch that has just been run.
 *
 * @param number its number, from 0
 * @param loss the loss of the parameters it started from; with batches the mean of the losses of its steps, each weighted by
 *     its samples (or their sum, with {@link Reduce#SUM})
 * @param state makes a copy of where training stands after it
 * @param accuracy computes the share of samples that are right after it; nothing where nothing is right or wrong, or where
 *     this was interrupted
 */
public record Epoch(int number, double loss, Supplier<TrainingState> state, Supplier<OptionalDouble> accuracy) {}
