package ag.optimize;

/** Functions of the same numbers that must be at most 0, or 0. */
public interface Constraints {
    /** Which of them must be 0; the others at most 0. */
    boolean[] equalities();

    /**
     * Their values at a point.
     *
     * @param gradients takes the gradient of each, a row for each
     */
    double[] at(double[] x, double[][] gradients);
}
