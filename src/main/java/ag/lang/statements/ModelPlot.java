package ag.lang.statements;

import ag.chart.Axis;
import ag.chart.Chart;
import ag.chart.Curve;
import ag.chart.Extent;
import ag.chart.Field;
import ag.chart.Marker;
import ag.chart.Points;
import ag.chart.Range;
import ag.chart.Samples;
import ag.chart.Scale;
import ag.chart.Series;
import ag.chart.Shading;
import ag.data.DataSet;
import ag.engine.Elementary;
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
import ag.lang.syntax.Statement;
import ag.lang.values.Datum;
import ag.lang.values.Kinds;
import ag.lang.values.Workspace;
import ag.nn.Decision;
import ag.result.Numerals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
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
    private static final double MARGIN = 0.1;
    /** What is little beside a large number, and more than its last digit. */
    private static final double LITTLE = 1e-6;

    private static final int MOST_LABELS = 20;

    /** A model's name and where it was typed. */
    record Named(Code code, String name, Span span) {}

    static ModelPlot compile(Statement.PlotModel plot, StatementCompiler compiler, Scope scope) {
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
                    "this plot is written otherwise",
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
        Range x = reach(samples, 0);
        Range y = reach(samples, 1);
        double[] points = new double[2 * GRID * GRID];
        for (int row = 0; row < GRID; row++) {
            for (int column = 0; column < GRID; column++) {
                int at = row * GRID + column;
                points[2 * at] = x.low() + x.width() * column / (GRID - 1);
                points[2 * at + 1] = y.low() + y.width() * row / (GRID - 1);
            }
        }
        Samples outputs = Samples.of(net.predict(workspace, points, GRID * GRID));
        int width = net.network().outputs();
        Set<Double> labels = labels(samples, width);
        List<String> classes = classes(samples, labels);
        Decision decision = net.decision();
        double level = decision == null ? 0 : decision.threshold();
        Shading shading = width == 1 ? new Shading.Level(level) : new Shading.Classes(classes.subList(0, width));
        List<Series> series = new ArrayList<>();
        series.add(new Field(net.name(), outputs, GRID, GRID, x, y, shading));
        series.addAll(points(samples, width, labels, classes));
        return new Chart("what " + net.name() + " decides", Axis.over("x0", x), Axis.over("x1", y), series);
    }

    /** A series for each class, so that it has the colour of its region; one without samples is empty. */
    private static List<Series> points(DataSet samples, int outputs, Set<Double> labels, List<String> classes) {
        List<Series> series = new ArrayList<>();
        for (double label : labels) {
            int number = series.size();
            int[] of = IntStream.range(0, samples.size())
                    .filter(i -> label(samples, outputs, i) == label)
                    .toArray();
            double[] x = Arrays.stream(of).mapToDouble(i -> samples.input(i, 0)).toArray();
            double[] y = Arrays.stream(of).mapToDouble(i -> samples.input(i, 1)).toArray();
            series.add(new Points(classes.get(number), x, y, Marker.forClass(number)));
        }
        return series;
    }

    /** What the target of a sample says: the place of its largest number where it has one for each output. */
    private static double label(DataSet samples, int outputs, int i) {
        int width = samples.targetWidth();
        return width > 1 && width == outputs
                ? Decision.LARGEST.predictedClass(samples.targets(), i * width, width)
                : samples.target(i, 0);
    }

    /** The numbers of the outputs where there are several, and after them in their order what else targets say. */
    private static Set<Double> labels(DataSet samples, int outputs) {
        SortedSet<Double> said = new TreeSet<>();
        for (int i = 0; i < samples.size() && said.size() < MOST_LABELS; i++) {
            said.add(label(samples, outputs, i));
        }
        Set<Double> labels = new LinkedHashSet<>();
        for (int k = 0; outputs > 1 && k < outputs; k++) {
            labels.add((double) k);
        }
        labels.addAll(said);
        return labels;
    }

    private static List<String> classes(DataSet samples, Set<Double> labels) {
        List<String> names = samples.classNames();
        return labels.stream()
                .map(label -> label >= 0 && label < names.size() && label == Elementary.round(label)
                        ? names.get((int) (double) label)
                        : "target " + Numerals.shortest(label))
                .toList();
    }

    private Range reach(DataSet samples, int column) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
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
            low = Math.min(low, input);
            high = Math.max(high, input);
        }
        double margin = high > low ? MARGIN * (high - low) : Math.max(1, LITTLE * Math.abs(low));
        if (!Double.isFinite(high + margin - (low - margin))) {
            throw new AgException(
                    ErrorCode.BAD_PLOT,
                    "the inputs reach from " + Numerals.shortest(low) + " to " + Numerals.shortest(high)
                            + ", too far for a picture",
                    dataSpan,
                    "give smaller numbers, such as thousandths of them");
        }
        return new Range(low - margin, high + margin);
    }
}
