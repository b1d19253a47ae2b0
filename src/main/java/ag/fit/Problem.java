package ag.fit;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a fit makes small: the losses of the residuals (model − data)·√weight.
 *
 * @param precise the model for computing with more digits; null where it is that itself, or cannot be had
 * @param data what was measured, a number for each sample
 * @param roots the roots of the weights, a number for each sample
 * @param absolute whether the weights are 1/σ² with errors σ that are known, and not only their shares
 * @param low what each parameter must not fall below; -∞ where it may be anything
 * @param high what each parameter must not exceed
 */
public record Problem(
        Model model,
        @Nullable ModelWithData precise,
        double[] data,
        double[] roots,
        boolean absolute,
        FitLoss loss,
        double[] low,
        double[] high) {
    /** Least squares without weights and bounds. */
    public static Problem of(Model model, double[] data) {
        double[] ones = new double[data.length];
        Arrays.fill(ones, 1);
        double[] low = new double[model.parameterCount()];
        Arrays.fill(low, Double.NEGATIVE_INFINITY);
        double[] high = new double[low.length];
        Arrays.fill(high, Double.POSITIVE_INFINITY);
        return new Problem(model, null, data, ones, false, new FitLoss.Squares(), low, high);
    }

    int parameterCount() {
        return low.length;
    }

    /** The residuals at a point, and what they cost. */
    Point at(double[] parameters) {
        double[] residuals = model.values(parameters);
        double scale = loss.scale();
        double robust = 0;
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = (residuals[i] - data[i]) * roots[i];
            double part = residuals[i] / scale;
            robust += loss.rho(part * part);
        }
        double norm = loss instanceof FitLoss.Squares ? Norms.of(residuals) : scale * Math.sqrt(robust);
        return new Point(parameters.clone(), residuals, norm);
    }

    /** The residuals and their Jacobian, scaled so that their squares behave as the losses do near the point. */
    Linearized linearize(Point point) {
        double[][] jacobian = model.jacobian(point.parameters());
        double[] residuals = point.residuals().clone();
        double[] factors = roots.clone();
        if (!(loss instanceof FitLoss.Squares)) {
            for (int i = 0; i < residuals.length; i++) {
                double part = residuals[i] / loss.scale();
                double z = part * part;
                double slope = loss.slope(z);
                double factor = Math.sqrt(Math.max(slope + 2 * loss.bend(z) * z, Math.ulp(1.0)));
                residuals[i] *= slope / factor;
                factors[i] *= factor;
            }
        }
        for (double[] column : jacobian) {
            for (int i = 0; i < column.length; i++) {
                column[i] *= factors[i];
            }
        }
        return new Linearized(residuals, jacobian, factors);
    }

    /** Which parameters stand at a bound. */
    boolean[] held(double[] parameters) {
        boolean[] held = new boolean[parameters.length];
        for (int j = 0; j < held.length; j++) {
            held[j] = parameters[j] <= low[j] || parameters[j] >= high[j];
        }
        return held;
    }

    /** The parameters, those beyond a bound moved onto it. */
    double[] inside(double[] parameters) {
        double[] inside = parameters.clone();
        for (int j = 0; j < inside.length; j++) {
            inside[j] = Math.min(Math.max(inside[j], low[j]), high[j]);
        }
        return inside;
    }

    /**
     * A set of parameters.
     *
     * @param norm the root of the sum of losses; for least squares the length of the residuals
     */
    record Point(double[] parameters, double[] residuals, double norm) {
        boolean isFinite() {
            return Double.isFinite(norm);
        }
    }

    /** @param factors what the second derivatives of the model's values have to be multiplied with as well */
    record Linearized(double[] residuals, double[][] jacobian, double[] factors) {}
}
