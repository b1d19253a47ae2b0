package ag.numeric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Looks for the place in a range where a function is smallest: at equally spaced places, and around the lowest of them by its derivative
 * where that changes its sign, or by its values alone.
 */
public final class Lowest {
    private static final int STEPS = 512;

    /** Around how many of the low places it looks more closely. */
    private static final int CLOSER = 32;

    private static final double GOLDEN = (3 - Math.sqrt(5)) / 2;

    /** Beside all values at the equally spaced places, so low a value is not the bottom of anything. */
    private static final double ENDLESS = 1e6;

    private Lowest() {}

    /** What kind of place it is. */
    public enum Kind {
        /** The derivative is 0 there. */
        FLAT,
        /** A corner or a jump. */
        CORNER,
        START,
        END,
        /** The function falls without end there. */
        ENDLESS,
        /** The function has no value anywhere in the range. */
        NONE
    }

    /** A place. */
    public record Found(double x, double value, Kind kind) {}

    /** Searches from one finite number to a larger one; of several places that are equally low, the first is given. */
    public static Found between(DifferentiableFunction curve, double low, double high) {
        double[] places = new double[STEPS + 1];
        double[] values = new double[STEPS + 1];
        double size = 1;
        List<Integer> lows = new ArrayList<>();
        for (int i = 0; i <= STEPS; i++) {
            places[i] = i == STEPS ? high : low + (high - low) * i / STEPS;
            double value = curve.value(places[i]);
            values[i] = Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
            size = Double.isFinite(value) ? Math.max(size, Math.abs(value)) : size;
        }
        for (int i = 0; i <= STEPS; i++) {
            boolean isLow = values[i] < Double.POSITIVE_INFINITY
                    && (i == 0 || values[i] <= values[i - 1])
                    && (i == STEPS || values[i] <= values[i + 1]);
            if (isLow) {
                lows.add(i);
            }
        }
        lows.sort(Comparator.comparingDouble(i -> values[i]));
        Found best = new Found(Double.NaN, Double.POSITIVE_INFINITY, Kind.NONE);
        for (int i : lows.subList(0, Math.min(CLOSER, lows.size()))) {
            double left = places[Math.max(0, i - 1)];
            double right = places[Math.min(STEPS, i + 1)];
            Found found = near(curve, left, places[i], right, values[i]);
            if (found.value < best.value || (found.value == best.value && found.x < best.x)) {
                best = found;
            }
        }
        if (best.value < -ENDLESS * size) {
            return new Found(best.x, best.value, Kind.ENDLESS);
        }
        return best.x == low && best.kind == Kind.CORNER
                ? new Found(low, best.value, Kind.START)
                : best.x == high && best.kind == Kind.CORNER ? new Found(high, best.value, Kind.END) : best;
    }

    private static Found near(DifferentiableFunction curve, double left, double middle, double right, double value) {
        double slopeLeft = curve.slope(left);
        double slopeRight = curve.slope(right);
        if (slopeLeft < 0 && slopeRight > 0) {
            Brent.Found turn = Brent.find(curve::slope, left, slopeLeft, right, slopeRight);
            double lowest = curve.value(turn.root());
            if (turn.isRoot(slopeLeft, slopeRight) && lowest <= value) {
                return new Found(turn.root() == 0 ? 0 : turn.root(), lowest, Kind.FLAT);
            }
        }
        if (curve.slope(middle) == 0) {
            return new Found(middle, value, Kind.FLAT);
        }
        return byValues(curve, left, right, new Found(middle, value, Kind.CORNER));
    }

    /** Golden sections. */
    private static Found byValues(DifferentiableFunction curve, double low, double high, Found start) {
        double left = low;
        double right = high;
        Found best = start;
        while (true) {
            boolean above = right - best.x > best.x - left;
            double x = best.x + GOLDEN * (above ? right - best.x : left - best.x);
            if (x == best.x || right - left <= 4 * Math.max(Math.ulp(left), Math.ulp(right))) {
                return best;
            }
            double value = curve.value(x);
            if (value < best.value) {
                left = above ? best.x : left;
                right = above ? right : best.x;
                best = new Found(x, value, Kind.CORNER);
            } else if (above) {
                right = x;
            } else {
                left = x;
            }
        }
    }
}
