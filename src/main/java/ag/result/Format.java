package ag.result;

import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How values are written for people.
 *
 * @param digits how many significant digits a number gets
 */
public record Format(int digits) {
    public static final int STANDARD_DIGITS = 6;
    private static final int MOST = 40;
    private static final int MOST_IN_ALL = (MOST + 1) * (MOST + 1);

    public String text(Plain value) {
        return switch (value) {
            case Plain.Real real -> number(real.value());
            case Plain.Vector vector -> row(vector.values(), 0, vector.values().length);
            case Plain.Matrix matrix -> matrix(matrix);
            case Plain.Truth truth -> Boolean.toString(truth.value());
            case Plain.Text text -> text.text();
            case Plain.Items list -> {
                StringBuilder text = new StringBuilder();
                list(list, text, MOST_IN_ALL);
                yield text.toString();
            }
            case Plain.Described described -> described.text();
            case Plain.NotComputed _ -> "not computed yet";
        };
    }

    /**
     * Writes a list and the lists in it.
     *
     * @param room how many things may be written in all
     * @return how many may be written after it
     */
    private int list(Plain.Items list, StringBuilder text, int room) {
        int size = list.items().size();
        int left = room - 1;
        text.append('[');
        int shown = 0;
        while (shown < Math.min(size, MOST) && left > 0) {
            Plain item = list.items().get(shown);
            text.append(shown++ > 0 ? ", " : "");
            if (item instanceof Plain.Items inner) {
                left = list(inner, text, left);
            } else {
                text.append(item instanceof Plain.Text plain ? "\"" + plain.text() + "\"" : text(item));
                left -= things(item);
            }
        }
        if (shown < size) {
            text.append(shown > 0 ? ", " : "").append("… ").append(size).append(" in all");
        }
        text.append(']');
        return left;
    }

    private static int things(Plain item) {
        return switch (item) {
            case Plain.Vector vector -> Math.min(vector.values().length, MOST);
            case Plain.Matrix matrix -> Math.min(matrix.rows(), MOST) * Math.min(matrix.columns(), MOST);
            case Plain.Real _, Plain.Truth _, Plain.Text _, Plain.Items _, Plain.Described _, Plain.NotComputed _ -> 1;
        };
    }

    public String number(double x) {
        return Numerals.rounded(x, digits);
    }

    private String matrix(Plain.Matrix matrix) {
        String rows = IntStream.range(0, Math.min(matrix.rows(), MOST))
                .mapToObj(i -> row(matrix.values(), i * matrix.columns(), matrix.columns()))
                .collect(Collectors.joining(",\n ", "[", ""));
        return rows + (matrix.rows() > MOST ? ",\n … " + matrix.rows() + " rows in all]" : "]");
    }

    private String row(double[] values, int from, int length) {
        String shown = DoubleStream.of(values)
                .skip(from)
                .limit(Math.min(length, MOST))
                .mapToObj(this::number)
                .collect(Collectors.joining(", ", "[", ""));
        return shown + (length > MOST ? ", … " + length + " in all]" : "]");
    }
}
