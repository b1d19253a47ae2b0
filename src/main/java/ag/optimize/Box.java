package ag.optimize;

/**
 * Bounds of each number: low ≤ x ≤ high. Without any it is empty.
 *
 * @param low the least values; -∞ where there is none
 * @param high the largest values; ∞ where there is none
 */
public record Box(double[] low, double[] high) {
    /** No bounds. */
    public static final Box NONE = new Box(new double[0], new double[0]);

    public Box {
        low = low.clone();
        high = high.clone();
    }

    boolean isNone() {
        return low.length == 0;
    }

    /** The point of the box that is nearest, in place. */
    void project(double[] x) {
        for (int i = 0; i < low.length; i++) {
            x[i] = Math.min(Math.max(x[i], low[i]), high[i]);
        }
    }

    /** Whether a bound keeps this number from following its gradient down. */
    boolean holds(double[] x, double[] gradient, int i) {
        return !isNone() && ((x[i] <= low[i] && gradient[i] > 0) || (x[i] >= high[i] && gradient[i] < 0));
    }

    /** How far the point moves when it follows the gradient and is projected: zeros at a lowest point. */
    double[] projected(double[] x, double[] gradient) {
        double[] next = Vectors.difference(x, gradient);
        project(next);
        return isNone() ? gradient.clone() : Vectors.difference(x, next);
    }
}
