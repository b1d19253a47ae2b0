package ag.lang.statements;

import ag.chart.Axis;
import ag.chart.Chart;
import ag.chart.Curve;
import ag.chart.Range;
import ag.chart.Scale;
import ag.chart.Series;
import ag.lang.interpreter.Cell;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.ExpressionCompiler;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.FreeLetter;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Statement;
import ag.lang.values.Arithmetic;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Evaluation;
import ag.lang.values.Input;
import ag.lang.values.Kinds;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Runs {@code plot f, f' for x in -3..3}: curves of functions, of expressions in the running variable, or of vectors. */
public record PlotStatement(
        List<Asked> curves,
        String variable,
        int slot,
        @Nullable Code low,
        @Nullable Code high,
        Span rangeSpan,
        @Nullable String path,
        Span span)
        implements Code {
    private static final int SAMPLES = 401;
    private static final double STANDARD_REACH = 5;

    /** A curve: its code, where the running variable is a local name. */
    record Asked(Code code, Span span) {}

    static PlotStatement compile(Statement.Plot plot, StatementCompiler compiler, Scope scope) {
        ExpressionCompiler expressions = compiler.expressions();
        Expr range = plot.range();
        Code low = null;
        Code high = null;
        if (range instanceof Expr.Range ends) {
            low = expressions.compile(ends.low(), scope);
            high = expressions.compile(ends.high(), scope);
        } else if (range != null) {
            throw new AgException("bad-range", "a plot runs over a range", range.span(), "write: for x in -3..3");
        }
        String variable = plot.variable() == null ? "x" : plot.variable();
        // Without 'for', a name that is an input or a formula keeps its meaning; the variable is a local name only
        // where it is given.
        boolean given = plot.variable() != null;
        Integer hidden = given ? scope.hide(variable) : null;
        int slot = given ? Objects.requireNonNull(scope.slot(variable)) : -1;
        List<Asked> curves = plot.curves().stream()
                .map(curve -> new Asked(expressions.compile(curve, scope), curve.span()))
                .toList();
        if (given) {
            scope.restore(variable, hidden);
        }
        return new PlotStatement(
                curves,
                variable,
                slot,
                low,
                high,
                range == null ? plot.span() : range.span(),
                plot.path(),
                plot.span());
    }

    @Override
    public Datum run(Frame frame) {
        Workspace workspace = frame.machine.workspace;
        Range range = range(frame);
        List<Series> series = new ArrayList<>();
        for (Asked curve : curves) {
            series.add(curve(frame, curve, range));
        }
        Axis y = Axis.of(series.size() == 1 ? series.getFirst().name() : "").withScale(Scale.LINEAR);
        Drawn.show(workspace, new Chart("", Axis.of(variable), y, series), path, span);
        return Loops.NOTHING;
    }

    private Range range(Frame frame) {
        double from = low == null ? -STANDARD_REACH : number(frame, low);
        double to = high == null ? STANDARD_REACH : number(frame, high);
        if (!(from < to) || !Double.isFinite(to - from)) {
            throw new AgException(
                    "bad-range",
                    "a plot runs from one finite number to a larger one",
                    rangeSpan,
                    "write: for x in -3..3");
        }
        return new Range(from, to);
    }

    private double number(Frame frame, Code code) {
        Datum datum = code.run(frame);
        if (!Arithmetic.isNumber(datum)) {
            throw new AgException(
                    "bad-range",
                    "the ends of a range are numbers, and this is " + Kinds.article(datum),
                    rangeSpan,
                    "write: for x in -3..3");
        }
        return frame.machine.workspace.number(datum);
    }

    private Curve curve(Frame frame, Asked curve, Range range) {
        Workspace workspace = frame.machine.workspace;
        String name = curve.span.text();
        Datum first;
        try {
            first = at(frame, curve, range.low());
        } catch (FreeLetter letter) {
            return alongLetter(frame, curve, letter, range);
        }
        if (first instanceof Callable function) {
            return sampled(
                    frame,
                    name,
                    x -> value(frame, function.call(workspace, curve.span, 0, new Datum.Num(x)), curve),
                    range);
        }
        if (slot >= 0) {
            Datum.Scalar input = input(frame);
            return input == null
                    ? sampled(frame, name, x -> value(frame, at(frame, curve, x), curve), range)
                    : along(frame, curve, input.node(), range);
        }
        if (first instanceof Tensor vector && !vector.isMatrix() && vector.size() > 1) {
            double[] y = workspace.numbers(vector);
            double[] x = new double[y.length];
            java.util.Arrays.setAll(x, i -> i);
            return new Curve(name, x, y);
        }
        return alongInput(frame, curve, first, range);
    }

    /** A formula in one letter that has no value: drawn along that letter. */
    private Curve alongLetter(Frame frame, Asked curve, FreeLetter letter, Range range) {
        if (slot >= 0) {
            throw letter;
        }
        Cell cell = frame.machine.globals.cell(letter.letter());
        return sampled(
                frame,
                curve.span.text(),
                x -> frame.machine.at(cell, new Datum.Num(x), () -> value(frame, curve.code.run(frame), curve)),
                range);
    }

    /** A formula without a running variable: drawn along the one input it depends on. */
    private Curve alongInput(Frame frame, Asked curve, Datum value, Range range) {
        Workspace workspace = frame.machine.workspace;
        if (value instanceof Datum.Scalar scalar) {
            workspace.tape().backward(scalar.node());
            List<Input> inputs = Derivations.reached(workspace);
            if (inputs.size() == 1 && inputs.getFirst().size() == 1) {
                return along(frame, curve, inputs.getFirst().node(0), range);
            }
        }
        throw new AgException(
                "not-a-curve",
                "this does not say what runs along the axis",
                curve.span,
                "write: plot " + curve.span.text() + " for x in -3..3");
    }

    /** The input that the running variable is the name of, so that formulas built on it run along; null where it is none. */
    private Datum.@Nullable Scalar input(Frame frame) {
        return frame.machine.globals.cell(variable).value instanceof Datum.Scalar scalar
                        && frame.machine.workspace.tape().isInput(scalar.node())
                ? scalar
                : null;
    }

    /** What the curve gives while an input runs through the range; afterwards the input has its own number again. */
    private Curve along(Frame frame, Asked curve, int leaf, Range range) {
        Workspace workspace = frame.machine.workspace;
        double before = workspace.tape().value(leaf);
        try {
            return sampled(
                    frame,
                    curve.span.text(),
                    x -> {
                        workspace.set(leaf, x);
                        return value(frame, at(frame, curve, x), curve);
                    },
                    range);
        } finally {
            workspace.set(leaf, before);
        }
    }

    private Curve sampled(Frame frame, String name, DoubleUnaryOperator function, Range range) {
        Workspace workspace = frame.machine.workspace;
        try (Evaluation _ = workspace.evaluation().quietly()) {
            return Curve.of(
                    name,
                    x -> {
                        workspace.checkStop(span);
                        int mark = workspace.tape().mark();
                        long rebuilds = frame.machine.rebuilds();
                        double y = function.applyAsDouble(x);
                        if (rebuilds == frame.machine.rebuilds()) {
                            workspace.tape().rewind(mark);
                        }
                        return y;
                    },
                    range,
                    SAMPLES);
        }
    }

    private Datum at(Frame frame, Asked curve, double x) {
        if (slot < 0) {
            return curve.code.run(frame);
        }
        Datum input = input(frame);
        frame.slots[slot] = input != null ? input : new Datum.Num(x);
        // Formulas in the letter are read where it stands for this number.
        Cell letter = frame.machine.globals.cell(variable);
        return letter.value == null
                ? frame.machine.at(letter, new Datum.Num(x), () -> curve.code.run(frame))
                : curve.code.run(frame);
    }

    private static double value(Frame frame, Datum datum, Asked curve) {
        if (!Arithmetic.isNumber(datum)) {
            throw new AgException(
                    "not-a-curve",
                    "a curve is made of numbers, and this gives " + Kinds.article(datum),
                    curve.span,
                    "");
        }
        return frame.machine.workspace.number(datum);
    }
}
