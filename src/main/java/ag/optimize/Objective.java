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
}
