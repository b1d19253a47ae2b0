package ag.torch;

import ag.fit.FitLoss;
import ag.nn.Recording;
import java.util.List;

/**
 * A fit of a model to data, so that it can be done again elsewhere.
 *
 * @param title the data and the model as they are written: {@code y ~ a*x + b}
 * @param origin the file and line of the program
 * @param parameters what is fitted, where it starts
 * @param low what each of their numbers must not fall below; -∞ where it may be anything
 * @param high what each of them must not exceed
 * @param columns what the model knows of the samples: a vector with a number, or a matrix with a row, for each
 * @param model what it says of a sample: its inputs are the sample's numbers, its parameters those that are fitted
 * @param measured what was measured, a number for each sample
 * @param weights how much each sample counts
 * @param steps how many steps it takes at most
 */
public record TorchFit(
        String title,
        String origin,
        List<TorchFormula.Variable> parameters,
        double[] low,
        double[] high,
        List<TorchFormula.Variable> columns,
        Recording model,
        double[] measured,
        Weights weights,
        FitLoss loss,
        int steps) {
    public TorchFit {
        parameters = List.copyOf(parameters);
        columns = List.copyOf(columns);
    }

    /**
     * How much each sample counts.
     *
     * @param roots the roots of the weights
     * @param absolute whether they are 1/σ with errors σ that are known
     */
    public record Weights(double[] roots, boolean absolute) {
        boolean areSame() {
            for (double root : roots) {
                if (root != 1) {
                    return false;
                }
            }
            return true;
        }
    }

    boolean isBounded() {
        for (int i = 0; i < low.length; i++) {
            if (low[i] > Double.NEGATIVE_INFINITY || high[i] < Double.POSITIVE_INFINITY) {
                return true;
            }
        }
        return false;
    }
}
