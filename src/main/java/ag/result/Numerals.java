package ag.result;

import ag.engine.Elementary;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Writes numbers for people: whole numbers without a point, {@code .} as the decimal point whatever the locale. */
public final class Numerals {
    private Numerals() {}

    /** With at most this many significant digits. */
    public static String rounded(double x, int digits) {
        if (!Double.isFinite(x)) {
            return special(x);
        }
        if (x == 0) {
            // Who reads it asks for a number, and not for the sign of zero.
            return "0";
        }
        if (x == Elementary.round(x) && Math.abs(x) < 1e15 && digits >= significant(x)) {
            return whole(x);
        }
        return layout(new BigDecimal(x).round(new MathContext(digits, RoundingMode.HALF_EVEN)));
    }

    /** With as many digits as it takes to read the same number back. */
    public static String shortest(double x) {
        if (!Double.isFinite(x)) {
            return special(x);
        }
        return x == Elementary.round(x) && Math.abs(x) < 1e15 ? whole(x) : layout(new BigDecimal(Double.toString(x)));
    }

    /** As {@link #shortest}, in parentheses where a sign stands in front. */
    public static String operand(double x) {
        return x < 0 ? "(" + shortest(x) + ")" : shortest(x);
    }

    private static int significant(double x) {
        return (int) Math.floor(Elementary.log10(Math.abs(x))) + 1;
    }

    private static String whole(double x) {
        return x == 0 && 1 / x < 0 ? "-0" : Long.toString((long) x);
    }

    private static String special(double x) {
        return Double.isNaN(x) ? "nan" : x > 0 ? "inf" : "-inf";
    }

    private static String layout(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        int exponent = plain.precision() - plain.scale() - 1;
        if (exponent >= -5 && exponent < 15) {
            return plain.toPlainString();
        }
        String digits = plain.unscaledValue().abs().toString();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return (plain.signum() < 0 ? "-" : "") + mantissa + "e" + exponent;
    }
}
