package ag.numeric;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

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

    /** How many times the distance of two windows side by side both may be off by. */
    private static final double DOUBT = 16;

    /** The best that any few neighbours say. */
    public static Limit of(double[] values) {
        Limit best = new Limit(Double.NaN, Double.POSITIVE_INFINITY);
        for (Way way : List.<Way>of(Extrapolation::whole, Extrapolation::any, Extrapolation::still)) {
            Limit[] windows = IntStream.range(WINDOW - 1, values.length)
                    .mapToObj(last -> way.limit(values, last))
                    .toArray(Limit[]::new);
            for (int i = 1; i < windows.length; i++) {
                Limit now = windows[i];
                // What a window says by chance, those beside it do not say.
                double apart = Math.abs(now.value - windows[i - 1].value);
                if (i + 1 < windows.length) {
                    apart = Math.max(apart, Math.abs(now.value - windows[i + 1].value));
                }
                double error = Math.max(now.error, DOUBT * apart) + 8 * Math.ulp(now.value);
                if (Double.isFinite(now.value) && error < best.error && isBorneOut(values, WINDOW - 1 + i, now)) {
                    best = new Limit(now.value, error);
                }
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
