package ag.result;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Writes a number with as many digits as its reader asks for, as the formats {@code f}, {@code e} and {@code g} of Python do. The exact
 * value of the double is rounded once, half to even: 2.675 is a little below its decimals, so with two of them it is 2.67.
 */
public final class Decimals {
    /** Below this power of ten {@link #general} writes a power of ten. */
    private static final int LEAST_EXPONENT = -4;

    private Decimals() {}

    /** With this many decimals: {@code 3.142}. */
    public static String fixed(double x, int decimals) {
        return Double.isFinite(x)
                ? sign(x) + exact(x).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString()
                : Numerals.shortest(x);
    }

    /** With one digit before the point, this many behind it, and a power of ten: {@code 3.142e+00}. */
    public static String scientific(double x, int decimals) {
        if (!Double.isFinite(x)) {
            return Numerals.shortest(x);
        }
        BigDecimal rounded = rounded(x, decimals + 1);
        String digits = rounded.setScale(rounded.scale() + decimals + 1 - rounded.precision())
                .unscaledValue()
                .toString();
        // Zero has one digit and no power of ten of its own.
        String all = rounded.signum() == 0 ? "0".repeat(decimals + 1) : digits;
        String mantissa = decimals == 0 ? all : all.charAt(0) + "." + all.substring(1);
        return sign(x) + mantissa + power(exponent(rounded));
    }

    /**
     * With this many significant digits, at least one, and no zeros at the end: with a power of ten where there are fewer digits than the
     * number has before its point, or where it is below 0.0001.
     */
    public static String general(double x, int digits) {
        if (!Double.isFinite(x)) {
            return Numerals.shortest(x);
        }
        int count = Math.max(digits, 1);
        BigDecimal rounded = rounded(x, count);
        int exponent = exponent(rounded);
        BigDecimal shortest = rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
        if (exponent >= LEAST_EXPONENT && exponent < count) {
            return sign(x) + shortest.toPlainString();
        }
        String all = shortest.unscaledValue().toString();
        String mantissa = all.length() == 1 ? all : all.charAt(0) + "." + all.substring(1);
        return sign(x) + mantissa + power(exponent);
    }

    private static BigDecimal exact(double x) {
        return new BigDecimal(Math.abs(x));
    }

    private static BigDecimal rounded(double x, int digits) {
        return exact(x).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    }

    /** The power of ten of the first digit. */
    private static int exponent(BigDecimal number) {
        return number.signum() == 0 ? 0 : number.precision() - number.scale() - 1;
    }

    /** A minus before zero too, where it stands for a small negative number that was rounded away. */
    private static String sign(double x) {
        return x < 0 || (x == 0 && 1 / x < 0) ? "-" : "";
    }

    private static String power(int exponent) {
        int size = Math.abs(exponent);
        return (exponent < 0 ? "e-" : "e+") + (size < 10 ? "0" : "") + size;
    }
}
