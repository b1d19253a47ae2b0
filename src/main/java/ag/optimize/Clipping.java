package ag.optimize;

/**
 * What gradients are cut down to before a step, as PyTorch's {@code clip_grad_value_} and {@code clip_grad_norm_} do.
 *
 * @param value the largest size of each number; ∞ for any
 * @param norm the largest length of the gradient as a whole, taken after the values; ∞ for any
 */
public record Clipping(double value, double norm) {
    public static final Clipping NONE = new Clipping(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** PyTorch's, so that a gradient of zeros is not divided by zero. */
    private static final double EPS = 1e-6;

    /** Cuts the gradient down, in place. */
    void cut(double[] gradient) {
        if (value < Double.POSITIVE_INFINITY) {
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = Math.min(Math.max(gradient[i], -value), value);
            }
        }
        if (norm < Double.POSITIVE_INFINITY) {
            double share = norm / (Vectors.norm(gradient) + EPS);
            for (int i = 0; share < 1 && i < gradient.length; i++) {
                gradient[i] *= share;
            }
        }
    }
}
