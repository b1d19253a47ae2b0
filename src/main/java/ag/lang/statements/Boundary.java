package ag.lang.statements;

import ag.chart.Axis;
import ag.chart.Chart;
import ag.chart.Field;
import ag.chart.Marker;
import ag.chart.Points;
import ag.chart.Range;
import ag.chart.Samples;
import ag.chart.Series;
import ag.chart.Shading;
import ag.data.DataSet;
import ag.engine.Elementary;
import ag.nn.Decision;
import ag.result.Numerals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where a network decides for what, over the two inputs of its samples.
 *
 * @param grid at how many places along each axis the network is asked
 */
record Boundary(DataSet samples, Range x, Range y, int grid) {
    private static final double MARGIN = 0.1;
    /** A small step relative to a large number, and more than its last digit. */
    private static final double LITTLE = 1e-6;

    private static final int MOST_LABELS = 20;

    /** The part of an axis that the samples' inputs take, with a margin; null where that is too far to be drawn. */
    static @Nullable Range reach(DataSet samples, int column) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < samples.size(); i++) {
            low = Math.min(low, samples.input(i, column));
            high = Math.max(high, samples.input(i, column));
        }
        double margin = high > low ? MARGIN * (high - low) : Math.max(1, LITTLE * Math.abs(low));
        return Double.isFinite(high + margin - (low - margin)) ? new Range(low - margin, high + margin) : null;
    }

    /** How many places the network is asked at. */
    int places() {
        return grid * grid;
    }

    /**
     * The picture.
     *
     * @param predict gives the outputs for places that stand one after the other
     * @param outputs how many each has
     * @param decision how an output is read as a class; null where it is no class
     */
    Chart chart(String name, int outputs, @Nullable Decision decision, UnaryOperator<double[]> predict) {
        double[] points = new double[2 * places()];
        for (int row = 0; row < grid; row++) {
            for (int column = 0; column < grid; column++) {
                int at = row * grid + column;
                points[2 * at] = x.low() + x.width() * column / (grid - 1);
                points[2 * at + 1] = y.low() + y.width() * row / (grid - 1);
            }
        }
        Samples predicted = Samples.of(predict.apply(points));
        Set<Double> labels = labels(samples, outputs);
        List<String> classes = classes(samples, labels);
        double level = decision == null ? 0 : decision.threshold();
        Shading shading = outputs == 1 ? new Shading.Level(level) : new Shading.Classes(classes.subList(0, outputs));
        List<Series> series = new ArrayList<>();
        series.add(new Field(name, predicted, grid, grid, x, y, shading));
        series.addAll(points(samples, outputs, labels, classes));
        return new Chart("what " + name + " decides", Axis.over("x0", x), Axis.over("x1", y), series);
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
}
