package ag.lang.interpreter;

import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs {@code y at x = 3}: what a formula is worth where letters have these values, and only there. */
record AtPoint(Code of, @Nullable LetterPlace name, List<Given> points, Span span) implements Code {
    /** A letter and its value at the point. */
    record Given(LetterPlace letter, Code value) {}

    static AtPoint of(Expr.At at, Function<Expr, Code> compile, Function<Expr.Name, LetterPlace> places) {
        List<Given> points = new ArrayList<>();
        for (Expr.Point point : at.points()) {
            points.add(new Given(places.apply(point.letter()), compile.apply(point.value())));
        }
        LetterPlace name = at.of() instanceof Expr.Name of ? places.apply(of) : null;
        return new AtPoint(compile.apply(at.of()), name, points, at.span());
    }

    @Override
    public Datum run(Frame frame) {
        List<Datum> values = new ArrayList<>();
        for (Given point : points) {
            values.add(point.value().run(frame));
        }
        return run(frame, 0, values);
    }

    private Datum run(Frame frame, int i, List<Datum> values) {
        if (i == points.size()) {
            Datum result = of.run(frame);
            if (name != null && name.isPlain(frame)) {
                frame.machine.workspace.note(
                        "'" + name.name() + "' is a number that was computed once: it is the same everywhere", span);
            }
            return result;
        }
        LetterPlace letter = points.get(i).letter();
        Datum value = values.get(i);
        int leaf = leaf(frame, letter, value);
        if (leaf < 0) {
            return letter.with(frame, value, () -> run(frame, i + 1, values));
        }
        Workspace workspace = frame.machine.workspace;
        double before = workspace.tape().value(leaf);
        try {
            workspace.set(leaf, workspace.number(value));
            return workspace.detached(run(frame, i + 1, values));
        } finally {
            workspace.set(leaf, before);
        }
    }

    /** The input that a letter is the name of, so that what was built on it follows; -1 where it is none. */
    private static int leaf(Frame frame, LetterPlace letter, Datum value) {
        return letter instanceof LetterPlace.Global(Cell cell, Span _)
                        && cell.value instanceof Datum.Scalar(int node)
                        && frame.machine.workspace.tape().isInput(node)
                        && Arithmetic.isNumber(value)
                ? node
                : -1;
    }
}
