package ag.optimize;

/**
 * Searches along a direction for a point that satisfies the strong Wolfe conditions: the value has fallen by at least a share 1e-4 of what
 * the slope promised, and the slope by a tenth. First steps grow until such a point lies between two of them, then the bracket shrinks
 * by cubic interpolation.
 *
 * <p>Nocedal and Wright, Numerical Optimization (2006), algorithms 3.5 and 3.6; the safeguards are those of minFunc (Schmidt 2005), which
 * PyTorch has too. A value that is no finite number counts as too large.
 */
final class LineSearch {
    private static final double FALL = 1e-4;
    private static final double SLOPE = 0.9;
    private static final int MOST = 25;
    private static final double ROUNDING = 0x1p-50;

    private final Objective objective;
    private final double[] start;
    private final double[] direction;
    private final double value;
    private final double slope;
    /** Brackets shorter than this, measured along the direction's largest number, are not divided further. */
    private final double shortest;

    /**
     * A point on the line.
     *
     * @param t how many directions away from the start
     * @param slope the derivative along the direction
     */
    record Point(double t, double value, double slope, double[] gradient) {
        boolean isFinite() {
            return Double.isFinite(value) && Double.isFinite(slope);
        }
    }

    LineSearch(Objective objective, Step from, double[] direction, double slope, double shortest) {
        this.objective = objective;
        start = from.parameters();
        this.direction = direction;
        value = from.loss();
        this.slope = slope;
        this.shortest = shortest / Vectors.largest(direction);
    }

    /** The best point found; with t = 0 where there is none below the start. */
    Point from(double first, double[] gradient) {
        Point before = new Point(0, value, slope, gradient.clone());
        Point now = at(first);
        for (int asked = 0; asked < MOST; asked++) {
            if (isTooHigh(now) || (asked > 1 && now.value >= before.value)) {
                return between(before, now, asked);
            }
            if (Math.abs(now.slope) <= -SLOPE * slope) {
                return now;
            }
            if (now.slope >= 0) {
                return between(before, now, asked);
            }
            double least = now.t + 0.01 * (now.t - before.t);
            double t = cubic(before, now, least, now.t * 10);
            before = now;
            now = at(t);
        }
        return now;
    }

    /** Shrinks the bracket between two points, of which one has fallen enough. */
    private Point between(Point one, Point other, int asked) {
        Point low = lower(one, other) ? one : other;
        Point high = lower(one, other) ? other : one;
        boolean poor = false;
        for (int count = asked; count < MOST; count++) {
            double from = Math.min(low.t, high.t);
            double to = Math.max(low.t, high.t);
            if (to - from < shortest || to - from <= Math.ulp(to)) {
                break;
            }
            double t = cubic(low, high, from, to);
            double edge = 0.1 * (to - from);
            if (Math.min(to - t, t - from) >= edge) {
                poor = false;
            } else if (poor || t >= to || t <= from) {
                t = Math.abs(t - to) < Math.abs(t - from) ? to - edge : from + edge;
                poor = false;
            } else {
                poor = true;
            }
            Point now = at(t);
            if (isTooHigh(now) || now.value >= low.value) {
                high = now;
                if (!lower(low, high)) {
                    Point swapped = low;
                    low = high;
                    high = swapped;
                }
            } else {
                if (Math.abs(now.slope) <= -SLOPE * slope) {
                    return now;
                }
                if (now.slope * (high.t - low.t) >= 0) {
                    high = low;
                }
                low = now;
            }
        }
        return low;
    }

    private static boolean lower(Point one, Point other) {
        return !other.isFinite() || one.value <= other.value;
    }

    /** Where values differ by no more than rounding, only slopes tell (the approximate conditions of Hager and Zhang 2005). */
    private boolean isTooHigh(Point point) {
        return !point.isFinite() || (point.value > value + FALL * point.t * slope && !isRounding(point.value, value));
    }

    /** Whether two values differ by no more than their last bits. */
    static boolean isRounding(double one, double other) {
        return Math.abs(one - other) <= ROUNDING * Math.abs(other);
    }

    /** Where the cubic through both points, with their slopes, is smallest; the middle where it has no such place. */
    private static double cubic(Point one, Point other, double low, double high) {
        Point left = one.t <= other.t ? one : other;
        Point right = one.t <= other.t ? other : one;
        double d1 = left.slope + right.slope - 3 * (left.value - right.value) / (left.t - right.t);
        double square = d1 * d1 - left.slope * right.slope;
        if (!(square >= 0)) {
            return (low + high) / 2;
        }
        double d2 = Math.sqrt(square);
        double t = right.t - (right.t - left.t) * ((right.slope + d2 - d1) / (right.slope - left.slope + 2 * d2));
        return Double.isNaN(t) ? (low + high) / 2 : Math.clamp(t, low, high);
    }

    private Point at(double t) {
        double[] x = start.clone();
        for (int i = 0; i < x.length; i++) {
            x[i] += t * direction[i];
        }
        double[] gradient = new double[x.length];
        double reached = objective.at(x, gradient);
        return new Point(t, reached, Vectors.dot(gradient, direction), gradient);
    }
}
