package ag.chart.layout;

import ag.chart.Band;
import ag.chart.Chart;
import ag.chart.Contours;
import ag.chart.Curve;
import ag.chart.Field;
import ag.chart.Marker;
import ag.chart.NumberText;
import ag.chart.Points;
import ag.chart.Shading;
import java.util.ArrayList;
import java.util.List;

/** A line of the legend: what something looks like, and its name. */
public record LegendEntry(Symbol symbol, String name) {

    /** What stands beside the name. */
    public sealed interface Symbol {
        /** A piece of curve. */
        record Line(int color, int dashes) implements Symbol {}

        record Dot(Marker marker, int color) implements Symbol {}

        /** A patch of a region's ground. */
        record Patch(int region) implements Symbol {}

        /** The line between regions. */
        record Border() implements Symbol {}
    }

    /** The entries a chart needs; none where there is only one thing to tell. */
    public static List<LegendEntry> of(Chart chart) {
        List<LegendEntry> entries = new ArrayList<>();
        List<Styled<Points>> points = Styled.points(chart);
        for (Styled<Points> each : points) {
            entries.add(new LegendEntry(
                    new Symbol.Dot(each.series().marker(), each.color()),
                    each.series().name()));
        }
        for (Styled<Curve> curve : Styled.curves(chart)) {
            entries.add(new LegendEntry(
                    new Symbol.Line(curve.color(), curve.dashes()),
                    curve.series().name()));
        }
        for (Styled<Contours> contours : Styled.contours(chart)) {
            entries.add(new LegendEntry(
                    contours.series().region() == Contours.Region.NONE
                            ? new Symbol.Line(contours.color(), contours.dashes())
                            : new Symbol.Patch(contours.color()),
                    contours.series().name()));
        }
        for (Styled<Band> band : Styled.bands(chart)) {
            entries.add(new LegendEntry(
                    new Symbol.Patch(band.color()), band.series().name()));
        }
        for (Field field : Styled.all(chart, Field.class)) {
            entries.addAll(entries(field, points.size()));
        }
        List<LegendEntry> named =
                entries.stream().filter(entry -> !entry.name().isBlank()).toList();
        return named.size() > 1 ? named : List.of();
    }

    /** A region that shares its colour with points needs no entry of its own. */
    private static List<LegendEntry> entries(Field field, int pointCount) {
        return switch (field.shading()) {
            case Shading.Classes(List<String> names) -> patches(names, pointCount);
            case Shading.Level(double value) -> {
                String level = NumberText.rounded(value);
                List<LegendEntry> entries =
                        patches(List.of(field.name() + " < " + level, field.name() + " > " + level), pointCount);
                entries.add(new LegendEntry(new Symbol.Border(), field.name() + " = " + level));
                yield entries;
            }
        };
    }

    private static List<LegendEntry> patches(List<String> regions, int first) {
        List<LegendEntry> entries = new ArrayList<>();
        for (int k = first; k < regions.size(); k++) {
            entries.add(new LegendEntry(new Symbol.Patch(k), regions.get(k)));
        }
        return entries;
    }
}
