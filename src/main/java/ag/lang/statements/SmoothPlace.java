package ag.lang.statements;

import ag.engine.Elementary;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.values.OneSided;
import ag.result.Format;
import java.util.function.DoubleUnaryOperator;

/**
 * Looks at both sides of a place for a derivative, from values alone.
 *
 * @param text what is looked at
 * @param alone whether it has one letter, so that a vertical line can touch it
 */
record SmoothPlace(String text, boolean alone, Format format, Span span) {
    /** Slopes on two sides that differ by less, relative to their size, are one. */
    private static final double SAME = 1e-6;

    /**
     * Refuses a place without a value or a derivative along a letter.
     *
     * @param size of the numbers that the values are computed from, which says how far rounding goes
     */
    void require(DoubleUnaryOperator along, double x, double size, String at) {
        double middle = along.applyAsDouble(x);
        double rounding = Math.ulp(Math.max(size, Math.abs(middle)));
        OneSided left = OneSided.of(along, x, middle, rounding, -1);
        OneSided right = OneSided.of(along, x, middle, rounding, 1);
        if (!Double.isFinite(middle)) {
            throw new AgException(
                    ErrorCode.NO_VALUE, "'" + text + "' has no value at " + at, span, "try another place");
        }
        boolean slopes = left.kind() == OneSided.Kind.SLOPE && right.kind() == OneSided.Kind.SLOPE;
        double scale = Math.max(1, Math.max(Math.abs(left.slope()), Math.abs(right.slope())));
        double unsure = left.error() + right.error() + SAME * scale;
        boolean unclear = left.kind() == OneSided.Kind.UNCLEAR || right.kind() == OneSided.Kind.UNCLEAR;
        if (unclear || (slopes && Math.abs(left.slope() - right.slope()) <= unsure)) {
            return;
        }
        boolean vertical = left.kind() == OneSided.Kind.STEEP && right.kind() == OneSided.Kind.STEEP;
        throw new AgException(
                ErrorCode.NO_DERIVATIVE,
                "'" + text + "' has no derivative at " + at + ": from the left " + side(left) + ", from the right "
                        + side(right),
                span,
                vertical && left.slope() == right.slope() && alone
                        ? "the tangent there is vertical: " + at
                        : "try a place beside it");
    }

    private String side(OneSided side) {
        return switch (side.kind()) {
            case SLOPE -> "its slope is " + format.number(Math.abs(side.slope()) <= side.error() ? 0 : rounded(side));
            case STEEP -> "it is vertical";
            case LEAP -> "it leaps";
            case POLE -> "it goes to infinity";
            case NONE -> "it has no values";
            case UNCLEAR -> "it cannot be told";
        };
    }

    /** Rounded to the digits that the extrapolation knows. */
    private static double rounded(OneSided side) {
        double digits = Elementary.pow(10, Math.floor(-Elementary.log10(Math.max(side.error(), 1e-12))));
        return Elementary.round(side.slope() * digits) / digits;
    }
}
