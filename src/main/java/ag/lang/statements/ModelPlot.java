package ag.lang.statements;

import ag.chart.Axis;
import ag.chart.Chart;
import ag.chart.Curve;
import ag.chart.Extent;
import ag.chart.Range;
import ag.chart.Scale;
import ag.chart.Series;
import ag.data.DataSet;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.ExpressionCompiler;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.PictureStatement;
import ag.lang.values.Datum;
import ag.lang.values.Kinds;
import ag.lang.values.Workspace;
import ag.result.Numerals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Runs {@code plot loss of net} and {@code plot boundary of net on d}. */
public record ModelPlot(
        boolean boundary,
        List<Named> models,
        @Nullable Code data,
        Span dataSpan,
        @Nullable String path,
        Span span) implements Code {
    private static final int GRID = 120;

    /** A model's name and where it was typed. */
    record Named(Code code, String name, Span span) {}

    static ModelPlot compile(PictureStatement.PlotModel plot, StatementCompiler compiler, Scope scope) {
        ExpressionCompiler expressions = compiler.expressions();
        boolean boundary = plot.what().equals("boundary");
        if (!boundary && !plot.what().equals("loss")) {
            throw new AgException(
                    ErrorCode.BAD_PLOT,
                    "there is no plot of the '" + plot.what() + "' of a network",
                    plot.whatSpan(),
                    "write: plot loss of net, or plot boundary of net on d");
        }
        Expr on = plot.data();
        if (boundary != (on != null) || (boundary && plot.models().size() > 1)) {
            throw new AgException(
                    ErrorCode.BAD_PLOT,
                    "this plot is not written like this",
                    plot.span(),
                    "write: plot loss of net, or plot boundary of net on d");
        }
        List<Named> models = plot.models().stream()
                .map(name -> new Named(expressions.name(name.name(), name.span(), scope), name.name(), name.span()))
                .toList();
        return new ModelPlot(
                boundary,
                models,
                on == null ? null : expressions.compile(on, scope),
                on == null ? plot.span() : on.span(),
                plot.path(),
                plot.span());
    }

    @Override
    public Datum run(Frame frame) {
        List<ModelThing> nets = new ArrayList<>();
        for (Named named : models) {
            nets.add(ModelThing.require(named.code.run(frame), named.name, named.span));
        }
        Workspace workspace = frame.machine.workspace;
        Drawn.show(workspace, boundary ? boundary(workspace, nets.getFirst(), samples(frame)) : loss(nets), path, span);
        return Loops.NOTHING;
    }

    private Chart loss(List<ModelThing> nets) {
        List<Series> curves = new ArrayList<>();
        for (ModelThing net : nets) {
            double[] losses = net.losses();
            if (losses.length == 0) {
                throw new AgException(
                        ErrorCode.NOT_TRAINED,
                        "'" + net.name() + "' has not been trained yet, so it has no loss to plot",
                        span,
                        "train it first: train " + net.name() + " on d { … }");
            }
            double[] epochs = new double[losses.length];
            Arrays.setAll(epochs, i -> i);
            curves.add(new Curve(net.name(), epochs, losses));
        }
        Axis y = Axis.of("loss").withExtent(new Extent.Everything()).withScale(Scale.AUTOMATIC);
        return new Chart(nets.size() == 1 ? "loss of " + nets.getFirst().name() : "loss", Axis.of("epoch"), y, curves);
    }

    private DataSet samples(Frame frame) {
        Datum on = Objects.requireNonNull(data).run(frame);
        if (on instanceof DataThing thing && thing.data().inputWidth() == 2) {
            return thing.data();
        }
        String problem = on instanceof DataThing thing
                ? "a boundary is drawn over two inputs, and the samples have "
                        + thing.data().inputWidth()
                : "a boundary is drawn on a data set, and this is " + Kinds.article(on);
        throw new AgException(ErrorCode.BAD_PLOT, problem, dataSpan, "");
    }

    private Chart boundary(Workspace workspace, ModelThing net, DataSet samples) {
        net.requireInputs(2, dataSpan);
        Boundary boundary = new Boundary(samples, reach(samples, 0), reach(samples, 1), GRID);
        return boundary.chart(
                net.name(),
                net.network().outputs(),
                net.decision(),
                points -> net.predict(workspace, points, boundary.places()));
    }

    private Range reach(DataSet samples, int column) {
        for (int i = 0; i < samples.size(); i++) {
            double input = samples.input(i, column);
            if (!Double.isFinite(input)) {
                throw new AgException(
                        ErrorCode.BAD_PLOT,
                        "sample " + i + " has the input " + Numerals.shortest(input)
                                + ", which has no place in a picture",
                        dataSpan,
                        "leave that sample out");
            }
        }
        Range reach = Boundary.reach(samples, column);
        if (reach == null) {
            double[] inputs = IntStream.range(0, samples.size())
                    .mapToDouble(i -> samples.input(i, column))
                    .sorted()
                    .toArray();
            throw new AgException(
                    ErrorCode.BAD_PLOT,
                    "the inputs reach from " + Numerals.shortest(inputs[0]) + " to "
                            + Numerals.shortest(inputs[inputs.length - 1]) + ", too far for a picture",
                    dataSpan,
                    "give smaller numbers, such as thousandths of them");
        }
        return reach;
    }
}
