package ag.lang.statements;

import ag.chart.Band;
import ag.chart.Curve;
import ag.chart.FunctionSampler;
import ag.chart.Range;
import ag.chart.Samples;
import ag.engine.Tape;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.FreeLetter;
import ag.lang.interpreter.Question;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.values.Arithmetic;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Evaluation;
import ag.lang.values.Input;
import ag.lang.values.Kinds;
import ag.lang.values.Smoothness;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import ag.result.Numerals;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Samples what a plot draws over its x axis.
 *
 * @param variable what runs along it; null where it is not said
 * @param along told the letter that each curve is drawn along where it is not said
 */
record CurveSamples(Frame frame, @Nullable Running variable, Range range, Consumer<String> along, Span span) {
    private static final int SAMPLES = 401;

    /** How the height over a place is found. */
    private sealed interface Way extends AutoCloseable {
        /** A function is called. */
        record Called(Callable function) implements Way {}

        /** A variable runs through the places. */
        record Along(Running running) implements Way {
            @Override
            public void close() {
                running.close();
            }
        }

        /** The elements of a vector stand at 0, 1, 2, … */
        record Row(Tensor values) implements Way {}

        @Override
        default void close() {}
    }

    Curve of(Sketch.Graph graph) {
        try (Way way = way(graph)) {
            if (way instanceof Way.Row(Tensor values)) {
                double[] y = frame.machine.workspace.numbers(values);
                double[] x = new double[y.length];
                Arrays.setAll(x, i -> i);
                return new Curve(graph.span().text(), x, y);
            }
            return sampled(graph.span().text(), heights(way, graph), range);
        }
    }

    /** The line that touches the curve at a place, from one end of the range to the other. */
    Curve tangent(Sketch.Tangent tangent) {
        Sketch.Graph graph = tangent.of();
        Workspace workspace = frame.machine.workspace;
        double place = PlotRange.number(frame, tangent.at(), tangent.span(), "a tangent touches at a number", "");
        Tape tape = workspace.tape();
        int mark = tape.mark();
        try (Way way = way(graph)) {
            double[] touch = switch (way) {
                case Way.Along(Running running) ->
                    running.leaf(place, leaf -> touch(graph.code(), leaf, tangent, place));
                case Way.Called(Callable function) -> {
                    int leaf = tape.input(place);
                    yield touch(
                            _ -> function.call(workspace, graph.span(), 0, new Datum.Scalar(leaf)),
                            leaf,
                            tangent,
                            place);
                }
                case Way.Row _ -> throw noTangent(graph, place, "the elements of a vector have no curve between them");
            };
            double low = Math.min(range.low(), place);
            double high = Math.max(range.high(), place);
            double[] x = {low, place, high};
            double[] y = {touch[0] + touch[1] * (low - place), touch[0], touch[0] + touch[1] * (high - place)};
            return new Curve(tangent.span().text(), Samples.of(x), Samples.of(y), List.of(), true);
        } finally {
            tape.rewind(mark);
        }
    }

    /** The height and the slope of a curve at a place. */
    private double[] touch(Code code, int leaf, Sketch.Tangent tangent, double place) {
        Datum value = code.run(frame);
        Sketch.Graph graph = tangent.of();
        Workspace workspace = frame.machine.workspace;
        double height = value(value, graph);
        if (!(value instanceof Datum.Scalar scalar)) {
            return new double[] {height, 0};
        }
        workspace.tape().backward(scalar.node());
        double slope = workspace.tape().gradient(leaf);
        if (!Double.isFinite(height) || !Double.isFinite(slope)) {
            throw noTangent(graph, place, "its value or its slope there is no finite number");
        }
        List<Smoothness.Point> points = List.of(new Smoothness.Point("x", leaf, slope));
        Question question = new Question(frame, graph.span(), code);
        if (workspace.evaluation().asking(() -> question.tell(scalar.node(), points, tangent.span()))) {
            throw noTangent(graph, place, "it has no derivative there");
        }
        return new double[] {height, slope};
    }

    private static AgException noTangent(Sketch.Graph graph, double place, String why) {
        String at = Numerals.shortest(place);
        return new AgException(
                ErrorCode.NO_TANGENT, graph.span().text() + " has no tangent at " + at + ": " + why, graph.span(), "");
    }

