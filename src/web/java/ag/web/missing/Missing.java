package ag.web.missing;

import java.io.BufferedReader;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What TeaVM's Java does not have. {@link ag.web.missing.AddMissing} puts each method into the class that it belongs to. */
public final class Missing {
    private Missing() {}

    public static void reachabilityFence(@Nullable Object object) {
        // Nothing is collected early here.
    }

    /** A reader may be closed twice. */
    public static void close(BufferedReader reader) {
        // It reads a text, and holds nothing that has to be given back.
    }

    /** As {@link Formats} has it: TeaVM's own format brings the currencies and languages of the world. */
    public static PrintStream format(PrintStream stream, Locale locale, String format, @Nullable Object... values) {
        stream.print(Formats.format(format, values));
        return stream;
    }

    public static Stream<String> lines(String text) {
        Stream.Builder<String> lines = Stream.builder();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                lines.add(text.substring(start, i));
                if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    i++;
                }
                start = i + 1;
            }
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines.build();
    }

    public static <T> Stream<T> ofNullable(@Nullable T element) {
        return element == null ? Stream.empty() : Stream.of(element);
    }

    public static BigInteger[] sqrtAndRemainder(BigInteger square) {
        BigInteger root = root(square);
        return new BigInteger[] {root, square.subtract(root.multiply(root))};
    }

    /** By Newton's method from above, which falls until it is there. */
    private static BigInteger root(BigInteger square) {
        if (square.signum() < 0) {
            throw new ArithmeticException("Negative BigInteger");
        }
        if (square.signum() == 0) {
            return square;
        }
        BigInteger root = BigInteger.ONE.shiftLeft((square.bitLength() + 1) / 2);
        while (true) {
            BigInteger next = root.add(square.divide(root)).shiftRight(1);
            if (next.compareTo(root) >= 0) {
                return root;
            }
            root = next;
        }
    }

    /** The root with the digits that were asked for, rounded from two more, the last of which remembers whether anything was left. */
    public static BigDecimal sqrt(BigDecimal square, MathContext context) {
        int preferred = square.scale() / 2;
        if (square.signum() == 0) {
            return BigDecimal.valueOf(0, preferred);
        }
        int places = context.getPrecision() + 2 - (square.precision() - square.scale()) / 2;
        int scale = Math.max(places, (square.scale() + 1) / 2);
        BigInteger whole = square.setScale(2 * scale).unscaledValue();
        BigInteger root = root(whole);
        boolean exact = root.multiply(root).equals(whole);
        if (exact) {
            BigDecimal result = new BigDecimal(root, scale).round(context).stripTrailingZeros();
            return result.scale() < preferred ? result.setScale(preferred) : result;
        }
        return new BigDecimal(root.multiply(BigInteger.TEN).add(BigInteger.ONE), scale + 1).round(context);
    }

    public static int compare(double[] a, double[] b) {
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            int order = Double.compare(a[i], b[i]);
            if (order != 0) {
                return order;
            }
        }
        return a.length - b.length;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    public static boolean equals(Object[] a, Object[] b, Comparator order) {
        if (a.length != b.length) {
            return false;
        }
        for (int i = 0; i < a.length; i++) {
            if (order.compare(a[i], b[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    public static StringBuilder repeat(StringBuilder builder, CharSequence text, int count) {
        for (int i = 0; i < count; i++) {
            builder.append(text);
        }
        return builder;
    }

    public static String toString(int codePoint) {
        return new String(Character.toChars(codePoint));
    }

    public static boolean isEmoji(int codePoint) {
        return Letters.isEmoji(codePoint);
    }

    public static boolean isIdeographic(int codePoint) {
        return Letters.isIdeographic(codePoint);
    }

    public static Stream<MatchResult> results(Matcher matcher) {
        Stream.Builder<MatchResult> results = Stream.builder();
        matcher.reset();
        while (matcher.find()) {
            results.add(matcher.toMatchResult());
        }
        return results.build();
    }

    /** All matches replaced by what the function makes of each. TeaVM's matcher appends to no {@code StringBuilder}. */
    @SuppressWarnings("JdkObsolete")
    public static String replaceAll(Matcher matcher, Function<MatchResult, String> replacement) {
        StringBuffer text = new StringBuffer();
        matcher.reset();
        while (matcher.find()) {
            matcher.appendReplacement(text, replacement.apply(matcher));
        }
        return matcher.appendTail(text).toString();
    }
}
