package ag.chart.layout;

import ag.chart.Chart;
import ag.chart.Curve;
import ag.chart.Field;
import ag.chart.Points;
import ag.chart.Series;
import java.util.ArrayList;
import java.util.List;

/**
 * A series with the numbers of its colour and, if it is a curve, of its dash pattern.
 *
 * <p>Points take the first colours, so that the k-th of them has the colour of region k of a field; curves take the
 * next ones. The first curve is solid whatever its colour.
 */
public record Styled<S extends Series>(S series, int color, int dashes) {

    /** The chart's points, in order. */
    public static List<Styled<Points>> points(Chart chart) {
        return number(all(chart, Points.class), 0);
    }

    /** The chart's curves, in order. */
    public static List<Styled<Curve>> curves(Chart chart) {
        int regions = all(chart, Field.class).stream()
                .mapToInt(field -> field.shading().regions())
                .max()
                .orElse(0);
        return number(
                all(chart, Curve.class),
                Math.max(regions, all(chart, Points.class).size()));
    }

    static <S extends Series> List<S> all(Chart chart, Class<S> kind) {
        return chart.series().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static <S extends Series> List<Styled<S>> number(List<S> series, int firstColor) {
        List<Styled<S>> numbered = new ArrayList<>();
        for (S each : series) {
            numbered.add(new Styled<>(each, firstColor + numbered.size(), numbered.size()));
        }
        return numbered;
    }
}