    /** The area between a curve and another, or the x axis. */
    Band area(Sketch.Area area) {
        Range part = part(area);
        Sketch.Graph other = area.other();
        try (Way high = way(area.of());
                Way low = other == null ? null : way(other)) {
            DoubleUnaryOperator upper = heights(high, area.of());
            DoubleUnaryOperator lower = low == null || other == null ? _ -> 0 : heights(low, other);
            // Where they cross is a zero of the difference, and so a place to look at.
            Curve between = sampled("", x -> upper.applyAsDouble(x) - lower.applyAsDouble(x), part);
            try (Evaluation _ = frame.machine.workspace.evaluation().quietly()) {
                double[] x = between.x().stream().toArray();
                double[] top = Arrays.stream(x).map(guarded(upper)).toArray();
                double[] bottom = Arrays.stream(x).map(guarded(lower)).toArray();
                for (int i = 0; i < x.length; i++) {
                    if (Double.isNaN(between.y().at(i))) {
                        top[i] = Double.NaN;
                    }
                }
                return new Band(area.span().text(), Samples.of(x), Samples.of(bottom), Samples.of(top));
            }
        }
    }

    private Range part(Sketch.Area area) {
        if (area.from() == null || area.to() == null) {
            return range;
        }
        String problem = "an area goes from a number to another";
        double from = PlotRange.number(frame, area.from(), area.span(), problem, "write: from 0 to 1");
        double to = PlotRange.number(frame, area.to(), area.span(), problem, "write: from 0 to 1");
        if (from == to || !Double.isFinite(to - from)) {
            throw new AgException(ErrorCode.BAD_RANGE, problem, area.span(), "write: from 0 to 1");
        }
        return new Range(Math.min(from, to), Math.max(from, to));
    }

    private Way way(Sketch.Graph graph) {
        Datum first;
        try {
            first = variable == null
                    ? graph.code().run(frame)
                    : variable.at(range.low(), () -> graph.code().run(frame));
        } catch (FreeLetter letter) {
            if (variable != null) {
                throw letter;
            }
            // A formula in one letter that has no value is drawn along that letter.
            along.accept(letter.letter());
            return new Way.Along(Running.letter(frame, letter.letter()));
        }
        if (first instanceof Callable function) {
            function.parameters().stream().limit(1).forEach(along);
            return new Way.Called(function);
        }
        if (variable != null) {
            return new Way.Along(variable);
        }
        if (first instanceof Tensor vector && !vector.isMatrix() && vector.size() > 1) {
            return new Way.Row(vector);
        }
        return new Way.Along(onlyInput(graph, first));
    }

    private DoubleUnaryOperator heights(Way way, Sketch.Graph graph) {
        Workspace workspace = frame.machine.workspace;
        return switch (way) {
            case Way.Called(Callable function) ->
                x -> value(function.call(workspace, graph.span(), 0, new Datum.Num(x)), graph);
            case Way.Along(Running running) ->
                x -> value(running.at(x, () -> graph.code().run(frame)), graph);
            case Way.Row(Tensor values) ->
                throw new AgException(
                        ErrorCode.NOT_A_CURVE, "the elements of a vector have no area under them", graph.span(), "");
        };
    }

    /** A formula without a running variable is drawn along the one input it depends on. */
    private Running onlyInput(Sketch.Graph graph, Datum value) {
        Workspace workspace = frame.machine.workspace;
        if (value instanceof Datum.Scalar scalar) {
            workspace.tape().backward(scalar.node());
            List<Input> inputs = Derivations.reached(workspace);
            if (inputs.size() == 1 && inputs.getFirst().size() == 1) {
                along.accept(inputs.getFirst().name());
                return Running.input(frame, inputs.getFirst().node(0));
            }
        }
        throw new AgException(
                ErrorCode.NOT_A_CURVE,
                "this does not say what runs along the axis",
                graph.span(),
                "write: plot " + graph.span().text() + " for x in -3..3");
    }

    private Curve sampled(String name, DoubleUnaryOperator function, Range over) {
        try (Evaluation _ = frame.machine.workspace.evaluation().quietly()) {
            return FunctionSampler.of(name, guarded(function), over, SAMPLES);
        }
    }

    /** The same function, which leaves nothing behind on the tape and can be stopped. */
    private DoubleUnaryOperator guarded(DoubleUnaryOperator function) {
        Workspace workspace = frame.machine.workspace;
        return x -> {
            workspace.checkStop(span);
            int mark = workspace.tape().mark();
            long rebuilds = frame.machine.rebuilds();
            double y = function.applyAsDouble(x);
            if (rebuilds == frame.machine.rebuilds()) {
                workspace.tape().rewind(mark);
            }
            return y;
        };
    }

    private double value(Datum datum, Sketch.Graph graph) {
        if (!Arithmetic.isNumber(datum)) {
            throw new AgException(
                    ErrorCode.NOT_A_CURVE,
                    "a curve is made of numbers, and this gives " + Kinds.article(datum),
                    graph.span(),
                    "");
        }
        return frame.machine.workspace.number(datum);
    }
}
