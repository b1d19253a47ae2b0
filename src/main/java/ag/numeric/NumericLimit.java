package ag.numeric;

import ag.engine.Elementary;
import java.util.function.DoubleUnaryOperator;

/** Where a function goes as its argument goes to a number or to infinity, extrapolated from its values on the way. */
public sealed interface NumericLimit {
    /** How often the distance to the place is halved. */
    int HALVINGS = 24;

    /** Numbers that agree to this share of themselves tell where the function goes. */
    double KNOWN = 1e-6;

    /** Two sides that differ by less, relative to their size, go to the same number. */
    double SAME = 1e-7;

    /** So many of the last values must run away. */
    int LAST = 12;

    /** How much shorter than the one before a step away may be: rounding. */
    double STEADY = 0.999;

    /**
     * A limit that was found.
     *
     * @param error what it may be off by, as far as the values tell
     */
    record Found(double value, double error) implements NumericLimit {}

    /** The two sides go to different numbers. */
    record Apart(double left, double right) implements NumericLimit {}

    /** The values grow without bound, swing, or are none. */
    record None() implements NumericLimit {}

    /** The values grow without bound: to an infinity. */
    record Grows(double to) implements NumericLimit {}

    /**
     * Looks for a limit.
     *
     * @param at a number or an infinity
     * @param side 1 for from the right, -1 for from the left, 0 for both
     */
    static NumericLimit of(DoubleUnaryOperator f, double at, int side) {
        if (Double.isInfinite(at) || side != 0) {
            return from(f, at, side);
        }
        NumericLimit left = from(f, at, -1);
        NumericLimit right = from(f, at, 1);
        if (left instanceof None || right instanceof None) {
            return new None();
        }
        double a = value(left);
        double b = value(right);
        boolean finite = Double.isFinite(a) && Double.isFinite(b);
        double known = error(left) + error(right) + SAME * Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
        boolean same = finite ? Math.abs(a - b) <= known : a == b;
        return !same ? new Apart(a, b) : error(left) < error(right) ? left : right;
    }

    private static double value(NumericLimit limit) {
        return switch (limit) {
            case Found(double value, double _) -> value;
            case Grows(double to) -> to;
            case Apart _, None _ -> Double.NaN;
        };
    }

    private static double error(NumericLimit limit) {
        return limit instanceof Found(double _, double error) ? error : 0;
    }

    /** Where the values go whose distance from the place is halved each time. */
    private static NumericLimit from(DoubleUnaryOperator f, double at, int side) {
        double[] values = new double[HALVINGS];
        double step = Math.scalb(1.0, Math.getExponent(Math.max(Math.abs(at), 1)) - 2);
        for (int k = 0; k < HALVINGS; k++) {
            values[k] = f.applyAsDouble(
                    Double.isInfinite(at)
                            ? Math.copySign(Math.scalb(1.0, k + 2), at)
                            : at + side * Math.scalb(step, -k));
        }
        if (grows(values)) {
            return new Grows(Math.copySign(Double.POSITIVE_INFINITY, values[HALVINGS - 1]));
        }
        Extrapolation.Limit limit = Extrapolation.of(values);
        if (!(limit.error() <= KNOWN * Math.max(1, Math.abs(limit.value())))) {
            return new None();
        }
        double whole = Elementary.round(limit.value());
        boolean near = Math.abs(limit.value() - whole) <= limit.error();
        return new Found(near ? whole : limit.value(), limit.error());
    }

    /** Whether the values run away at steps that do not get shorter; those of anything that goes to a number do. */
    private static boolean grows(double[] values) {
        double before = 0;
        for (int k = HALVINGS - LAST; k < HALVINGS; k++) {
            double way = values[k] - values[k - 1];
            boolean away = way * values[k] > 0;
            if (Double.isInfinite(values[k]) && values[k] == values[k - 1]) {
                continue;
            }
            if (!away || !(Math.abs(way) >= STEADY * Math.abs(before))) {
                return false;
            }
            before = way;
        }
        return true;
    }
}
