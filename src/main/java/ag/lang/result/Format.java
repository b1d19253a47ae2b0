package ag.lang.result;

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

    public String text(Plain value) {
        return switch (value) {
            case Plain.Real real -> number(real.value());
            case Plain.Vector vector -> row(vector.values(), 0, vector.values().length);
            case Plain.Matrix matrix -> matrix(matrix);
            case Plain.Truth truth -> Boolean.toString(truth.value());
            case Plain.Text text -> text.text();
            case Plain.Items items ->
                items.items().stream()
                        .limit(MOST)
                        .map(item -> item instanceof Plain.Text text ? "\"" + text.text() + "\"" : text(item))
                        .collect(Collectors.joining(
                                ", ",
                                "[",
                                items.items().size() > MOST
                                        ? ", … " + items.items().size() + " in all]"
                                        : "]"));
            case Plain.Described described -> described.text();
            case Plain.NotComputed _ -> "not computed yet";
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
