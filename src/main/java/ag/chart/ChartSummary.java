package ag.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A chart in a sentence or two, for who hears it or reads it as data: its kind, its series, their ranges, where each
 * curve is lowest.
 */
public final class ChartSummary {
    /** Further series are counted, not described. */
    private static final int DESCRIBED = 4;

    private ChartSummary() {}

    public static String of(Chart chart) {
        List<Series> series = chart.series();
        if (series.isEmpty()) {
            return "An empty chart.";
        }
        List<String> parts = new ArrayList<>();
        series.stream().limit(DESCRIBED).map(ChartSummary::describe).forEach(parts::add);
        if (series.size() > DESCRIBED) {
            parts.add("and " + (series.size() - DESCRIBED) + " more");
        }
        return heading(chart) + String.join("; ", parts) + ".";
    }

    private static String heading(Chart chart) {
        String title = chart.title().isBlank() ? "" : " \"" + chart.title() + "\"";
        String across = chart.x().label().isBlank() ? "" : " over " + chart.x().label();
        String up = chart.y().label().isBlank() ? "" : " of " + chart.y().label();
        return "Chart" + title + up + across + ". ";
    }

    private static String describe(Series series) {
        String name = series.name().isBlank() ? "unnamed" : series.name();
        return switch (series) {
            case Curve curve -> name + ": " + curve(curve.x(), curve.y());
            case Points points -> name + ": " + points(points.x(), points.y());
            case Field field -> name + ": " + regions(field);
        };
    }

    private static String curve(Samples x, Samples y) {
        int[] shown = finite(x, y);
        if (shown.length < 2) {
            return shown.length == 0 ? "a curve without a finite value" : "one point, " + place(x, y, shown[0]);
        }
        int first = shown[0];
        int last = shown[shown.length - 1];
        double lowest = least(shown, y);
        double highest = greatest(shown, y);
        if (lowest == highest) {
            return "constant " + number(lowest) + " from x = " + number(x.at(first)) + " to " + number(x.at(last));
        }
        return "a curve from " + place(x, y, first) + " to " + place(x, y, last) + ", lowest "
                + place(x, y, find(shown, y, lowest)) + ", highest " + place(x, y, find(shown, y, highest));
    }

    private static String points(Samples x, Samples y) {
        int[] shown = finite(x, y);
        return switch (shown.length) {
            case 0 -> "no points";
            case 1 -> "one point, " + place(x, y, shown[0]);
            default ->
                shown.length + " points, x from " + number(least(shown, x)) + " to " + number(greatest(shown, x))
                        + ", y from " + number(least(shown, y)) + " to " + number(greatest(shown, y));
        };
    }

    private static String regions(Field field) {
        String place = ", x from " + number(field.xRange().low()) + " to "
                + number(field.xRange().high()) + ", y from "
                + number(field.yRange().low()) + " to "
                + number(field.yRange().high());
        return switch (field.shading()) {
            case Shading.Classes(List<String> names) -> "the regions of " + String.join(", ", names) + place;
            case Shading.Level(double level) -> {
                long above =
                        field.grid().stream().filter(value -> value >= level).count();
                yield Math.round(100.0 * above / field.grid().size()) + " % of the area at or above " + number(level)
                        + place;
            }
        };
    }

    private static int[] finite(Samples x, Samples y) {
        return IntStream.range(0, x.size())
                .filter(i -> Double.isFinite(x.at(i)) && Double.isFinite(y.at(i)))
                .toArray();
    }

    private static double least(int[] shown, Samples values) {
        return Arrays.stream(shown).mapToDouble(values::at).min().orElseThrow();
    }

    private static double greatest(int[] shown, Samples values) {
        return Arrays.stream(shown).mapToDouble(values::at).max().orElseThrow();
    }

    private static int find(int[] shown, Samples values, double value) {
        return Arrays.stream(shown)
                .filter(i -> values.at(i) == value)
                .findFirst()
                .orElseThrow();
    }

    private static String place(Samples x, Samples y, int i) {
        return number(y.at(i)) + " at x = " + number(x.at(i));
    }

    private static String number(double value) {
        return NumberText.rounded(value);
    }
}
