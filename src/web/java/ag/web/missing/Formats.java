package ag.web.missing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@link String#format} with what our programs ask it for: {@code %s}, {@code %d}, {@code %x}, {@code %c}, {@code %%}, {@code %.3f} and
 * {@code %.3g}, widths, zeros in front and the left side. TeaVM's own brings the currencies and languages of the world.
 */
public final class Formats {
    private Formats() {}

    public static String formatted(String format, @Nullable Object... values) {
        return format(format, values);
    }

    public static String format(Locale locale, String format, @Nullable Object... values) {
        return format(format, values);
    }

    public static String format(String format, @Nullable Object... values) {
        StringBuilder text = new StringBuilder();
        int next = 0;
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%') {
                text.append(c);
                continue;
            }
            int start = i + 1;
            do {
                i++;
            } while (isFlagOrDigit(format.charAt(i)));
            String how = format.substring(start, i);
            char kind = format.charAt(i);
            if (kind == '%') {
                text.append('%');
            } else if (kind == 'n') {
                text.append('\n');
            } else {
                text.append(aligned(how, one(kind, how, values[next++])));
            }
        }
        return text.toString();
    }

    private static boolean isFlagOrDigit(char c) {
        return "0123456789-.".indexOf(c) >= 0;
    }

    private static String one(char kind, String how, @Nullable Object value) {
        return switch (kind) {
            case 's', 'd', 'c' -> Objects.toString(value);
            case 'x' ->
                value instanceof Long number ? Long.toHexString(number) : Integer.toHexString((Integer) number(value));
            case 'f' -> fixed(((Number) number(value)).doubleValue(), precision(how));
            case 'g' -> general(((Number) number(value)).doubleValue(), precision(how));
            default -> throw new IllegalArgumentException("%" + how + kind);
        };
    }

    private static Object number(@Nullable Object value) {
        return Objects.requireNonNull(value);
    }

    private static int precision(String how) {
        int point = how.indexOf('.');
        return point < 0 ? 6 : Integer.parseInt(how.substring(point + 1));
    }

    private static String fixed(double x, int places) {
        return isFinite(x) ? decimal(x).setScale(places, RoundingMode.HALF_UP).toPlainString() : name(x);
    }

    /** With that many digits; with an exponent below 1e-4 and from 10^digits on. */
    private static String general(double x, int digits) {
        if (!isFinite(x)) {
            return name(x);
        }
        BigDecimal rounded = decimal(x).round(new MathContext(digits, RoundingMode.HALF_UP));
        int exponent = rounded.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent < digits) {
            return rounded.setScale(digits - 1 - exponent, RoundingMode.HALF_UP).toPlainString();
        }
        String mantissa = rounded.movePointLeft(exponent)
                .setScale(digits - 1, RoundingMode.HALF_UP)
                .toPlainString();
        String size = Integer.toString(Math.abs(exponent));
        return mantissa + (exponent < 0 ? "e-" : "e+") + (size.length() < 2 ? "0" + size : size);
    }

    private static boolean isFinite(double x) {
        return !Double.isNaN(x) && !Double.isInfinite(x);
    }

    private static BigDecimal decimal(double x) {
        return new BigDecimal(Double.toString(x));
    }

    private static String name(double x) {
        return Double.isNaN(x) ? "NaN" : x > 0 ? "Infinity" : "-Infinity";
    }

    private static String aligned(String how, String text) {
        String width = how.indexOf('.') < 0 ? how : how.substring(0, how.indexOf('.'));
        boolean left = width.startsWith("-");
        boolean zeros = width.startsWith("0");
        String digits = left ? width.substring(1) : width;
        int missing = digits.isEmpty() ? 0 : Integer.parseInt(digits) - text.length();
        if (missing <= 0) {
            return text;
        }
        String filling = (zeros ? "0" : " ").repeat(missing);
        return left ? text + filling : filling + text;
    }
}
