package ag.chart.layout;

import ag.chart.Band;
import ag.chart.Chart;
import ag.chart.Contours;
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
        return number(all(chart, Points.class), 0, 0);
    }

    /** The chart's curves, in order. */
    public static List<Styled<Curve>> curves(Chart chart) {
        return number(all(chart, Curve.class), firstCurve(chart), 0);
    }

    private static int firstCurve(Chart chart) {
        int regions = all(chart, Field.class).stream()
                .mapToInt(field -> field.shading().regions())
                .max()
                .orElse(0);
        return Math.max(regions, all(chart, Points.class).size());
    }

    /** The chart's contours, in order; their colours and dashes follow those of the curves. */
    public static List<Styled<Contours>> contours(Chart chart) {
        List<Styled<Curve>> curves = curves(chart);
        int first = curves.isEmpty() ? firstCurve(chart) : curves.getLast().color() + 1;
        List<Contours> contours = all(chart, Contours.class);
        // In a terminal the first ground is blank.
        boolean filled = contours.stream().anyMatch(each -> each.region() != Contours.Region.NONE);
        return number(contours, filled ? Math.max(1, first) : first, curves.size());
    }

    /** The chart's areas, in order; their colours follow those of the contours. */
    public static List<Styled<Band>> bands(Chart chart) {
        List<Styled<Contours>> contours = contours(chart);
        int first = contours.isEmpty()
                ? firstCurve(chart) + all(chart, Curve.class).size()
                : contours.getLast().color() + 1;
        return number(all(chart, Band.class), Math.max(1, first), 0);
    }

    static <S extends Series> List<S> all(Chart chart, Class<S> kind) {
        return chart.series().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static <S extends Series> List<Styled<S>> number(List<S> series, int firstColor, int firstDashes) {
        List<Styled<S>> numbered = new ArrayList<>();
        for (S each : series) {
            numbered.add(new Styled<>(each, firstColor + numbered.size(), firstDashes + numbered.size()));
        }
        return numbered;
    }
}
