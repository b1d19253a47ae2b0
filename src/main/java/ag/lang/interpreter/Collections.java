package ag.lang.interpreter;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Kinds;
import ag.lang.values.Lists;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs what makes vectors, matrices and lists. */
final class Collections {
    private static final int MOST = 100_000_000;

    private Collections() {}

    /** {@code [1, 2, 3]}. */
    record Literal(Code[] elements) implements Code {
        @Override
        public Datum run(Frame frame) {
            if (elements.length == 0) {
                return Tensor.vector(new double[0]);
            }
            List<Datum> items = new ArrayList<>(elements.length);
            for (Code element : elements) {
                items.add(element.run(frame));
            }
            return Lists.of(frame.machine.workspace, items);
        }
    }

    /** {@code 1..n}. */
    record Counting(Code low, Code high, boolean withEnd, Span lowSpan, Span highSpan) implements Code {
        @Override
        public Datum run(Frame frame) {
            Steps steps = steps(frame);
            double[] numbers = new double[steps.length];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = steps.number(i);
            }
            return Tensor.vector(numbers);
        }

        /** The same numbers for a loop, which takes one after the other and needs no room for all of them. */
        Steps steps(Frame frame) {
            Workspace workspace = frame.machine.workspace;
            int from = Indexing.whole(workspace, low.run(frame), lowSpan);
            long to = Indexing.whole(workspace, high.run(frame), highSpan) + (withEnd ? 1L : 0);
            long count = Math.max(to - from, 0);
            if (count > MOST) {
                throw new AgException(
                        ErrorCode.TOO_LARGE,
                        "a range of " + count + " numbers is too long",
                        lowSpan.to(highSpan),
                        "repeat n { … } and while c { … } need no range");
            }
            return new Steps(from, (int) count);
        }
    }

    /** This many whole numbers in a row. */
    record Steps(int from, int length) implements Indexed {
        @Override
        public String kind() {
            return "range";
        }

        double number(int index) {
            return (double) from + index;
        }

        @Override
        public Datum at(int index) {
            return new Datum.Num(number(index));
        }
    }

    /**
     * {@code for x in v}: where items come from and the slots of the names.
     *
     * @param numbers the same items as plain numbers
     */
    record Source(Code items, Code numbers, int[] slots, Span span) {}

    /**
     * {@code [f(x) for x in v if p(x)]}, or the same without brackets.
     *
     * @param ofNumbers what is called for each item: it goes through plain numbers where none of it needs a history; null where items keep theirs
     */
    record Comprehended(
            List<Source> sources,
            @Nullable Code filter,
            Span filterSpan,
            Code element,
            @Nullable NumberProgram numbers,
            @Nullable Set<Cell> ofNumbers,
            boolean inBrackets,
            Span span)
            implements Code {
        @Override
        public Datum run(Frame frame) {
            Gathered results = results(frame);
            return results.areNumbers() ? results.vector() : Lists.of(frame.machine.workspace, results.items());
        }

        /** The items for a function that goes through them: vectors stay vectors, and are not made one matrix. */
        Datum oneByOne(Frame frame) {
            Gathered results = results(frame);
            if (results.areNumbers()) {
                return results.vector();
            }
            List<Datum> items = results.items();
            return Arithmetic.isNumber(items.getFirst())
                    ? Lists.of(frame.machine.workspace, items)
                    : new Datum.Items(items);
        }

        private Gathered results(Frame frame) {
            Gathered results = new Gathered();
            collect(0, needsNoHistory(), frame, results);
            return results;
        }

        private boolean needsNoHistory() {
            if (ofNumbers == null) {
                return false;
            }
            for (Cell called : ofNumbers) {
                if (!Calls.needsNoHistory(called)) {
                    return false;
                }
            }
            return true;
        }

        private void collect(int level, boolean plain, Frame frame, Gathered results) {
            if (level == sources.size()) {
                if (filter == null || Choices.truth(filter.run(frame), filterSpan)) {
                    results.add(element.run(frame));
                }
                return;
            }
            Source source = sources.get(level);
            Code items = plain ? source.numbers : source.items;
            Datum sequence = items instanceof Counting range ? range.steps(frame) : items.run(frame);
            int length = length(sequence, source.span);
            boolean innermost = level + 1 == sources.size() && filter == null && source.slots.length == 1;
            for (int i = 0; i < length; i++) {
                if (i == 1 && innermost) {
                    i = NumberRun.items(numbers, frame, i, length, source.slots[0], sequence, results, source.span);
                    if (i == length) {
                        break;
                    }
                }
                frame.machine.workspace.checkStop(source.span);
                bind(frame, source.slots, item(sequence, i), source.span);
                collect(level + 1, plain, frame, results);
            }
        }
    }

    /** How many items a {@code for} goes through. */
    static int length(Datum sequence, Span span) {
        return switch (sequence) {
            case Tensor tensor -> tensor.rows();
            case Datum.Items items -> items.items().size();
            case Datum.Text text -> text.text().codePointCount(0, text.text().length());
            case Indexed indexed -> indexed.length();
            case Datum.Inert _, Datum.Scalar _, Datum.Opaque _ ->
                throw new AgException(
                        ErrorCode.NOT_INDEXABLE,
                        "for goes through a vector, a list or a text, and this is " + Kinds.article(sequence),
                        span,
                        "to count write: for i in 0..<n");
        };
    }

    /** The item at an index that lies within the length. */
    static Datum item(Datum sequence, int index) {
        return switch (sequence) {
            case Tensor tensor -> tensor.at(index);
            case Datum.Items items -> items.items().get(index);
            case Indexed indexed -> indexed.at(index);
            case Datum.Inert _, Datum.Scalar _, Datum.Opaque _ ->
                Lists.items(sequence).get(index);
        };
    }

    /** Gives an item to one name, or its parts to several. */
    static void bind(Frame frame, int[] slots, Datum item, Span span) {
        if (slots.length == 1) {
            frame.slots[slots[0]] = item;
            return;
        }
        List<Datum> parts = parts(item, slots.length, span);
        for (int i = 0; i < slots.length; i++) {
            frame.slots[slots[i]] = parts.get(i);
        }
    }

    /** The parts of an item for this many names of a {@code for}. */
    static List<Datum> parts(Datum item, int count, Span span) {
        return parts(item, count, "part", "for (i, x) in enumerate(v) { … } numbers the elements", span);
    }

    /** As many parts as there are names. */
    static List<Datum> parts(Datum of, int count, String word, String hint, Span span) {
        List<Datum> parts = Lists.hasItems(of) ? Lists.items(of) : List.of(of);
        if (parts.size() != count) {
            throw new AgException(
                    ErrorCode.WRONG_COUNT,
                    "there are " + count + " names for " + parts.size() + " " + word + (parts.size() == 1 ? "" : "s"),
                    span,
                    hint);
        }
        return parts;
    }
}
