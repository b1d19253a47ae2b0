package ag.result;

import java.util.List;

/** A value as plain data: numbers and texts that remember nothing. */
public sealed interface Plain {
    record Real(double value) implements Plain {}

    record Vector(double[] values) implements Plain {}

    /** A matrix, row by row. */
    record Matrix(int rows, int columns, double[] values) implements Plain {}

    record Truth(boolean value) implements Plain {}

    record Text(String text) implements Plain {}

    /** A list of things that are not all numbers. */
    record Items(List<Plain> items) implements Plain {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** Something that is described in words: a function, a model, a data set. */
    record Described(String type, String text) implements Plain {}

    /** A gradient that was not asked for. */
    record NotComputed() implements Plain {}

    /** The name of the type, as the JSON results give it. */
    default String type() {
        return switch (this) {
            case Real _ -> "number";
            case Vector _ -> "vector";
            case Matrix _ -> "matrix";
            case Truth _ -> "boolean";
            case Text _ -> "text";
            case Items _ -> "list";
            case Described described -> described.type();
            case NotComputed _ -> "none";
        };
    }
}
