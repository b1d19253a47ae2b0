/**
 * Fits networks to samples: optimizers, schedules, and the loop over epochs and batches that any number of threads share. Leans
 * on {@link ag.nn} and {@link ag.nn.batch}; start reading at {@link ag.nn.training.Trainer}.
 */
@NullMarked
package ag.nn.training;

import org.jspecify.annotations.NullMarked;
