package ag.lang.values;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an expression evaluates to. Numbers come in two kinds: {@link Num} is just a number; {@link Scalar} remembers on the
 * tape how it was made.
 */
public sealed interface Datum {
    /** What leads to no node of the tape, and calls nothing. */
    sealed interface Inert extends Datum {}

    /** What no number can be taken out of: a comparison that is not decided yet, a function, a thing. */
    sealed interface Opaque extends Datum {}

    /** A number without history: a literal, a counter, what was computed from those. */
    record Num(double value) implements Inert {}

    /** A number with history: a node of the tape. */
    record Scalar(int node) implements Datum {}

    /** True or false. */
    record Bool(boolean value) implements Inert {}

    /**
     * True or false, not known yet: while a function is recorded to serve many samples, a comparison is a node that will be 1
     * or 0 for each.
     */
    record Undetermined(int node) implements Opaque {}

    /** A text. */
    record Text(String text) implements Inert {}

    /**
     * A list of things that aren't all numbers, or not all of one shape. A list may stand in another one many times over, as in
     * {@code [v, v]}: after sixty such steps there are too many items to visit, so it keeps what others ask of it.
     */
    final class Items implements Datum {
        private final List<Datum> items;
        private final boolean hasHistory;
        private final boolean isConstant;
        private final boolean holdsFunction;
        private int hash;

        public Items(List<Datum> items) {
            this.items = List.copyOf(items);
            boolean history = false;
            boolean constant = true;
            boolean function = false;
            for (Datum item : this.items) {
                history |= Arithmetic.hasHistory(item);
                constant &= isConstant(item);
                function |= holdsFunction(item);
            }
            this.hasHistory = history;
            this.isConstant = constant;
            this.holdsFunction = function;
        }

        public List<Datum> items() {
            return items;
        }

        /** Whether any part of it has a history. */
        public boolean hasHistory() {
            return hasHistory;
        }

        /** Whether it holds nothing but numbers without history, truth values and texts. */
        public boolean isConstant() {
            return isConstant;
        }

        private static boolean isConstant(Datum item) {
            return switch (item) {
                case Inert _ -> true;
                case Tensor tensor -> !tensor.hasHistory();
                case Items items -> items.isConstant;
                case Scalar _, Opaque _ -> false;
            };
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || (other instanceof Items list && items.equals(list.items));
        }

        @Override
        public int hashCode() {
            if (hash == 0) {
                hash = items.hashCode();
            }
            return hash;
        }
    }

    /** Whether it is a function, or a list with one in it: what reads names when it is called. */
    static boolean holdsFunction(Datum datum) {
        return datum instanceof Function || (datum instanceof Items list && list.holdsFunction);
    }

    /** What stands for a gradient that was not asked for yet. */
    record NotComputed() implements Inert {}

    /** What a command such as {@code print} leaves: nothing to show. */
    record Nothing() implements Inert {}

    /** A vector or a matrix of numbers; see {@link Tensor}. */
    sealed interface Numbers extends Datum permits Tensor {}

    /** Something that can be called; see {@link Callable}. */
    sealed interface Function extends Opaque permits Callable {}

    /** Something that other packages bring into the language, such as a model or a data set. */
    non-sealed interface Thing extends Opaque {
        /** What it is called in messages, such as "model". */
        String kind();
    }
}
