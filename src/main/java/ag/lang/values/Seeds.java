package ag.lang.values;

import ag.data.RandomSource;
import ag.engine.Elementary;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.result.Numerals;

/** What programs may seed random numbers with. */
public final class Seeds {
    private Seeds() {}

    /** Random numbers that start at a value of the program. */
    public static RandomSource source(Workspace workspace, Datum seed, Span span) {
        if (!Arithmetic.isNumber(seed)) {
            throw new AgException(ErrorCode.WRONG_TYPE, message(Kinds.article(seed)), span, "");
        }
        return source(workspace.number(seed), span);
    }

    /** Random numbers that start at a number. */
    public static RandomSource source(double seed, Span span) {
        if (seed != Elementary.round(seed) || seed < 0 || seed > RandomSource.MAX_SEED) {
            throw new AgException(ErrorCode.BAD_ARGUMENT, message(Numerals.shortest(seed)), span, "");
        }
        return new RandomSource((long) seed);
    }

    private static String message(String given) {
        return "a seed is a whole number from 0 to " + RandomSource.MAX_SEED + ", and this is " + given;
    }
}
