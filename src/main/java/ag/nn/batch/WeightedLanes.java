package ag.nn.batch;

import ag.engine.ElementaryArrays;
import ag.engine.Operation;
import ag.nn.Loss;
import java.util.Arrays;

/** Losses in which some classes count for more than others. */
final class WeightedLanes {
    private WeightedLanes() {}

    static LossLanes of(Loss.Weighted loss, int outputs, ElementaryArrays arrays) {
        return switch (loss.of()) {
            case Loss.BceLogits _ -> new Logits(loss.weights(), outputs, arrays);
            case Loss.CrossEntropy _ -> new Classes(loss.weights(), true, outputs, arrays);
            case Loss.SoftCrossEntropy _ -> new Classes(loss.weights(), false, outputs, arrays);
            case Loss.Mse _, Loss.Bce _, Loss.Hinge _, Loss.Custom _, Loss.Weighted _ ->
                throw new IllegalArgumentException("no weights");
        };
    }

    /**
     * Cross-entropy: each part of a target times the weight of its class.
     *
     * @param number whether a target is the number of a class, not a probability for each
     */
    private record Classes(double[] weights, boolean number, LossLanes.SoftCrossEntropy loss, double[][] weighted)
            implements LossLanes {
        Classes(double[] weights, boolean number, int outputs, ElementaryArrays arrays) {
            this(
                    weights,
                    number,
                    new LossLanes.SoftCrossEntropy(outputs, arrays),
                    new double[outputs][arrays.length()]);
        }

        @Override
        public double sum(double[][] predictions, double[][] targets, int lanes) {
            for (int k = 0; k < weighted.length; k++) {
                for (int i = 0; i < lanes; i++) {
                    double share = number ? (targets[0][i] == k ? 1 : 0) : targets[k][i];
                    weighted[k][i] = share * weights[k];
                }
            }
            return loss.sum(predictions, weighted, lanes);
        }

        @Override
        public void pull(
                double[][] predictions,
                double[][] targets,
                double scale,
                double[][] ofPredictions,
                double[] ofParameters,
                int lanes) {
            loss.pull(predictions, weighted, scale, ofPredictions, ofParameters, lanes);
        }
    }

    /**
     * Binary cross-entropy of logits with a weight w for yes: w·t·log(1 + e^-p) + (1 - t)·log(1 + e^p), which is the loss without weights
     * for a target of w·t/s, times s = w·t + 1 - t.
     */
    private record Logits(double[] weights, BinaryLanes function, double[][] moved, double[][] sizes, double[] result)
            implements LossLanes {
        Logits(double[] weights, int outputs, ElementaryArrays arrays) {
            this(
                    weights,
                    BinaryLanes.of(Operation.BCE_LOGITS, arrays),
                    new double[outputs][arrays.length()],
                    new double[outputs][arrays.length()],
                    new double[arrays.length()]);
        }

        @Override
        public double sum(double[][] predictions, double[][] targets, int lanes) {
            double sum = 0;
            for (int k = 0; k < predictions.length; k++) {
                double weight = weights[weights.length == 1 ? 0 : k];
                for (int i = 0; i < lanes; i++) {
                    double yes = weight * targets[k][i];
                    sizes[k][i] = yes + (1 - targets[k][i]);
                    moved[k][i] = yes / sizes[k][i];
                }
                function.value(predictions[k], moved[k], result, lanes);
                for (int i = 0; i < lanes; i++) {
                    sum += sizes[k][i] * result[i];
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
            for (int k = 0; k < predictions.length; k++) {
                double[] scales = sizes[k];
                for (int i = 0; i < lanes; i++) {
                    scales[i] *= scale;
                }
                Arrays.fill(ofPredictions[k], 0, lanes, 0);
                function.pullA(predictions[k], moved[k], result, scales, ofPredictions[k], lanes);
            }
        }
    }
}
