package ag.lang.interpreter;

import ag.lang.source.AgException;
import ag.lang.source.Span;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Kinds;
import ag.lang.values.Lists;
import ag.lang.values.Selection;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import ag.result.Numerals;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Runs {@code v[0]} and {@code v[1..3]}. */
public final class Indexing {
    private Indexing() {}

    /**
     * An element of a vector, a row of a matrix, a thing of a list, a letter of a text, a sample of a data set; with a vector of
     * indices, all of these.
     */
    record Element(Code target, Code index, Span targetSpan, Span indexSpan) implements Code {
        @Override
        public Datum run(Frame frame) {
            Datum of = target.run(frame);
            Datum at = index.run(frame);
            if (at instanceof Tensor several && !several.isMatrix()) {
                return several(frame.machine.workspace, of, several);
            }
            if (of instanceof Tensor tensor && Selection.isOpen(frame.machine.workspace, at)) {
                return Selection.element(frame.machine.workspace, tensor, at);
            }
            if (of instanceof Tensor tensor) {
                return tensor.at(position(frame.machine.workspace, at, tensor.rows(), indexSpan));
            }
            if (of instanceof Indexed indexed) {
                return indexed.at(position(frame.machine.workspace, at, indexed.length(), indexSpan));
            }
            List<Datum> items = items(of, targetSpan);
            return items.get(position(frame.machine.workspace, at, items.size(), indexSpan));
        }

        private Datum several(Workspace workspace, Datum of, Tensor at) {
            List<Datum> items = of instanceof Tensor ? List.of() : items(of, targetSpan);
            int length = of instanceof Tensor tensor ? tensor.rows() : items.size();
            int[] positions = new int[at.rows()];
            for (int i = 0; i < positions.length; i++) {
                positions[i] = position(workspace, at.element(i), length, indexSpan);
            }
            if (of instanceof Tensor tensor) {
                return tensor.rowsAt(positions);
            }
            List<Datum> chosen = Arrays.stream(positions).mapToObj(items::get).toList();
            return of instanceof Datum.Text
                    ? new Datum.Text(chosen.stream()
                            .map(item -> ((Datum.Text) item).text())
                            .collect(Collectors.joining()))
                    : new Datum.Items(chosen);
        }
    }

    /** The part from one index to another. */
    record Slice(Code target, Code low, Code high, boolean withEnd, Span targetSpan, Span rangeSpan) implements Code {
        @Override
        public Datum run(Frame frame) {
            Workspace workspace = frame.machine.workspace;
            Datum of = target.run(frame);
            int from = whole(workspace, low.run(frame), rangeSpan);
            int to = whole(workspace, high.run(frame), rangeSpan) + (withEnd ? 1 : 0);
            int length = of instanceof Tensor tensor
                    ? tensor.rows()
                    : items(of, targetSpan).size();
            if (from < 0 || to > length || from > to) {
                throw new AgException(
                        "out-of-range",
                        "the slice " + rangeSpan.text() + " does not lie within 0..<" + length,
                        rangeSpan,
                        "indices count from 0; the last is " + (length - 1));
            }
            return switch (of) {
                case Tensor tensor -> tensor.slice(from, to);
                case Datum.Text text -> new Datum.Text(part(text.text(), from, to));
                default -> new Datum.Items(items(of, targetSpan).subList(from, to));
            };
        }

        private static String part(String text, int from, int to) {
            return text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
        }
    }

    private static List<Datum> items(Datum of, Span span) {
        if (!Lists.hasItems(of)) {
            throw new AgException(
                    "not-indexable",
                    Kinds.article(of) + " has no elements to take one from",
                    span,
                    Arithmetic.isNumber(of) ? "a vector has one index, a matrix two" : "");
        }
        return Lists.items(of);
    }

    static int position(Workspace workspace, Datum index, int length, Span span) {
        int at = whole(workspace, index, span);
        if (at < 0 || at >= length) {
            String hint = length == 0
                    ? "it has no elements"
                    : "indices count from 0; the last is " + (length - 1)
                            + (at < 0 ? "; from the end: v[len(v) - 1]" : "");
            throw new AgException(
                    "out-of-range", "there is no element " + at + ": the length is " + length, span, hint);
        }
        return at;
    }

    /** A whole number; a value with history is looked at, and what is computed depends on that look. */
    public static int whole(Workspace workspace, Datum datum, Span span) {
        if (!Arithmetic.isNumber(datum)) {
            throw new AgException(
                    "wrong-type", "this must be a whole number, and it is " + Kinds.article(datum), span, "");
        }
        if (datum instanceof Datum.Scalar) {
            workspace.decide();
        }
        double number = workspace.number(datum);
        if (Math.abs(number) > Integer.MAX_VALUE && !Double.isInfinite(number)) {
            throw new AgException(
                    "too-large", Numerals.shortest(number) + " is too large here", span, "at most 2147483647 goes");
        }
        if (number != Math.rint(number) || Double.isInfinite(number)) {
            throw new AgException(
                    "wrong-type",
                    "this must be a whole number, and it is " + Numerals.shortest(number),
                    span,
                    Double.isFinite(number) ? "round it: round(x), floor(x)" : "");
        }
        return (int) number;
    }
}
