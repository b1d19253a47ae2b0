/**
 * Neural networks: layers, initial parameters, activations, losses. {@link ag.nn.batch} computes with them, {@link ag.nn.training}
 * fits them. Leans on {@link ag.engine} and {@link ag.data}; start reading at {@link ag.nn.Network}.
 */
@NullMarked
package ag.nn;

import org.jspecify.annotations.NullMarked;
