package ag.files.csv;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decimal numbers as they stand in CSV files: {@code -2}, {@code 2.50}, {@code .5}, {@code 5.}, {@code +1e-3}; always
 * with a point.
 */
final class CsvNumber {
    private static final Set<String> WORDS_FOR_MISSING =
            Set.of("na", "n/a", "nan", "null", "none", "nil", "?", "-", ".");

    private static final Pattern THOUSANDS = Pattern.compile("[-+]?[1-9][0-9]{0,2}(,[0-9]{3})+(\\.[0-9]*)?");

    private static final Pattern SPACED =
            Pattern.compile("[-+]?[0-9]{1,3}([ _'\\u00a0\\u202f\\u2009][0-9]{3})+(\\.[0-9]*)?");

    private static final Pattern HEXADECIMAL = Pattern.compile("[-+]?0[xX][0-9a-fA-F]+");

    private static final Set<String> INFINITE =
            Set.of("inf", "+inf", "-inf", "infinity", "+infinity", "-infinity", "∞", "-∞");

    /** The powers of ten that are doubles. */
    private static final double[] TENS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    /** Whole numbers of this many digits are doubles. */
    private static final int EXACT_DIGITS = 15;

    private CsvNumber() {}

    /**
     * As {@link #parse(String)}, of a part of an array. Digits with or without a point, up to 15 of them, are most of what files hold: such
     * a number is a whole number over a power of ten, both of them doubles, and one division rounds it right (W. Clinger, How to Read
     * Floating Point Numbers Accurately, 1990).
     */
    static double parse(char[] text, int start, int end) {
        boolean negative = start < end && text[start] == '-';
        int at = negative ? start + 1 : start;
        long whole = 0;
        int digits = 0;
        int point = -1;
        for (; at < end; at++) {
            char c = text[at];
            if (c >= '0' && c <= '9') {
                whole = 10 * whole + (c - '0');
                digits++;
            } else if (c == '.' && point < 0) {
                point = digits;
            } else {
                break;
            }
            if (digits > EXACT_DIGITS) {
                break;
            }
        }
        if (at < end || digits == 0) {
            return parse(new String(text, start, end - start));
        }
        double number = point < 0 ? whole : whole / TENS[digits - point];
        return negative ? -number : number;
    }

    /**
     * The double nearest to what {@code text} says (infinite where it is beyond all doubles), or NaN where it is not a
     * decimal number.
     */
    static double parse(String text) {
        // Double.parseDouble on its own would also take "NaN", "1f", "0x1p3" and spaces around a number.
        return isDecimal(text) ? Double.parseDouble(text) : Double.NaN;
    }

    private static boolean isDecimal(String text) {
        int at = afterSign(text, 0);
        int afterWhole = afterDigits(text, at);
        int digits = afterWhole - at;
        at = afterWhole;
        if (at < text.length() && text.charAt(at) == '.') {
            int afterFraction = afterDigits(text, at + 1);
            digits += afterFraction - at - 1;
            at = afterFraction;
        }
        if (digits > 0 && at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int exponent = afterSign(text, at + 1);
            at = afterDigits(text, exponent);
            return at > exponent && at == text.length();
        }
        return digits > 0 && at == text.length();
    }

    private static int afterSign(String text, int at) {
        return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? at + 1 : at;
    }

    private static int afterDigits(String text, int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /** Whether the text is what programs write where a value is missing. */
    static boolean standsForMissing(String text) {
        return text.isEmpty() || WORDS_FOR_MISSING.contains(text.toLowerCase(Locale.ROOT));
    }

    /** Whether a text among the names of classes stands for none of them; - and none may be names. */
    static boolean isMissingClass(String text) {
        return text.isEmpty() || Set.of("na", "n/a", "nan", "null", "?").contains(text.toLowerCase(Locale.ROOT));
    }

    /**
     * What to do about a number that is written in another way than ours: with a comma for a point, with something between its
     * thousands, with a sign of currency or percent, in base 16, or as a word; null for any other text.
     */
    static @Nullable String hint(String text) {
        if (THOUSANDS.matcher(text).matches()) {
            String plain = text.replace(",", "");
            return text.indexOf(',') == text.lastIndexOf(',') && text.indexOf('.') < 0
                    ? "Numbers are written without commas: " + plain + ", or with a point if that is meant: "
                            + text.replace(',', '.')
                    : "Numbers are written without commas: " + plain;
        }
        if (text.indexOf(',') >= 0 && isDecimal(text.replaceFirst(",", "."))) {
            return "Numbers are written with a point: " + text.replace(',', '.');
        }
        if (HEXADECIMAL.matcher(text).matches()) {
            return "Numbers are written in base 10";
        }
        if (INFINITE.contains(text.toLowerCase(Locale.ROOT))) {
            return "Numbers of samples are finite: leave such rows out";
        }
        String plain = SPACED.matcher(text).matches() ? text.replaceAll("[^-+0-9.]", "") : text;
        plain = plain.replace('−', '-').replaceAll("[$€£¥%]", "").strip();
        return !plain.equals(text) && isDecimal(plain) ? "Numbers are written plainly: " + plain : null;
    }
}
