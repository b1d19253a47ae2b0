package ag.lang.values;

import ag.numeric.Richardson;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;

/**
 * What a function is like on one side of a point, from its values alone. It is looked at from an eighth of the point's size (of 1
 * near 0) down to its last digits, each step half of the one before; the slopes to the point are extrapolated to step 0, for
 * whole powers of the step and for any other. An extrapolation counts only where no smaller step speaks against it.
 *
 * @param slope the slope, where there is one; its limit, infinite, where it is steep; NaN otherwise
 * @param error what the slope may be off by
 * @param scale how steep the curve is farther away, for what counts as a small error
 * @param limit the value it arrives at, where it differs from that at the point; NaN otherwise
 */
public record OneSided(Kind kind, double slope, double error, double scale, double limit) {
    /** What a side is like. */
    public enum Kind {
        /** The curve arrives with a finite slope. */
        SLOPE,
        /** It arrives vertically. */
        STEEP,
        /** It arrives at another value. */
        LEAP,
        /** It goes to infinity. */
        POLE,
        /** There are no values. */
        NONE,
        /** The digits at hand do not tell. */
        UNCLEAR
    }

    private static final BitSet NOWHERE = new BitSet();
    private static final int STEPS = 72;
    /** This many steps in a row, the smallest, tell what a limit is like. */
    private static final int TAIL = 6;
    /** This many slopes are extrapolated at once. */
    private static final int WINDOW = 6;
    /**
     * Looks at one side.
     *
     * @param middle the value at the point
     * @param rounding about how much of a value is rounding
     * @param sign -1 to the left, 1 to the right
     */
    public static OneSided of(DoubleUnaryOperator function, double x, double middle, double rounding, int sign) {
        return of(function, _ -> NOWHERE, x, middle, rounding, sign);
    }

    /**
     * The same of a function that has corners at the point.
     *
     * @param corners at which of them it still is beside the point: steps so small that a corner is not left, as that of
     *     {@code max(1, cosh(x))} where {@code cosh(x)} rounds to 1, tell nothing
     */
    static OneSided of(
            DoubleUnaryOperator function,
            DoubleFunction<BitSet> corners,
            double x,
            double middle,
            double rounding,
            int sign) {
        return new Look(function, corners, x, middle, rounding, sign).judge();
    }

    private static OneSided of(Kind kind) {
        return new OneSided(kind, Double.NaN, Double.POSITIVE_INFINITY, 0, Double.NaN);
    }

    /** The values on one side, the largest step first. */
    private static final class Look {
        private final double[] steps;
        private final double[] values;
        private final double[] changes;
        private final double[] slopes;
        private final double noise;
        private final int count;

        Look(
                DoubleUnaryOperator function,
                DoubleFunction<BitSet> corners,
                double x,
                double middle,
                double rounding,
                int sign) {
            BitSet[] at = new BitSet[STEPS];
            double[] step = new double[STEPS];
            double[] value = new double[STEPS];
            double h = Math.scalb(1.0, Math.getExponent(Math.max(Math.abs(x), 1)) - 3);
            int n = 0;
            for (; n < STEPS && h >= 4 * Math.ulp(x); h /= 2) {
                step[n] = (x + sign * h) - x;
                value[n] = function.applyAsDouble(x + sign * h);
                at[n] = corners.apply(x + sign * h);
                n++;
            }
            count = told(at, n);
            steps = Arrays.copyOf(step, count);
            values = Arrays.copyOf(value, count);
            changes = new double[count];
            slopes = new double[count];
            Arrays.setAll(changes, k -> values[k] - middle);
            Arrays.setAll(slopes, k -> changes[k] / steps[k]);
            noise = 4 * Math.max(rounding, Math.ulp(middle));
        }

        /** How many steps leave each corner that the largest one leaves. */
        private static int told(BitSet[] corners, int steps) {
            int told = steps;
            for (int corner = 0; steps > 0 && corner < corners[steps - 1].length(); corner++) {
                int first = steps;
                while (first > 0 && corners[first - 1].get(corner)) {
                    first--;
                }
                told = first == 0 ? told : Math.min(told, first);
            }
            return told;
        }

