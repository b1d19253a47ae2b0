package ag.nn.batch;

import ag.nn.Layer;
import ag.nn.Network;
import java.util.Arrays;

/**
 * The weighted sums of one layer over lanes of samples, and their gradients. Rows are neurons, lanes are samples, so that a
 * loop over a row works on many samples with one weight.
 *
 * <p>The gradient of a weight is a sum over samples, which the compiler does not vectorise: the order of its additions would
 * change. Where a layer has many inputs, its inputs are turned around first (a row for each sample), and the gradient of a
 * neuron's weights becomes a sum of rows like all else; a last column of ones gives the gradient of the bias with it.
 */
final class DenseLanes {
    /** From this many inputs and outputs on, turning the inputs around costs less than it saves. */
    private static final int MANY_INPUTS = 16;

    private static final int MANY_OUTPUTS = 8;

    /** How many samples are turned around at a time, so that their rows stay in the nearest cache until they are used. */
    private static final int TURNED = 32;

    private final int inputs;
    private final int outputs;
    private final boolean bias;
    private final double[] zeros;
    private final int weightsAt;
    private final int biasesAt;

    /** A row for each sample: its inputs and a 1; empty if the layer has few inputs. */
    private final double[][] turned;
    /** A row for each neuron: the gradients of its weights and its bias; empty if the layer has few inputs. */
    private final double[][] rowGradients;

    /** Rows that stay in the nearest cache until they are used, as many as the kernels take at a time. */
    private final double[][] few;

    DenseLanes(Network network, int layer, int width) {
        Layer of = network.layers().get(layer);
        inputs = of.inputs();
        outputs = of.outputs();
        bias = of.bias();
        zeros = new double[Math.max(inputs, outputs)];
        weightsAt = network.weightsAt(layer);
        biasesAt = weightsAt + inputs * outputs;
        few = RowLayout.of(4, width);
        boolean many = inputs >= MANY_INPUTS && outputs >= MANY_OUTPUTS;
        turned = RowLayout.of(many ? TURNED : 0, inputs + 1);
        rowGradients = RowLayout.of(many ? outputs : 0, inputs + 1);
        for (double[] row : turned) {
            row[inputs] = 1;
        }
    }

    /** {@code sums[j] = bias[j] + Σ_k weight[j][k] * in[k]}. */
    void forward(double[] parameters, double[][] in, double[][] sums, int lanes) {
        RowKernels.sums(
                bias ? parameters : zeros,
                bias ? biasesAt : 0,
                parameters,
                weightsAt,
                inputs,
                1,
                in,
                inputs,
                sums,
                outputs,
                lanes);
    }

    /** {@code ofIn[k] = Σ_j weight[j][k] * ofSums[j]}: what reaches the layer's inputs. */
    void pull(double[] parameters, double[][] ofSums, double[][] ofIn, int lanes) {
        RowKernels.sums(zeros, 0, parameters, weightsAt, 1, inputs, ofSums, outputs, ofIn, inputs, lanes);
    }

    /**
     * {@code ofIn[k] = slopes[k] * Σ_j weight[j][k] * ofSums[j]}, where {@code ofIn} holds the slopes of the inputs before: what
     * reaches the weighted sums the inputs were made of.
     */
    void pullThrough(double[] parameters, double[][] ofSums, double[][] ofIn, int lanes) {
        for (int k = 0; k < inputs; k += few.length) {
            int count = Math.min(few.length, inputs - k);
            RowKernels.sums(zeros, 0, parameters, weightsAt + k, 1, inputs, ofSums, outputs, few, count, lanes);
            for (int r = 0; r < count; r++) {
                RowKernels.times(few[r], ofIn[k + r], lanes);
            }
        }
    }

    /** Adds the gradients of weights and biases, summed over the lanes, to their places in the gradient vector. */
    void addGradients(double[][] in, double[][] ofSums, double[] gradient, int lanes) {
        if (turned.length == 0) {
            DotKernels.addDots(ofSums, outputs, in, inputs, gradient, weightsAt, lanes);
            if (bias) {
                DotKernels.addSums(ofSums, outputs, gradient, biasesAt, lanes);
            }
            return;
        }
        for (double[] row : rowGradients) {
            Arrays.fill(row, 0);
        }
        for (int lane = 0; lane < lanes; lane += TURNED) {
            int count = Math.min(TURNED, lanes - lane);
            turn(in, lane, count);
            addRows(ofSums, lane, count);
        }
        for (int j = 0; j < outputs; j++) {
            int at = weightsAt + j * inputs;
            double[] row = rowGradients[j];
            for (int k = 0; k < inputs; k++) {
                gradient[at + k] += row[k];
            }
            if (bias) {
                gradient[biasesAt + j] += row[inputs];
            }
        }
    }

    /** Eight inputs at a time, so that what is written lies side by side. */
    private void turn(double[][] in, int lane, int count) {
        int k = 0;
        for (; k + 8 <= inputs; k += 8) {
            double[] r0 = in[k];
            double[] r1 = in[k + 1];
            double[] r2 = in[k + 2];
            double[] r3 = in[k + 3];
            double[] r4 = in[k + 4];
            double[] r5 = in[k + 5];
            double[] r6 = in[k + 6];
            double[] r7 = in[k + 7];
            for (int i = 0; i < count; i++) {
                double[] row = turned[i];
                row[k] = r0[lane + i];
                row[k + 1] = r1[lane + i];
                row[k + 2] = r2[lane + i];
                row[k + 3] = r3[lane + i];
                row[k + 4] = r4[lane + i];
                row[k + 5] = r5[lane + i];
                row[k + 6] = r6[lane + i];
                row[k + 7] = r7[lane + i];
            }
        }
        for (; k < inputs; k++) {
            for (int i = 0; i < count; i++) {
                turned[i][k] = in[k][lane + i];
            }
        }
    }

    /** Adds to the gradients of each neuron the turned samples, each times what reached the neuron. */
    private void addRows(double[][] ofSums, int lane, int count) {
        int j = 0;
        for (; j + 4 <= outputs; j += 4) {
            int i = 0;
            for (; i + 4 <= count; i += 4) {
                RowKernels.fourByFour(ofSums, j, lane + i, turned, i, rowGradients, inputs + 1);
            }
            for (; i < count; i++) {
                for (int r = j; r < j + 4; r++) {
                    RowKernels.addToOne(ofSums[r], lane + i, 1, turned, i, 1, rowGradients[r], inputs + 1);
                }
            }
        }
        for (; j < outputs; j++) {
            RowKernels.addToOne(ofSums[j], lane, 1, turned, 0, count, rowGradients[j], inputs + 1);
        }
    }
}
