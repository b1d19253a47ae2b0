package ag.lang.values;

import ag.engine.Elementary;
import ag.lang.values.OneSided.Kind;
import ag.result.Numerals;
import java.util.BitSet;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a function is like on both sides of a point.
 *
 * @param middle the value at the point
 */
public record Sides(double middle, OneSided left, OneSided right) {
    /** A slope that may be off by more than this share of what is usual nearby is not told. */
    private static final double WORTH = 1e-3;

    /** Slopes that differ by a smaller share differ by rounding. */
    private static final double SAME = 1e-9;

    /** A gradient that differs from the slope by more is another number. */
    private static final double OTHER = 1e-4;
    /** Slopes this much smaller than those farther away are rounding: x²·sin(1/x) has the slope 0 at 0. */
    private static final double ROUNDING = 1e-15;

    public static Sides of(DoubleUnaryOperator function, double x, double middle, double rounding) {
        return new Sides(
                middle, OneSided.of(function, x, middle, rounding, -1), OneSided.of(function, x, middle, rounding, 1));
    }

    /** @param corners at which of the point's corners the function still is beside it */
    static Sides of(
            DoubleUnaryOperator function, DoubleFunction<BitSet> corners, double x, double middle, double rounding) {
        return new Sides(
                middle,
                OneSided.of(function, corners, x, middle, rounding, -1),
                OneSided.of(function, corners, x, middle, rounding, 1));
    }

    /** As if the function had at the point the value that it tends to from both sides, where there is one such value. */
    Sides withoutGap(DoubleUnaryOperator function, DoubleFunction<BitSet> corners, double x, double rounding) {
        double gap = Math.abs(left.limit() - right.limit());
        double doubt = 1e-6 * Math.max(Math.abs(left.limit()), Math.abs(right.limit()));
        boolean isGap = left.kind() == Kind.LEAP && right.kind() == Kind.LEAP && gap <= doubt;
        return isGap ? of(function, corners, x, (left.limit() + right.limit()) / 2, rounding + gap) : this;
    }

    /** Whether there is a derivative: the slopes of both sides are finite and the same. */
    public boolean isSmooth() {
        return bothSlopes() && gap() <= doubt() && left.error() + right.error() <= WORTH * scale();
    }

    /** Whether there is none. Neither this nor {@link #isSmooth} holds where the digits at hand do not tell. */
    public boolean isBroken() {
        return bothSlopes()
                ? gap() > doubt()
                : !Double.isFinite(middle) || isOther(left.kind()) || isOther(right.kind());
    }

    private static boolean isOther(Kind kind) {
        return kind != Kind.SLOPE && kind != Kind.UNCLEAR;
    }

    private boolean bothSlopes() {
        return Double.isFinite(middle) && left.kind() == Kind.SLOPE && right.kind() == Kind.SLOPE;
    }

    private double gap() {
        return Math.abs(left.slope() - right.slope());
    }

    /** What rounding and extrapolation may make the two slopes differ by. */
    public double doubt() {
        return 4 * (left.error() + right.error()) + SAME * Math.max(Math.abs(left.slope()), Math.abs(right.slope()));
    }

    private double scale() {
        return Math.max(left.scale(), right.scale());
    }

    /** The derivative, where there is one. */
    public double slope() {
        OneSided better = left.error() < right.error() ? left : right;
        return clean(better);
    }

    /** The derivative as it is written in a sentence. */
    public String slopeText() {
        return Numerals.rounded(slope(), 6);
    }

    /** The slope to the left, infinite where it is steep; null where there is none. */
    public @Nullable Double leftSlope() {
        return slope(left);
    }

    /** The slope to the right, infinite where it is steep; null where there is none. */
    public @Nullable Double rightSlope() {
        return slope(right);
    }

    private @Nullable Double slope(OneSided side) {
        return Double.isFinite(middle) && !Double.isNaN(side.slope()) ? (Double) clean(side) : null;
    }

    /** Whether a number is the derivative, where there is one, as far as can be told. */
    public boolean has(double gradient) {
        return Math.abs(gradient - slope())
                <= doubt()
                        + ROUNDING * scale()
                        + OTHER * Math.max(Math.abs(slope()), Math.min(scale(), Math.abs(gradient)));
    }

    /** The sides in words, such as "from the left the slope is -1, from the right 1". */
    public String words() {
        if (!Double.isFinite(middle)) {
            return Double.isNaN(middle) ? "there is no value" : "the value is " + Numerals.shortest(middle);
        }
        String first = words(left);
        String second = words(right);
        if (left.kind() == Kind.SLOPE && right.kind() == Kind.SLOPE) {
            return "from the left " + first + ", from the right " + number(right);
        }
        return first.equals(second)
                ? first + " on both sides"
                : "from the left " + first + ", from the right " + second;
    }

    private static String words(OneSided side) {
        return switch (side.kind()) {
            case SLOPE, STEEP -> "the slope is " + number(side);
            case LEAP -> "the value leaps";
            case POLE -> "the value grows without end";
            case NONE -> "there are no values";
            case UNCLEAR -> "nothing can be told";
        };
    }

    private static String number(OneSided side) {
        return Numerals.rounded(clean(side), 6);
    }

    /** A slope that is 0 but for rounding is 0; one that is a whole number but for rounding is that number. */
    private static double clean(OneSided side) {
        double whole = Elementary.round(side.slope());
        return Math.abs(side.slope() - whole) <= side.error() ? whole + 0.0 : side.slope();
    }
}
