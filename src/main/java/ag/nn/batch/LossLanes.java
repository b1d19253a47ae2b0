package ag.nn.batch;

import ag.engine.ElementaryArrays;
import ag.engine.Operation;
import ag.nn.Loss;
import ag.nn.Recording;
import java.util.Arrays;

/** A loss over lanes of samples: a row for each number of the prediction and of the target. */
interface LossLanes {
    /** The sum of the losses of the first lanes. */
    double sum(double[][] predictions, double[][] targets, int lanes);

    /**
     * The gradients of the predictions, times a scale; right after {@link #sum} for the same rows. Gradients of the network's
     * parameters, if the loss knows them, are added to {@code ofParameters}.
     */
    void pull(
            double[][] predictions,
            double[][] targets,
            double scale,
            double[][] ofPredictions,
            double[] ofParameters,
            int lanes);

    /** Tells a loss that knows the network's parameters what they are. */
    default void parameters(double[] values) {}

    static LossLanes of(Loss loss, int outputs, ElementaryArrays arrays) {
        return switch (loss) {
            case Loss.Mse _ -> new NumberByNumber(Operation.SQUARED_ERROR, arrays);
            case Loss.Bce _ -> new NumberByNumber(Operation.BCE, arrays);
            case Loss.BceLogits _ -> new NumberByNumber(Operation.BCE_LOGITS, arrays);
            case Loss.Hinge _ -> new NumberByNumber(Operation.HINGE, arrays);
            case Loss.CrossEntropy _ -> new CrossEntropy(outputs, arrays);
            case Loss.SoftCrossEntropy _ -> new SoftCrossEntropy(outputs, arrays);
            case Loss.Weighted weighted -> WeightedLanes.of(weighted, outputs, arrays);
            case Loss.Custom custom -> new Recorded(custom.recording(), outputs, arrays);
        };
    }

    private static double sum(double[] row, int lanes) {
        double sum = 0;
        for (int i = 0; i < lanes; i++) {
            sum += row[i];
        }
        return sum;
    }

    /** A function of one number of the prediction and the same one of the target, summed over all of them. */
    record NumberByNumber(BinaryLanes function, double[] result, double[] scales) implements LossLanes {
        NumberByNumber(Operation operation, ElementaryArrays arrays) {
            this(BinaryLanes.of(operation, arrays), new double[arrays.length()], new double[arrays.length()]);
        }

        @Override
        public double sum(double[][] predictions, double[][] targets, int lanes) {
            double sum = 0;
            for (int k = 0; k < predictions.length; k++) {
                function.value(predictions[k], targets[k], result, lanes);
                sum += LossLanes.sum(result, lanes);
            }
            return sum;
        }

        @Override
        public void pull(
                double[][] predictions,
                double[][] targets,
                double scale,
                double[][] ofPredictions,
                double[] ofParameters,
                int lanes) {
            Arrays.fill(scales, 0, lanes, scale);
            for (int k = 0; k < predictions.length; k++) {
                // No row of the table needs the loss itself for its slope, so the last result will do for all numbers.
                function.pullA(predictions[k], targets[k], result, scales, ofPredictions[k], lanes);
            }
        }
    }

    /**
     * log Σ e^p - p[target] with the largest score taken out; back: softmax(p), less 1 at the target. Both are computed as the
     * others' doing: the target's own exponential is kept apart, so that a small loss and a small gradient keep their digits.
     */
    record CrossEntropy(ElementaryArrays arrays, double[][] exps, double[] largest, double[] others, double[] whole)
            implements LossLanes {
        CrossEntropy(int outputs, ElementaryArrays arrays) {
            this(
                    arrays,
                    new double[outputs][arrays.length()],
                    new double[arrays.length()],
                    new double[arrays.length()],
                    new double[arrays.length()]);
        }

        @Override
        public double sum(double[][] predictions, double[][] targets, int lanes) {
            double[] target = targets[0];
            LargestOfRows.into(largest, predictions, lanes);
            Arrays.fill(whole, 0, lanes, 0);
            for (int k = 0; k < predictions.length; k++) {
                arrays.exp(predictions[k], largest, exps[k], whole, lanes);
            }
            double sum = 0;
            for (int i = 0; i < lanes; i++) {
                int right = (int) target[i];
                whole[i] = exps[right][i];
                exps[right][i] = 0;
                sum += largest[i] - predictions[right][i];
            }
            Arrays.fill(others, 0, lanes, 0);
            for (double[] row : exps) {
                for (int i = 0; i < lanes; i++) {
                    others[i] += row[i];
                }
            }
            for (int i = 0; i < lanes; i++) {
                double own = whole[i];
                whole[i] = own + others[i];
                // Exact where the target is the largest, whose exponential is 1; elsewhere the others hold that 1.
                largest[i] = others[i] + (own - 1);
            }
            arrays.log1p(largest, largest, 0, lanes);
            for (int i = 0; i < lanes; i++) {
                sum += largest[i];
            }
            return sum;
        }

        @Override
        public void pull(
                double[][] predictions,
                double[][] targets,
                double scale,
                double[][] ofPredictions,
                double[] ofParameters,
                int lanes) {
            for (int i = 0; i < lanes; i++) {
                whole[i] = scale / whole[i];
            }
            for (int k = 0; k < predictions.length; k++) {
                double[] row = exps[k];
                double[] gradient = ofPredictions[k];
                for (int i = 0; i < lanes; i++) {
                    gradient[i] = row[i] * whole[i];
                }
            }
            double[] target = targets[0];
            for (int i = 0; i < lanes; i++) {
                ofPredictions[(int) target[i]][i] = -others[i] * whole[i];
            }
        }
    }