        OneSided judge() {
            if (count < WINDOW || count <= TAIL) {
                // Beside an infinite number there is no step to take; where corners are near, few steps are left, and
                // each of the
                // smallest is compared with the one before.
                return of(Kind.UNCLEAR);
            }
            if (isTail(k -> Double.isNaN(values[k]))) {
                return of(Kind.NONE);
            }
            if (isTail(k -> Double.isInfinite(values[k])) || isTail(k -> ratio(values, k) > 1.5)) {
                return of(Kind.POLE);
            }
            if (isTail(k -> isClear(k) && ratio(changes, k) > 0.995)) {
                return new OneSided(Kind.LEAP, Double.NaN, Double.POSITIVE_INFINITY, 0, values[count - 1]);
            }
            if (isTail(k -> isClear(k) && ratio(slopes, k) > 1.03)) {
                return new OneSided(
                        Kind.STEEP, Math.copySign(Double.POSITIVE_INFINITY, slopes[count - 1]), 0, 0, Double.NaN);
            }
            if (Arrays.stream(changes).allMatch(change -> change == 0)) {
                // Flat as far as can be seen: what its digits could hide is all that is not known.
                return new OneSided(Kind.SLOPE, 0, 8 * noiseOf(0), Double.MAX_VALUE, Double.NaN);
            }
            OneSided best = of(Kind.UNCLEAR);
            double least = Double.POSITIVE_INFINITY;
            for (int from = 0; from + WINDOW <= count; from++) {
                for (OneSided candidate : new OneSided[] {whole(from), any(from)}) {
                    if (candidate.error < least && isBorneOut(candidate, from + WINDOW)) {
                        best = candidate;
                        least = candidate.error;
                    }
                }
            }
            return best;
        }

        private interface Test {
            boolean holds(int step);
        }

        /** Whether something holds for the smallest steps. */
        private boolean isTail(Test test) {
            for (int k = count - TAIL; k < count; k++) {
                if (!test.holds(k)) {
                    return false;
                }
            }
            return true;
        }

        private boolean isClear(int k) {
            return Math.abs(changes[k]) > 16 * noise;
        }

        /** How much larger a number is than that of the step before, which was twice as wide. */
        private static double ratio(double[] numbers, int k) {
            return Math.abs(numbers[k]) / Math.abs(numbers[k - 1]);
        }

        /** What the last digits of the values may change in a slope. */
        private double noiseOf(int k) {
            return (noise + 4 * Math.ulp(values[k])) / Math.abs(steps[k]);
        }

        /** Extrapolated as for a curve that has a power series: each column takes out the next power of the step. */
        private OneSided whole(int from) {
            Richardson extrapolated = Richardson.of(Arrays.copyOfRange(slopes, from, from + WINDOW));
            return found(extrapolated.value(), extrapolated.error(), from);
        }

        /** Extrapolated as for any power of the step: what is left shrinks by one factor from step to step. */
        private OneSided any(int from) {
            int end = from + WINDOW - 1;
            double limit = limit(end);
            return found(limit, Math.abs(limit - limit(end - 1)), from);
        }

        private double limit(int k) {
            double now = slopes[k] - slopes[k - 1];
            double before = slopes[k - 1] - slopes[k - 2];
            double shrinks = now / before;
            return now == 0
                    ? slopes[k]
                    : shrinks > 0 && shrinks < 0.97 ? slopes[k] + now * shrinks / (1 - shrinks) : Double.NaN;
        }

        private OneSided found(double slope, double error, int from) {
            double possible = error + 8 * noiseOf(from + WINDOW - 1);
            return Double.isFinite(slope) && Double.isFinite(possible)
                    ? new OneSided(Kind.SLOPE, slope, possible, scale(), Double.NaN)
                    : of(Kind.UNCLEAR);
        }

        private double scale() {
            return Arrays.stream(slopes)
                    .limit(2 * WINDOW)
                    .map(Math::abs)
                    .filter(Double::isFinite)
                    .max()
                    .orElse(0);
        }

        /** Whether the smaller steps come nearer, as far as their digits tell. */
        private boolean isBorneOut(OneSided candidate, int next) {
            double before = Math.abs(slopes[next - 1] - candidate.slope);
            for (int k = next; k < count; k++) {
                if (!(Math.abs(slopes[k] - candidate.slope) <= before + candidate.error + 4 * noiseOf(k))) {
                    return false;
                }
            }
            return true;
        }
    }
}
