package ag.api;

import ag.result.Plain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What an expression has given, as plain data that no longer changes. */
public sealed interface Value {
    /** A number; it may be infinite or NaN. */
    record Real(double value) implements Value {}

    /** Numbers in a row. */
    record Vector(List<Double> values) implements Value {
        public Vector {
            values = List.copyOf(values);
        }
    }

    /** Rows of numbers, all of one length. */
    record Matrix(List<List<Double>> rows) implements Value {
        public Matrix {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** True or false. */
    record Truth(boolean value) implements Value {}

    /** Text. */
    record Text(String text) implements Value {}

    /** A list that holds something other than numbers. */
    record Items(List<Value> items) implements Value {
        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * Something without a form in Java, in words.
     *
     * @param type such as {@code function}, {@code formula} or {@code model}
     * @param text how the program writes it, such as {@code f(x) = x²}
     */
    record Described(String type, String text) implements Value {}

    /**
     * The number.
     *
     * @throws IllegalStateException where the value is something else
     */
    default double number() {
        if (this instanceof Real real) {
            return real.value();
        }
        throw new IllegalStateException("this is no number: " + toJava());
    }

    /**
     * The numbers of a vector.
     *
     * @throws IllegalStateException where the value is something else
     */
    default List<Double> vector() {
        if (this instanceof Vector vector) {
            return vector.values();
        }
        throw new IllegalStateException("this is no vector: " + toJava());
    }

    /** The value as Java writes such things: {@code Double}, {@code Boolean}, {@code String}, or a {@code List} of them. */
    default Object toJava() {
        return switch (this) {
            case Real real -> real.value();
            case Vector vector -> vector.values();
            case Matrix matrix -> matrix.rows();
            case Truth truth -> truth.value();
            case Text text -> text.text();
            case Items list -> list.items().stream().map(Value::toJava).toList();
            case Described described -> described.text();
        };
    }

    /** The value of a result. */
    static Value of(Plain plain) {
        return switch (plain) {
            case Plain.Real real -> new Real(real.value());
            case Plain.Vector vector -> new Vector(boxed(vector.values()));
            case Plain.Matrix matrix -> {
                List<List<Double>> rows = new ArrayList<>();
                for (int row = 0; row < matrix.rows(); row++) {
                    int start = row * matrix.columns();
                    rows.add(boxed(Arrays.copyOfRange(matrix.values(), start, start + matrix.columns())));
                }
                yield new Matrix(rows);
            }
            case Plain.Truth truth -> new Truth(truth.value());
            case Plain.Text text -> new Text(text.text());
            case Plain.Items list ->
                new Items(list.items().stream().map(Value::of).toList());
            case Plain.Described described -> new Described(described.type(), described.text());
            case Plain.NotComputed none -> new Described(none.type(), "");
        };
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().collect(Collectors.toList());
    }
}
