package ag.chart;

import java.util.function.DoubleUnaryOperator;

/** Places between two samples of a function, found by making the interval smaller. {@code sign} -1 looks at its negative. */
record Halving(DoubleUnaryOperator function, double sign) {
    private static final int HALVINGS = 80;
    /** The smaller part of a line divided in the golden ratio. */
    private static final double GOLDEN = 0.381966011250105;

    /** Two neighbours between which a function changes suddenly; {@code gap} where it has no value between them. */
    record Sides(double left, double right, boolean gap) {}

    private double at(double x) {
        return sign * function.applyAsDouble(x);
    }

    /** Where the function changes its sign. */
    double zero(double low, double high) {
        double left = low;
        double right = high;
        double before = at(left);
        for (int i = 0; i < HALVINGS; i++) {
            double middle = middle(left, right);
            double value = at(middle);
            if (value == 0) {
                return middle;
            }
            if (value * before > 0) {
                left = middle;
            } else {
                right = middle;
            }
        }
        return Math.abs(at(left)) < Math.abs(at(right)) ? left : right;
    }

    /** Where the function has its largest step; each time in the half that has the larger part of it. */
    Sides sides(double low, double high) {
        double left = low;
        double right = high;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = middle(left, right);
            if (middle <= left || middle >= right) {
                break;
            }
            double value = at(middle);
            if (!Double.isFinite(value)) {
                return new Sides(lastFinite(left, middle), lastFinite(right, middle), true);
            }
            if (Math.abs(value - at(left)) >= Math.abs(at(right) - value)) {
                right = middle;
            } else {
                left = middle;
            }
        }
        return new Sides(left, right, false);
    }

    /** The last place with a finite value, from one that has it to one that has none. */
    double lastFinite(double finite, double other) {
        double inside = finite;
        double outside = other;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = middle(inside, outside);
            if (Double.isFinite(at(middle))) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return inside;
    }

    /** Where the function is highest, given a place that is higher than the ends around it (golden section search). */
    double highest(double low, double between, double high) {
        double left = low;
        double best = between;
        double right = high;
        double top = at(best);
        for (int i = 0; i < HALVINGS; i++) {
            double next = right - best > best - left ? best + GOLDEN * (right - best) : best - GOLDEN * (best - left);
            double value = at(next);
            if (value > top || !Double.isFinite(value)) {
                if (next > best) {
                    left = best;
                } else {
                    right = best;
                }
                best = next;
                top = value;
                if (!Double.isFinite(value)) {
                    return best;
                }
            } else if (next > best) {
                right = next;
            } else {
                left = next;
            }
        }
        return best;
    }

    private static double middle(double left, double right) {
        return left + (right - left) / 2;
    }
}
