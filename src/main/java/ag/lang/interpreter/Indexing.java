package ag.lang.interpreter;

import ag.engine.Elementary;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Kinds;
import ag.lang.values.Lists;
import ag.lang.values.Selection;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import ag.result.Numerals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Runs {@code v[0]}, {@code v[1..3]}, and {@code M[0..1, 2]} with an index for each axis. */
public final class Indexing {
    private Indexing() {}

    /** What stands for one axis between the brackets. */
    sealed interface Axis {
        Pick run(Frame frame);
    }

    /** {@code v[k]}, or several elements where {@code k} is a vector. */
    record IndexAxis(Code index, Span span) implements Axis {
        @Override
        public Pick run(Frame frame) {
            return new At(index.run(frame), span);
        }
    }

    /** {@code v[low..high]}. */
    record RangeAxis(Code low, Code high, boolean withEnd, Span span) implements Axis {
        @Override
        public Pick run(Frame frame) {
            Workspace workspace = frame.machine.workspace;
            int from = whole(workspace, low.run(frame), span);
            int to = whole(workspace, high.run(frame), span) + (withEnd ? 1 : 0);
            return new Slice(from, to, span);
        }
    }

    /** {@code M[.., k]}. */
    record WholeAxis() implements Axis {
        @Override
        public Pick run(Frame frame) {
            return new All();
        }
    }

    /** What is taken along one axis, when the indices are known. */
    sealed interface Pick {
        /** Takes it from the elements of a vector, the rows of a matrix, the things of a list, the letters of a text. */
        Datum from(Workspace workspace, Datum of, Span ofSpan);

        /** Whether several are taken, so that the result still has this axis. */
        boolean several();
    }

    private record At(Datum index, Span span) implements Pick {
        @Override
        public boolean several() {
            return index instanceof Tensor several && !several.isMatrix();
        }

        @Override
        public Datum from(Workspace workspace, Datum of, Span ofSpan) {
            if (several()) {
                return several(workspace, of, (Tensor) index, ofSpan);
            }
            if (of instanceof Tensor tensor && Selection.isOpen(workspace, index)) {
                return Selection.element(workspace, tensor, index);
            }
            if (of instanceof Tensor tensor) {
                return tensor.at(position(workspace, index, tensor.rows(), span));
            }
            if (of instanceof WithMembers thing && index instanceof Datum.Text(String name)) {
                return Members.member(workspace, thing, name, span);
            }
            if (of instanceof Indexed indexed) {
                return indexed.at(position(workspace, index, indexed.length(), span));
            }
            List<Datum> items = items(of, ofSpan);
            return items.get(position(workspace, index, items.size(), span));
        }