    /**
     * Σ t·(log Σ e^p - p); back: softmax(p)·Σ t - t, as (e^p·the other targets - t·the other exponentials)/Σ e^p, which keeps
     * its digits where a class is sure.
     */
    record SoftCrossEntropy(
            ElementaryArrays arrays, double[][] exps, double[] largest, double[] others, double[] whole, double[] logs)
            implements LossLanes {
        SoftCrossEntropy(int outputs, ElementaryArrays arrays) {
            this(
                    arrays,
                    new double[outputs][arrays.length()],
                    new double[arrays.length()],
                    new double[arrays.length()],
                    new double[arrays.length()],
                    new double[arrays.length()]);
        }

        @Override
        public double sum(double[][] predictions, double[][] targets, int lanes) {
            LargestOfRows.into(largest, predictions, lanes);
            for (int k = 0; k < predictions.length; k++) {
                arrays.exp(predictions[k], largest, exps[k], whole, lanes);
            }
            for (int i = 0; i < lanes; i++) {
                others[i] = besideTheLargest(i);
                whole[i] = 1 + others[i];
            }
            arrays.log1p(others, logs, 0, lanes);
            double sum = 0;
            for (int k = 0; k < predictions.length; k++) {
                for (int i = 0; i < lanes; i++) {
                    sum += targets[k][i] * ((largest[i] - predictions[k][i]) + logs[i]);
                }
            }
            return sum;
        }

        /** Σ e^p without the largest, whose own is 1. */
        private double besideTheLargest(int lane) {
            double sum = 0;
            boolean met = false;
            for (double[] row : exps) {
                if (met || row[lane] != 1) {
                    sum += row[lane];
                } else {
                    met = true;
                }
            }
            return sum;
        }

        @Override
        public void pull(
                double[][] predictions,
                double[][] targets,
                double scale,
                double[][] ofPredictions,
                double[] ofParameters,
                int lanes) {
            for (int i = 0; i < lanes; i++) {
                double factor = scale / whole[i];
                double exp = 0;
                double target = 0;
                for (int k = 0; k < exps.length; k++) {
                    ofPredictions[k][i] = exps[k][i] * target - targets[k][i] * exp;
                    exp += exps[k][i];
                    target += targets[k][i];
                }
                exp = 0;
                target = 0;
                for (int k = exps.length - 1; k >= 0; k--) {
                    double difference = exps[k][i] * target - targets[k][i] * exp;
                    ofPredictions[k][i] = (ofPredictions[k][i] + difference) * factor;
                    exp += exps[k][i];
                    target += targets[k][i];
                }
            }
        }
    }

    /** A user's own loss. */
    record Recorded(LaneProgram program, double[][] scales) implements LossLanes {
        Recorded(Recording recording, int outputs, ElementaryArrays arrays) {
            this(new LaneProgram(recording, outputs, arrays), new double[1][arrays.length()]);
        }

        @Override
        public double sum(double[][] predictions, double[][] targets, int lanes) {
            program.forward(predictions, targets, lanes);
            return LossLanes.sum(program.root(0), lanes);
        }

        @Override
        public void pull(
                double[][] predictions,
                double[][] targets,
                double scale,
                double[][] ofPredictions,
                double[] ofParameters,
                int lanes) {
            Arrays.fill(scales[0], 0, lanes, scale);
            program.backward(scales, lanes);
            for (int k = 0; k < predictions.length; k++) {
                System.arraycopy(program.inputGradient(k), 0, ofPredictions[k], 0, lanes);
            }
            program.addParameterGradients(ofParameters, lanes);
        }

        @Override
        public void parameters(double[] values) {
            program.parameters(values);
        }
    }
}
