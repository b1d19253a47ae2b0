package ag.numeric;

import java.util.Arrays;
import java.util.List;

/** Where a sequence goes whose steps are halved each time: extrapolated for whole powers of the step, and for any one power. */
public final class Extrapolation {
    private static final int WINDOW = 6;
    private static final double CAUTION = 50;

    private Extrapolation() {}

    /**
     * A limit.
     *
     * @param error what it may be off by, as far as the numbers tell; infinite where they do not
     */
    public record Limit(double value, double error) {}

    /** How many times their distance two windows side by side may both be off by. */
    private static final double DOUBT = 4;

    /** The best that any few neighbours say. */
    public static Limit of(double[] values) {
        Limit best = new Limit(Double.NaN, Double.POSITIVE_INFINITY);
        for (Way way : List.<Way>of(Extrapolation::whole, Extrapolation::any, Extrapolation::still)) {
            Limit before = new Limit(Double.NaN, Double.POSITIVE_INFINITY);
            for (int last = WINDOW - 1; last < values.length; last++) {
                Limit now = way.limit(values, last);
                // What a window says by chance, the one before it does not say.
                double apart = DOUBT * Math.abs(now.value - before.value);
                double error = Math.max(now.error, apart) + 8 * Math.ulp(now.value);
                if (Double.isFinite(now.value) && error < best.error && isBorneOut(values, last, now)) {
                    best = new Limit(now.value, error);
                }
                before = now;
            }
        }
        return best;
    }

    /** What a few values up to one of them say. */
    private interface Way {
        Limit limit(double[] values, int last);
    }

    /** Whether the next steps come nearer: values that grow or swing do not. */
    private static boolean isBorneOut(double[] values, int last, Limit limit) {
        double before = Math.abs(values[last] - limit.value) + limit.error + 64 * Math.ulp(values[last]);
        for (int k = last + 1; k < Math.min(last + 5, values.length); k++) {
            if (!(Math.abs(values[k] - limit.value) <= before)) {
                return false;
            }
        }
        return Math.abs(values[last] - limit.value) <= Math.abs(values[last - 1] - limit.value) + limit.error;
    }

    private static Limit whole(double[] values, int last) {
        Richardson found = Richardson.of(Arrays.copyOfRange(values, last + 1 - WINDOW, last + 1));
        return new Limit(found.value(), found.error());
    }

    private static Limit any(double[] values, int last) {
        double now = aitken(values, last);
        // Beside a logarithm each is off by more than its neighbours differ.
        return new Limit(
                now, CAUTION * (Math.abs(now - aitken(values, last - 1)) + Math.abs(now - aitken(values, last - 2))));
    }

    private static double aitken(double[] values, int last) {
        double now = values[last] - values[last - 1];
        double before = values[last - 1] - values[last - 2];
        double shrinks = now / before;
        return now == 0
                ? values[last]
                : Math.abs(shrinks) < 0.97 ? values[last] + now * shrinks / (1 - shrinks) : Double.NaN;
    }

    /** Values that no longer change. */
    private static Limit still(double[] values, int last) {
        double error = 0;
        for (int i = last + 1 - WINDOW; i < last; i++) {
            error = Math.max(error, Math.abs(values[i] - values[last]));
        }
        return new Limit(values[last], error);
    }
}
