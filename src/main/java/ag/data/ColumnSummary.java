package ag.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What can be said of a column at a glance.
 *
 * @param name as in the first line of a file, or the place
 * @param kind what its values are, such as numbers or texts
 * @param missing how many values are missing
 * @param values the range and the mean of numbers, or the different texts and how often each stands there
 */
public record ColumnSummary(String name, String kind, int missing, String values) {
    private static final int MOST_SHOWN = 6;

    /** A column of numbers. */
    public static ColumnSummary numbers(String name, String kind, double[] present, int missing) {
        double[] sorted = Arrays.stream(present).sorted().toArray();
        if (sorted.length == 0) {
            return new ColumnSummary(name, kind, missing, "");
        }
        int half = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        double mean = Arrays.stream(sorted).average().orElse(0);
        return new ColumnSummary(
                name,
                kind,
                missing,
                shown(sorted[0]) + " to " + shown(sorted[sorted.length - 1]) + ", mean " + shown(mean) + ", median "
                        + shown(median));
    }

    private static String shown(double x) {
        String text = String.format(Locale.ROOT, "%.5g", x);
        return text.contains("e") || text.indexOf('.') < 0 ? text : text.replaceAll("\\.?0+$", "");
    }

    /**
     * A column of texts.
     *
     * @param counts how often each class stands there
     */
    public static ColumnSummary texts(String name, String kind, List<String> classes, int[] counts, int missing) {
        String listed = IntStream.range(0, Math.min(classes.size(), MOST_SHOWN))
                .mapToObj(i -> classes.get(i) + " " + counts[i])
                .collect(Collectors.joining(", "));
        String all = classes.size() > MOST_SHOWN ? classes.size() + " different: " + listed + ", …" : listed;
        return new ColumnSummary(name, kind, missing, all);
    }

    /** The columns of a data set, inputs first. */
    public static List<ColumnSummary> of(DataSet data) {
        List<ColumnSummary> all = new ArrayList<>();
        for (int column = 0; column < data.inputWidth(); column++) {
            int at = column;
            String name = data.inputNames().isEmpty()
                    ? "input " + column
                    : data.inputNames().get(column);
            all.add(numbers(
                    name,
                    "input",
                    IntStream.range(0, data.size())
                            .mapToDouble(row -> data.input(row, at))
                            .toArray(),
                    0));
        }
        for (int column = 0; column < data.targetWidth(); column++) {
            int at = column;
            String name = data.targetNames().isEmpty()
                    ? "target " + column
                    : data.targetNames().get(column);
            double[] targets = IntStream.range(0, data.size())
                    .mapToDouble(row -> data.target(row, at))
                    .toArray();
            if (data.classNames().isEmpty() || data.targetWidth() != 1) {
                all.add(numbers(name, "target", targets, 0));
            } else {
                int[] counts = new int[data.classNames().size()];
                Arrays.stream(targets).forEach(target -> counts[(int) target]++);
                all.add(texts(name, "target", data.classNames(), counts, 0));
            }
        }
        return all;
    }
}
