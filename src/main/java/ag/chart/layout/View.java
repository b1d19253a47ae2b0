package ag.chart.layout;

import ag.chart.Band;
import ag.chart.Chart;
import ag.chart.Contours;
import ag.chart.Curve;
import ag.chart.Field;
import ag.chart.Points;
import ag.chart.Samples;
import ag.chart.Series;
import ag.chart.drawing.Point;
import ag.chart.layout.AxisFit.Row;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The window of a chart: the numbers shown along both axes. */
public record View(AxisView x, AxisView y) {
    private static final double PADDING = 0.05;

    /** What the chart's axes ask for; an automatic range follows from the series, as {@link AxisFit} says. */
    public static View of(Chart chart) {
        List<Series> series = chart.series();
        boolean hasField = series.stream().anyMatch(each -> each instanceof Field || each instanceof Contours);
        boolean hasPoints = series.stream().anyMatch(Points.class::isInstance);

        // A curve's ends and a field's edges touch the frame; points keep clear of it.
        double paddingX = hasPoints && !hasField ? PADDING : 0;
        double paddingY = hasField ? 0 : PADDING;
        AxisView x = AxisFit.fit(chart.x(), series.stream().map(View::acrossX).toList(), paddingX);
        List<Series> framed = series.stream()
                .filter(each -> !(each instanceof Curve curve && curve.aside()))
                .toList();
        AxisView y = AxisFit.fit(
                chart.y(),
                (framed.isEmpty() ? series : framed)
                        .stream().map(each -> acrossY(each, x)).toList(),
                paddingY);
        return new View(x, y);
    }

    /** Where the point (x, y) of the data stands in the window; a coordinate that has no place is NaN. */
    public Point place(double dataX, double dataY) {
        return new Point(x.position(dataX), y.position(dataY));
    }

    /** Whether a place lies in the window, its edge included; not if a coordinate is NaN. */
    public static boolean isInside(Point place) {
        return place.x() >= 0 && place.x() <= 1 && place.y() >= 0 && place.y() <= 1;
    }

    private static Row acrossX(Series series) {
        return switch (series) {
            case Curve curve -> Row.of(curve.x().stream());
            case Band band -> Row.of(band.x().stream());
            case Contours contours -> acrossX(contours.field());
            case Points points -> Row.of(points.x().stream());
            case Field field ->
                Row.of(DoubleStream.of(field.xRange().low(), field.xRange().high()));
        };
    }

    private static Row acrossY(Series series, AxisView shown) {
        return switch (series) {
            case Curve curve -> Row.ofCurve(within(shown, curve.x(), curve.y()));
            case Band band ->
                Row.ofCurve(
                        DoubleStream.concat(within(shown, band.x(), band.low()), within(shown, band.x(), band.high())));
            case Contours contours -> acrossY(contours.field(), shown);
            case Points points -> Row.of(within(shown, points.x(), points.y()));
            case Field field ->
                Row.of(DoubleStream.of(field.yRange().low(), field.yRange().high()));
        };
    }

    private static DoubleStream within(AxisView shown, Samples x, Samples y) {
        return IntStream.range(0, x.size())
                .filter(i -> shown.range().contains(x.at(i)))
                .mapToDouble(y::at);
    }
}
