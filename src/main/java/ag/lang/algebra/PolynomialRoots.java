package ag.lang.algebra;

import java.util.ArrayList;
import java.util.List;

/**
 * The real roots of a polynomial with numbers for coefficients, all of them: between two neighbouring roots of its derivative it goes
 * one way only, so that there it has one root or none.
 */
final class PolynomialRoots {
    private static final int MOST_HALVINGS = 2200;

    private PolynomialRoots() {}

    /**
     * The roots in rising order.
     *
     * @param coefficients of the powers from 0 up; the last is not 0, and no root is a double one
     */
    static List<Double> of(double[] coefficients) {
        int degree = coefficients.length - 1;
        if (degree < 1) {
            return List.of();
        }
        if (degree == 1) {
            return List.of(-coefficients[0] / coefficients[1]);
        }
        double[] slope = new double[degree];
        for (int i = 1; i <= degree; i++) {
            slope[i - 1] = i * coefficients[i];
        }
        double bound = bound(coefficients);
        List<Double> ends = new ArrayList<>(List.of(-bound));
        of(slope).stream().filter(turn -> Math.abs(turn) < bound).forEach(ends::add);
        ends.add(bound);
        List<Double> roots = new ArrayList<>();
        for (int i = 1; i < ends.size(); i++) {
            double low = ends.get(i - 1);
            double high = ends.get(i);
            double atLow = at(coefficients, low);
            double atHigh = at(coefficients, high);
            if (atLow == 0) {
                add(roots, low);
            } else if (atHigh != 0 && (atLow < 0) != (atHigh < 0)) {
                add(roots, between(coefficients, low, high, atLow < 0));
            }
        }
        return roots;
    }

    private static void add(List<Double> roots, double root) {
        if (roots.isEmpty() || roots.getLast() != root) {
            roots.add(root);
        }
    }

    /** Cauchy's bound: no root is farther from 0. */
    private static double bound(double[] coefficients) {
        double most = 0;
        for (int i = 0; i < coefficients.length - 1; i++) {
            most = Math.max(most, Math.abs(coefficients[i] / coefficients[coefficients.length - 1]));
        }
        return 1 + most;
    }

    private static double between(double[] coefficients, double from, double to, boolean rises) {
        double low = from;
        double high = to;
        for (int i = 0; i < MOST_HALVINGS; i++) {
            double middle = low + (high - low) / 2;
            if (!(low < middle && middle < high)) {
                break;
            }
            double value = at(coefficients, middle);
            if (value == 0) {
                return middle;
            }
            if ((value < 0) == rises) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.abs(at(coefficients, low)) <= Math.abs(at(coefficients, high)) ? low : high;
    }

    /** The value by Horner's rule. */
    private static double at(double[] coefficients, double x) {
        double value = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            value = value * x + coefficients[i];
        }
        return value;
    }
}
