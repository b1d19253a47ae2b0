package ag.lang.builtins;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.values.Workspace;
import ag.numeric.NumericLimit;
import ag.result.Format;
import ag.result.Numerals;

/** A limit that was looked for in numbers, as the value that a program gets, with what has to be said of it. */
public final class LimitNumber {
    private static final double FINEST = 1e-16;

    private LimitNumber() {}

    /**
     * The number, with a note that it is extrapolated.
     *
     * @param place where the limit is taken, as it is written
     * @param oneSide how a limit from one side is asked
     * @throws AgException where there is no limit, or none was found
     */
    public static double of(NumericLimit limit, String place, String oneSide, Workspace workspace, Span span) {
        return switch (limit) {
            case NumericLimit.Found(double value, double error) -> {
                workspace.note(
                        "this limit is extrapolated from numbers, to about "
                                + new Format(1).number(Math.max(error, FINEST)) + "; that is no proof",
                        span);
                yield value;
            }
            case NumericLimit.Grows(double to) -> {
                workspace.note(
                        "the values grow without bound there, as far as numbers tell: there is no finite limit", span);
                yield to;
            }
            case NumericLimit.Apart(double left, double right) ->
                throw new AgException(
                        ErrorCode.NO_LIMIT,
                        "there is no limit at " + place + ": from the left it goes to " + Numerals.rounded(left, 6)
                                + ", from the right to " + Numerals.rounded(right, 6),
                        span,
                        oneSide);
            case NumericLimit.None() ->
                throw new AgException(
                        ErrorCode.NO_LIMIT,
                        "no limit was found at " + place
                                + ": the values swing, or are none, or their steps cannot be told",
                        span,
                        "plot it to see what it does there");
        };
    }
}
