package ag.fit;

import ag.engine.Elementary;
import java.util.Arrays;

/**
 * The least-squares step within a radius, after Moré, The Levenberg-Marquardt algorithm: implementation and theory (1978): the damping λ
 * for which the step has the length of the radius is found by Newton's method on the length. Columns come scaled, so that lengths
 * are plain.
 */
final class TrustRegion {
    /** A step may be longer or shorter than the radius by this share. */
    private static final double SLACK = 0.1;

    private static final int MOST_TRIALS = 12;

    private final double[][] triangle;
    private final double[] right;
    private final Qr qr;
    private final int rank;
    private double damping;

    /**
     * A region at a point.
     *
     * @param qr of the scaled Jacobian
     * @param residuals those at the point
     */
    TrustRegion(Qr qr, int count, double[] residuals, double damping) {
        this.qr = qr;
        this.triangle = qr.triangle();
        this.right = Arrays.copyOf(qr.rotated(residuals), count);
        this.rank = qr.rank(1e-15);
        this.damping = damping;
    }

    /** The λ of the last step. */
    double damping() {
        return damping;
    }

    /** The step without a radius; where columns depend on each other, some do not move. */
    double[] gaussNewton() {
        return negative(qr.solve(right, rank));
    }

    /** The length of what the residuals lose by that step. */
    double reach() {
        return Norms.of(right);
    }

    boolean isFull() {
        return rank == triangle.length;
    }

    /** The step that makes the linear model smallest within the radius. */
    double[] step(double radius) {
        double[] newton = gaussNewton();
        double length = Norms.of(newton);
        if (length <= (1 + SLACK) * radius) {
            damping = 0;
            return newton;
        }
        double low = 0;
        if (isFull()) {
            double slope = Norms.of(qr.solveTransposed(divided(newton, length)));
            low = (length - radius) / radius / slope / slope;
        }
        double gradient = 0;
        for (double[] column : triangle) {
            gradient = Elementary.hypot(gradient, Norms.dot(column, right));
        }
        double high = Math.max(gradient / radius, Double.MIN_NORMAL);
        damping = Math.min(Math.max(damping, low), high);
        if (damping == 0) {
            damping = gradient / length;
        }
        double[] step = newton;
        for (int trial = 0; trial < MOST_TRIALS; trial++) {
            damping = damping == 0 ? Math.max(Double.MIN_NORMAL, 0.001 * high) : damping;
            Qr damped = damped();
            step = damped(damped, right);
            length = Norms.of(step);
            double excess = length - radius;
            if (Math.abs(excess) <= SLACK * radius || length == 0) {
                break;
            }
            double slope = Norms.of(damped.solveTransposed(divided(step, length)));
            if (excess > 0) {
                low = Math.max(low, damping);
            } else {
                high = Math.min(high, damping);
            }
            damping = Math.max(low, damping + excess / radius / slope / slope);
        }
        return step;
    }

    /** The step that other residuals call for, damped as the last one: the second half of geodesic acceleration. */
    double[] alike(double[] residuals) {
        double[] other = Arrays.copyOf(qr.rotated(residuals), triangle.length);
        return damping == 0 ? negative(qr.solve(other, rank)) : damped(damped(), other);
    }

    private Qr damped() {
        int count = triangle.length;
        double root = Math.sqrt(damping);
        double[][] stack = new double[count][];
        for (int j = 0; j < count; j++) {
            stack[j] = Arrays.copyOf(triangle[j], 2 * count);
            stack[j][count + j] = root;
        }
        return Qr.of(stack, 2 * count);
    }

    private static double[] damped(Qr damped, double[] right) {
        int count = right.length;
        return negative(damped.solve(damped.rotated(Arrays.copyOf(right, 2 * count)), count));
    }

    private static double[] negative(double[] vector) {
        double[] negative = new double[vector.length];
        Arrays.setAll(negative, i -> -vector[i]);
        return negative;
    }

    private static double[] divided(double[] vector, double by) {
        double[] divided = new double[vector.length];
        Arrays.setAll(divided, i -> vector[i] / by);
        return divided;
    }
}
