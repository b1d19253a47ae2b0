package ag.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A chart in a sentence or two, for who hears it or reads it as data: its kind, its series, their ranges, where each
 * curve is lowest, and where it crosses zero, turns, runs off or ends.
 */
public final class ChartSummary {
    /** Further series are counted, not described. */
    private static final int DESCRIBED = 4;
    /** Further zeros, maxima and the like are counted, not listed. */
    private static final int LISTED = 6;

    /** What is smaller than this, beside the whole axis, is what rounding left of 0. */
    private static final double ROUNDING = 1e-9;

    /** No number is called the highest that is only the last before the numbers of the computer end. */
    private static final double OVERFLOW = 1e300;

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
            case Curve curve -> name + ": " + curve(curve) + features(curve);
            case Points points -> name + ": " + points(points.x(), points.y());
            case Field field -> name + ": " + regions(field);
            case Band band -> name + ": " + area(band);
            case Contours contours -> name + ": " + contours(contours);
        };
    }

    private static String curve(Curve curve) {
        Samples x = curve.x();
        Samples y = curve.y();
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
        String ends = "a curve from " + place(x, y, first) + " to " + place(x, y, last);
        boolean endless = Math.max(-lowest, highest) > OVERFLOW
                || curve.features().stream().anyMatch(feature -> feature.kind() == Feature.Kind.ASYMPTOTE);
        if (endless) {
            return ends;
        }
        return ends + ", lowest " + place(x, y, find(shown, y, lowest)) + ", highest "
                + place(x, y, find(shown, y, highest));
    }

    /** Where the curve crosses zero, turns, runs off, jumps and ends. */
    private static String features(Curve curve) {
        StringBuilder text = new StringBuilder();
        double width = curve.x().size() == 0
                ? 0
                : curve.x().at(curve.x().size() - 1) - curve.x().at(0);
        for (Feature.Kind kind : Feature.Kind.values()) {
            List<Feature> all = curve.features().stream()
                    .filter(feature -> feature.kind() == kind)
                    .toList();
            if (all.isEmpty()) {
                continue;
            }
            List<String> places = new ArrayList<>();
            all.stream().limit(LISTED).map(feature -> told(feature, width)).forEach(places::add);
            if (all.size() > LISTED) {
                places.add("more");
            }
            text.append(", ")
                    .append(kind.called(all.size()))
                    .append(kind == Feature.Kind.TOP || kind == Feature.Kind.BOTTOM ? " of " : " at x = ")
                    .append(listed(places));
        }
        return text.toString();
    }

    private static String told(Feature feature, double width) {
        String x = number(Math.abs(feature.x()) < ROUNDING * width ? 0 : feature.x());
        return switch (feature.kind()) {
            case TOP, BOTTOM -> number(feature.y()) + " at x = " + x;
            case ZERO, ASYMPTOTE, JUMP, END, HOLE -> x;
        };
    }

    private static String listed(List<String> parts) {
        return parts.size() == 1
                ? parts.getFirst()
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
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

    private static String area(Band band) {
        int[] shown = finite(band.x(), band.low());
        return shown.length == 0
                ? "an area without a finite height"
                : "the area from x = " + number(band.x().at(shown[0])) + " to x = "
                        + number(band.x().at(shown[shown.length - 1]));
    }

    private static String contours(Contours contours) {
        Field field = contours.field();
        double least = field.grid().stream().filter(Double::isFinite).min().orElse(Double.NaN);
        double most = field.grid().stream().filter(Double::isFinite).max().orElse(Double.NaN);
        if (contours.isMap()) {
            String arrows = contours.arrows().isEmpty() ? "" : ", with arrows along the gradient";
            return "a map of heights from " + number(least) + " to " + number(most) + " with lines at "
                    + listed(
                            contours.levels().stream().map(ChartSummary::number).toList()) + arrows + place(field);
        }
        double level = contours.levels().getFirst();
        if (contours.region() != Contours.Region.NONE) {
            long inside = field.grid().stream().filter(value -> value >= level).count();
            return "a region that takes "
                    + Math.round(100.0 * inside / field.grid().size()) + " % of the area" + place(field);
        }
        Optional<Extremes> extremes = Extremes.of(field, level);
        return extremes.map(box -> "a curve from x = " + number(box.left()) + " to " + number(box.right())
                        + " and from y = " + number(box.bottom()) + " to " + number(box.top()))
                .orElse("no place on the curve" + place(field));
    }

    private static String place(Field field) {
        return ", x from " + number(field.xRange().low()) + " to "
                + number(field.xRange().high()) + ", y from "
                + number(field.yRange().low()) + " to "
                + number(field.yRange().high());
    }

    private static String regions(Field field) {
        String place = place(field);
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
        return number(unlessRounding(y.at(i), y)) + " at x = " + number(unlessRounding(x.at(i), x));
    }

    /** A number, or 0 where it is so small beside the others that it is what rounding left of 0. */
    private static double unlessRounding(double value, Samples all) {
        double largest =
                all.stream().filter(Double::isFinite).map(Math::abs).max().orElse(0);
        return Math.abs(value) < ROUNDING * largest && largest < 1 / ROUNDING ? 0 : value;
    }

    private static String number(double value) {
        return NumberText.rounded(value);
    }
}
