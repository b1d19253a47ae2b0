package ag.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Java's values as a program writes them, so that they are read back to the last digit. */
final class Literal {
    private Literal() {}

    /**
     * A number, truth value, text, array of numbers, or a list of such.
     *
     * @throws IllegalArgumentException for anything else
     */
    static String of(Object value) {
        return switch (value) {
            case Long whole -> whole.toString();
            case Integer whole -> whole.toString();
            case Number number -> number(number.doubleValue());
            case Boolean truth -> truth.toString();
            case String text -> text(text);
            case double[] numbers -> of(Arrays.stream(numbers).boxed().toList());
            case double[][] rows -> of(Arrays.asList(rows));
            case List<?> list -> list.stream().map(Literal::of).collect(Collectors.joining(", ", "[", "]"));
            default ->
                throw new IllegalArgumentException(
                        "a program takes numbers, texts, true and false, and lists of them, not "
                                + value.getClass().getName());
        };
    }

    private static String number(double number) {
        if (Double.isNaN(number)) {
            return "nan";
        }
        return Double.isInfinite(number)
                ? (number > 0 ? "inf" : "-inf")
                : Double.toString(number).toLowerCase(Locale.ROOT);
    }

    private static String text(String text) {
        StringBuilder written = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\', '{', '}' -> written.append('\\').append(c);
                case '\n' -> written.append("\\n");
                case '\t' -> written.append("\\t");
                default -> written.append(c);
            }
        }
        return written.append('"').toString();
    }
}