        private Datum several(Workspace workspace, Datum of, Tensor at, Span ofSpan) {
            List<Datum> items = of instanceof Tensor ? List.of() : items(of, ofSpan);
            int length = of instanceof Tensor tensor ? tensor.rows() : items.size();
            int[] positions = new int[at.rows()];
            for (int i = 0; i < positions.length; i++) {
                positions[i] = position(workspace, at.element(i), length, span);
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

    private record Slice(int from, int to, Span span) implements Pick {
        @Override
        public boolean several() {
            return true;
        }

        @Override
        public Datum from(Workspace workspace, Datum of, Span ofSpan) {
            int length = of instanceof Tensor tensor
                    ? tensor.rows()
                    : items(of, ofSpan).size();
            if (from < 0 || to > length || from > to) {
                throw new AgException(
                        ErrorCode.OUT_OF_RANGE,
                        "the slice " + span.text() + " does not lie within 0..<" + length,
                        span,
                        "indices count from 0; the last is " + (length - 1));
            }
            return switch (of) {
                case Tensor tensor -> tensor.slice(from, to);
                case Datum.Text text -> new Datum.Text(part(text.text(), from, to));
                case Datum.Inert _, Datum.Scalar _, Datum.Items _, Datum.Opaque _ ->
                    new Datum.Items(items(of, ofSpan).subList(from, to));
            };
        }

        private static String part(String text, int from, int to) {
            return text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
        }
    }

    private record All() implements Pick {
        @Override
        public boolean several() {
            return true;
        }

        @Override
        public Datum from(Workspace workspace, Datum of, Span ofSpan) {
            if (!(of instanceof Tensor)) {
                items(of, ofSpan);
            }
            return of;
        }
    }

    /** With one index. */
    record Along(Code target, Axis axis, Span targetSpan) implements NumberCode {
        @Override
        public Datum run(Frame frame) {
            Datum of = target.run(frame);
            return axis.run(frame).from(frame.machine.workspace, of, targetSpan);
        }

        @Override
        public int emit(NumberProgram.Builder program) {
            return axis instanceof IndexAxis(Code index, Span _)
                    ? program.element(target, program.emit(index))
                    : NumberProgram.NONE;
        }
    }

    /**
     * With an index for each axis. Each is taken along its own axis: {@code M[0..2, 0..1]} is a block, {@code M[0..2, 1]} a part of a
     * column, and two vectors of indices give the rows of the one in the columns of the other.
     */
    record Block(Code target, Axis[] axes, Span targetSpan, Span span) implements Code {
        @Override
        public Datum run(Frame frame) {
            Datum of = target.run(frame);
            List<Pick> picks = new ArrayList<>();
            for (Axis axis : axes) {
                picks.add(axis.run(frame));
            }
            return taken(frame.machine.workspace, of, picks, targetSpan);
        }

        private Datum taken(Workspace workspace, Datum of, List<Pick> picks, Span ofSpan) {
            Pick pick = picks.getFirst();
            Datum picked = pick.from(workspace, of, ofSpan);
            List<Pick> rest = picks.subList(1, picks.size());
            if (rest.isEmpty()) {
                return picked;
            }
            if (!pick.several()) {
                return taken(workspace, picked, rest, span);
            }
            if (picked instanceof Tensor matrix && matrix.isMatrix() && rest.size() == 1) {
                Datum columns = rest.getFirst().from(workspace, matrix.transpose(), span);
                return columns instanceof Tensor several && several.isMatrix() ? several.transpose() : columns;
            }
            List<Datum> results = new ArrayList<>();
            for (Datum item : items(picked, span)) {
                results.add(taken(workspace, item, rest, span));
            }
            return results.isEmpty() ? picked : Lists.of(workspace, results);
        }
    }

    private static List<Datum> items(Datum of, Span span) {
        if (!Lists.hasItems(of)) {
            throw new AgException(
                    ErrorCode.NOT_INDEXABLE,
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
                    ErrorCode.OUT_OF_RANGE, "there is no element " + at + ": the length is " + length, span, hint);
        }
        return at;
    }

    /** A whole number; a value with history is looked at, and what is computed depends on that look. */
    public static int whole(Workspace workspace, Datum datum, Span span) {
        if (!Arithmetic.isNumber(datum)) {
            throw new AgException(
                    ErrorCode.WRONG_TYPE, "this must be a whole number, and it is " + Kinds.article(datum), span, "");
        }
        double number = workspace.number(datum);
        if (datum instanceof Datum.Scalar) {
            workspace.tie();
        }
        if (Math.abs(number) > Integer.MAX_VALUE && !Double.isInfinite(number)) {
            throw new AgException(
                    ErrorCode.TOO_LARGE,
                    Numerals.shortest(number) + " is too large here",
                    span,
                    "at most 2147483647 goes");
        }
        if (number != Elementary.round(number) || Double.isInfinite(number)) {
            throw new AgException(
                    ErrorCode.WRONG_TYPE,
                    "this must be a whole number, and it is " + Numerals.shortest(number),
                    span,
                    Double.isFinite(number) ? "round it: round(x), floor(x)" : "");
        }
        return (int) number;
    }
}
