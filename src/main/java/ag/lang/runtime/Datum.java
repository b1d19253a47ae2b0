package ag.lang.runtime;

import java.util.List;

/**
 * What an expression evaluates to. Numbers come in two kinds: {@link Num} is just a number; {@link Scalar} remembers on the
 * tape how it was made.
 */
public sealed interface Datum {
    /** A number without history: a literal, a counter, what was computed from those. */
    record Num(double value) implements Datum {}

    /** A number with history: a node of the tape. */
    record Scalar(int node) implements Datum {}

    /** True or false. */
    record Bool(boolean value) implements Datum {}

    /**
     * True or false, not known yet: while a function is taken down to serve many samples, a comparison is a node that will be 1
     * or 0 for each.
     */
    record Undetermined(int node) implements Datum {}

    /** A text. */
    record Text(String text) implements Datum {}

    /** A list of things that aren't all numbers, or not all of one shape. */
    record Items(List<Datum> items) implements Datum {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** What stands for a gradient nobody has asked for yet. */
    record NotComputed() implements Datum {}

    /** What a command such as {@code print} leaves: nothing to show. */
    record Nothing() implements Datum {}

    /** A vector or a matrix of numbers; see {@link Tensor}. */
    non-sealed interface Numbers extends Datum {}

    /** Something that can be called; see {@link Callable}. */
    non-sealed interface Function extends Datum {}

    /** Something that other packages bring into the language, such as a model or a data set. */
    non-sealed interface Thing extends Datum {
        /** What it is called in messages, such as "model". */
        String kind();
    }
}
