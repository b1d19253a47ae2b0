package ag.torch;

import java.util.List;

/**
 * How a formula was made small, so that it can be done again elsewhere.
 *
 * @param formula what was made small, at the point where it started
 * @param changed the variables that were changed
 * @param course the optimizer of each step, with what depends on the step; where PyTorch has no such optimizer, that of PyTorch which
 *     finds the same lowest point
 * @param steps how many steps it takes at most
 */
public record TorchDescent(TorchFormula formula, List<Changed> changed, TorchTraining.Course course, int steps) {
    public TorchDescent {
        changed = List.copyOf(changed);
    }

    /**
     * A variable that is changed, and between what.
     *
     * @param low the least values, one for each number; -∞ where there is none
     * @param high the largest values; ∞ where there is none
     */
    public record Changed(TorchFormula.Variable variable, double[] low, double[] high) {
        boolean isBounded() {
            for (int i = 0; i < low.length; i++) {
                if (low[i] > Double.NEGATIVE_INFINITY || high[i] < Double.POSITIVE_INFINITY) {
                    return true;
                }
            }
            return false;
        }
    }
}
