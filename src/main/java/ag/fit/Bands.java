package ag.fit;

import java.util.Arrays;

/**
 * A fitted curve with what is known of it at each x, to first order in the errors of the parameters: f ± t·√(gᵀCg), where g is the gradient
 * in the parameters, C their covariance and t Student's for 95 %.
 */
public final class Bands {
    private static final double PROBABILITY = 0.95;

    private final Model curve;
    private final double[] parameters;
    private final FitStatistics statistics;
    private final double factor;

    /**
     * The bands of a fit.
     *
     * @param curve the model of one sample, whose last parameter is x
     * @param parameters the others
     */
    public Bands(Model curve, double[] parameters, FitStatistics statistics) {
        this.curve = curve;
        this.parameters = parameters;
        this.statistics = statistics;
        this.factor = statistics.degrees() > 0 ? StudentT.within(PROBABILITY, statistics.degrees()) : Double.NaN;
    }

    private double[] at(double x) {
        double[] at = Arrays.copyOf(parameters, parameters.length + 1);
        at[parameters.length] = x;
        return at;
    }

    /** The fitted curve. */
    public double value(double x) {
        return curve.values(at(x))[0];
    }

    private double variance(double x) {
        double[][] gradient = curve.jacobian(at(x));
        double variance = 0;
        for (int i = 0; i < parameters.length; i++) {
            for (int j = 0; j < parameters.length; j++) {
                variance += gradient[i][0] * statistics.covariance()[i][j] * gradient[j][0];
            }
        }
        return variance;
    }

    /** How far the true curve may be off: half the confidence band. */
    public double confidence(double x) {
        return factor * Math.sqrt(variance(x));
    }

    /** How far a new sample may be off: half the prediction band. */
    public double prediction(double x) {
        return factor * Math.sqrt(variance(x) + statistics.residual() * statistics.residual());
    }
}
