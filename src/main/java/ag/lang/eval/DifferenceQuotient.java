package ag.lang.eval;

import java.util.function.DoubleUnaryOperator;

/**
 * The derivative of a function at a point from its values alone. Central differences with shrinking steps are extrapolated to
 * step 0, and the estimate with the smallest error is taken (C. J. F. Ridders, "Accurate computation of F'(x)", Advances in
 * Engineering Software 4, 1982), so one rule serves large and small inputs.
 */
final class DifferenceQuotient {
    private static final int STEPS = 12;
    private static final double SHRINK = 1.6;

    private final DoubleUnaryOperator function;
    private final double x;

    DifferenceQuotient(DoubleUnaryOperator function, double x) {
        this.function = function;
        this.x = x;
    }

    /** The best estimate; NaN where the function has no values around the point. */
    double central() {
        double best = Double.NaN;
        double bestError = Double.POSITIVE_INFINITY;
        for (double step = firstStep(); step > firstStep() * 1e-4; step /= 100) {
            double[][] table = new double[STEPS][STEPS];
            double h = step;
            for (int i = 0; i < STEPS; i++) {
                table[i][0] = quotient(h);
                h /= SHRINK;
                double factor = SHRINK * SHRINK;
                for (int j = 1; j <= i; j++) {
                    table[i][j] = (table[i][j - 1] * factor - table[i - 1][j - 1]) / (factor - 1);
                    factor *= SHRINK * SHRINK;
                    double error = Math.max(
                            Math.abs(table[i][j] - table[i][j - 1]), Math.abs(table[i][j] - table[i - 1][j - 1]));
                    if (error < bestError) {
                        bestError = error;
                        best = table[i][j];
                    }
                }
            }
        }
        return best;
    }

    /** One central difference with the step that a textbook recommends: the cube root of the rounding error, times x. */
    double plain() {
        return quotient(Math.cbrt(Math.ulp(1.0)) * Math.max(Math.abs(x), 1));
    }

    /** Whether the slopes to the left and to the right disagree, however small the step. */
    boolean isKink() {
        double value = function.applyAsDouble(x);
        if (!Double.isFinite(value)) {
            return false;
        }
        double wide = gap(value, firstStep() * 1e-4);
        double narrow = gap(value, firstStep() * 1e-6);
        // On a smooth curve the gap shrinks with the step; at a kink it stays.
        return !Double.isFinite(narrow) || (narrow > 1e-4 && narrow > wide / 10);
    }

    private double gap(double value, double h) {
        double left = (value - function.applyAsDouble(x - h)) / h;
        double right = (function.applyAsDouble(x + h) - value) / h;
        double scale = Math.max(Math.max(Math.abs(left), Math.abs(right)), 1e-12);
        return Math.abs(right - left) / scale;
    }

    private double quotient(double h) {
        double above = x + h;
        double below = x - h;
        return (function.applyAsDouble(above) - function.applyAsDouble(below)) / (above - below);
    }

    private double firstStep() {
        return x == 0 ? 0.1 : Math.abs(x) * 0.1;
    }
}
