package ag.lang.statements;

import ag.chart.Curve;
import ag.chart.FunctionSampler;
import ag.chart.Range;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.FreeLetter;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.values.Arithmetic;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Evaluation;
import ag.lang.values.Input;
import ag.lang.values.Kinds;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Samples what a plot draws over its x axis.
 *
 * @param variable what runs along it; null where it is not said
 */
record CurveSamples(Frame frame, @Nullable Running variable, Range range, Span span) {
    private static final int SAMPLES = 401;

    Curve of(Sketch.Graph graph) {
        Datum first;
        try {
            first = variable == null ? graph.code().run(frame) : at(variable, graph, range.low());
        } catch (FreeLetter letter) {
            if (variable != null) {
                throw letter;
            }
            // A formula in one letter that has no value is drawn along that letter.
            return along(graph, Running.letter(frame, letter.letter()));
        }
        if (first instanceof Callable function) {
            Workspace workspace = frame.machine.workspace;
            return sampled(graph, x -> value(function.call(workspace, graph.span(), 0, new Datum.Num(x)), graph));
        }
        if (variable != null) {
            return along(graph, variable);
        }
        if (first instanceof Tensor vector && !vector.isMatrix() && vector.size() > 1) {
            double[] y = frame.machine.workspace.numbers(vector);
            double[] x = new double[y.length];
            Arrays.setAll(x, i -> i);
            return new Curve(graph.span().text(), x, y);
        }
        return along(graph, onlyInput(graph, first));
    }

    /** A formula without a running variable is drawn along the one input it depends on. */
    private Running onlyInput(Sketch.Graph graph, Datum value) {
        Workspace workspace = frame.machine.workspace;
        if (value instanceof Datum.Scalar scalar) {
            workspace.tape().backward(scalar.node());
            List<Input> inputs = Derivations.reached(workspace);
            if (inputs.size() == 1 && inputs.getFirst().size() == 1) {
                return Running.input(frame, inputs.getFirst().node(0));
            }
        }
        throw new AgException(
                ErrorCode.NOT_A_CURVE,
                "this does not say what runs along the axis",
                graph.span(),
                "write: plot " + graph.span().text() + " for x in -3..3");
    }

    private Curve along(Sketch.Graph graph, Running running) {
        try (running) {
            return sampled(graph, x -> value(at(running, graph, x), graph));
        }
    }

    private Datum at(Running running, Sketch.Graph graph, double x) {
        return running.at(x, () -> graph.code().run(frame));
    }

    private Curve sampled(Sketch.Graph graph, DoubleUnaryOperator function) {
        Workspace workspace = frame.machine.workspace;
        try (Evaluation _ = workspace.evaluation().quietly()) {
            return FunctionSampler.of(
                    graph.span().text(),
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
