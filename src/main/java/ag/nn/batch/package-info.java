/**
 * The kernels of networks: each step of a pass works on a block of samples at once, a lane for each sample. Leans on
 * {@link ag.nn} and {@link ag.engine}; start reading at {@link ag.nn.batch.NetworkLanes} and {@link ag.nn.batch.Prediction}.
 */
@NullMarked
package ag.nn.batch;

import org.jspecify.annotations.NullMarked;
