package ag.optimize;

/** A function of n numbers that is made small, with its gradient. */
@FunctionalInterface
public interface Objective {
    /**
     * The value at a point.
     *
     * @param x the point, n numbers; not changed and not kept
     * @param gradient takes the n partial derivatives there
     */
    double at(double[] x, double[] gradient);

    /** The value alone. */
    default double value(double[] x) {
        return at(x, new double[x.length]);
    }

    /** The second derivatives at a point, n rows of n numbers. */
    default double[][] hessian(double[] x) {
        double[][] rows = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            double[] unit = new double[x.length];
            unit[i] = 1;
            rows[i] = hessianTimes(x, unit);
        }
        return rows;
    }

    /**
     * A sum of squares near a point, up to a constant.
     *
     * @param residuals what is squared
     * @param jacobian their derivatives, a column for each of the n numbers
     */
    record Squares(double[] residuals, double[][] jacobian) {}

    /** What is squared, for functions that are sums of squares. */
    default Squares squares(double[] x) {
        throw new UnsupportedOperationException("no sum of squares");
    }

    /** The second derivative of each residual of {@link #squares} along a direction; not finite where there is none. */
    default double[] bend(double[] x, double[] direction) {
        throw new UnsupportedOperationException("no sum of squares");
    }

    /** The product of the second derivatives at a point with a vector, for functions that have them. */
    default double[] hessianTimes(double[] x, double[] vector) {
        throw new UnsupportedOperationException("no second derivatives");
    }
}
