package ag.optimize;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A function near a point, by its gradient and second derivatives in the numbers that are free: those that no bound holds.
 *
 * @param free which numbers are free
 * @param hessian the second derivatives in the free ones; null where products are taken instead
 * @param times the product of all second derivatives with a vector
 */
record Near(
        double[] x,
        double[] gradient,
        Box box,
        int[] free,
        double @Nullable [][] hessian,
        UnaryOperator<double[]> times) {
    /** This many numbers may have a matrix of second derivatives. */
    private static final int MOST_EXACT = 100;

    static Near of(Step step) {
        double[] x = step.parameters().clone();
        double[] gradient = step.gradient();
        Objective objective = step.objective();
        int[] free = IntStream.range(0, x.length)
                .filter(i -> !step.box().holds(x, gradient, i))
                .toArray();
        if (x.length > MOST_EXACT) {
            return new Near(x, gradient, step.box(), free, null, vector -> objective.hessianTimes(x, vector));
        }
        double[][] all = objective.hessian(x);
        double[][] part = new double[free.length][free.length];
        for (int i = 0; i < free.length; i++) {
            for (int k = 0; k < free.length; k++) {
                part[i][k] = all[free[i]][free[k]];
            }
        }
        return new Near(x, gradient, step.box(), free, part, vector -> {
            double[] product = new double[vector.length];
            Arrays.setAll(product, i -> Vectors.dot(all[i], vector));
            return product;
        });
    }

    /** The region of trust around the point, in the measure of the scales. */
    QuadraticModel region(double @Nullable [] scales) {
        double[] slopes = new double[free.length];
        Arrays.setAll(slopes, i -> gradient[free[i]] / scale(scales, i));
        if (hessian == null) {
            return new SteihaugRegion(vector -> inFree(times.apply(inAll(vector, scales)), scales), slopes);
        }
        double[][] curvatures = new double[free.length][free.length];
        for (int i = 0; i < free.length; i++) {
            for (int k = 0; k < free.length; k++) {
                curvatures[i][k] = hessian[i][k] / (scale(scales, i) * scale(scales, k));
            }
        }
        return new ExactRegion(curvatures, slopes);
    }

    private double scale(double @Nullable [] scales, int i) {
        return scales == null ? 1 : scales[free[i]];
    }

    private double[] inAll(double[] part, double @Nullable [] scales) {
        double[] all = new double[x.length];
        for (int i = 0; i < free.length; i++) {
            all[free[i]] = part[i] / scale(scales, i);
        }
        return all;
    }

    private double[] inFree(double[] all, double @Nullable [] scales) {
        double[] part = new double[free.length];
        Arrays.setAll(part, i -> all[free[i]] / scale(scales, i));
        return part;
    }

    /** Where a step leads, within the bounds. */
    double[] moved(double[] step, double @Nullable [] scales) {
        double[] next = x.clone();
        Vectors.add(next, 1, inAll(step, scales));
        box.project(next);
        return next;
    }

    /** By how much the function falls on the way to a point, as its derivatives tell. */
    double promised(double[] next) {
        double[] way = Vectors.difference(next, x);
        return -Vectors.dot(gradient, way) - 0.5 * Vectors.dot(way, times.apply(way));
    }

    /** The second derivative of each number by itself; 0 where there are too many to know, and for those that are held. */
    double[] curvatures() {
        double[] own = new double[x.length];
        for (int i = 0; hessian != null && i < free.length; i++) {
            own[free[i]] = hessian[i][i];
        }
        return own;
    }
}
