/**
 * Neural networks and how they learn: layers, initial parameters, losses, optimizers, and a training engine that runs whole
 * lanes of samples at once. Leans on {@code ag.engine} and {@code ag.data}; start reading at {@link ag.nn.Network}, then
 * {@link ag.nn.training.Trainer}.
 */
@NullMarked
package ag.nn;

import org.jspecify.annotations.NullMarked;
