package ag.lang.statements;

import ag.engine.Elementary;
import java.util.function.DoubleUnaryOperator;

/**
 * The derivative of a function at a point from its values alone. Central differences with shrinking steps are extrapolated to
 * step 0, and the estimate with the smallest error is taken (C. J. F. Ridders, "Accurate computation of F'(x)", Advances in
 * Engineering Software 4, 1982), so one rule serves large and small inputs.
 */
final class DifferenceQuotient {
    private static final int STEPS = 12;
    private static final double SHRINK = 1.6;

    /** With this relative error smaller steps are not tried, with the other one larger steps. */
    private static final double GOOD = 1e-11;

    private static final double FAIR = 1e-7;

    private final DoubleUnaryOperator function;
    private final double x;

    DifferenceQuotient(DoubleUnaryOperator function, double x) {
        this.function = function;
        this.x = x;
    }

    /** The best estimate; NaN where the function has no values around the point. */
    Estimate central() {
        double size = x == 0 ? 1 : Math.abs(x);
        Estimate best = Estimate.NONE;
        for (double step = 0.1 * size; step > Math.min(size, 1) * 1e-5 && !best.isGood(); step /= 100) {
            best = best.orBetter(extrapolated(step));
        }
        // Where x is so small that nothing changes in the digits at hand, larger steps are worth a try.
        for (double step = 10 * size; step < 1 && best.error > FAIR * Math.abs(best.slope); step *= 100) {
            best = best.orBetter(extrapolated(step));
        }
        return best;
    }

    /**
     * A slope and what it may be off by.
     *
     * @param lost how much of that is digits lost where two numbers that are nearly the same are subtracted
     */
    record Estimate(double slope, double error, double lost) {
        static final Estimate NONE = new Estimate(Double.NaN, Double.POSITIVE_INFINITY, 0);

        boolean isGood() {
            return error <= GOOD * Math.abs(slope);
        }

        Estimate orBetter(Estimate other) {
            return other.error < error ? other : this;
        }
    }

    private Estimate extrapolated(double step) {
        Estimate best = Estimate.NONE;
        double[][] table = new double[STEPS][STEPS];
        double h = step;
        for (int i = 0; i < STEPS; i++) {
            double above = function.applyAsDouble(x + h);
            double below = function.applyAsDouble(x - h);
            double lost = Math.ulp(Math.max(Math.abs(above), Math.abs(below))) / h;
            table[i][0] = (above - below) / ((x + h) - (x - h));
            h /= SHRINK;
            double factor = SHRINK * SHRINK;
            for (int j = 1; j <= i; j++) {
                table[i][j] = (table[i][j - 1] * factor - table[i - 1][j - 1]) / (factor - 1);
                factor *= SHRINK * SHRINK;
                double error =
                        Math.max(Math.abs(table[i][j] - table[i][j - 1]), Math.abs(table[i][j] - table[i - 1][j - 1]));
                best = best.orBetter(new Estimate(table[i][j], Math.max(error, lost), lost));
            }
        }
        return best;
    }

    /** One central difference with the step that a textbook recommends: the cube root of the rounding error, times x. */
    double plain() {
        return quotient(Elementary.cbrt(Math.ulp(1.0)) * Math.max(Math.abs(x), 1));
    }

    private double quotient(double h) {
        double above = x + h;
        double below = x - h;
        return (function.applyAsDouble(above) - function.applyAsDouble(below)) / (above - below);
    }
}
