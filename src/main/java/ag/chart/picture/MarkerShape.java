package ag.chart.picture;

import ag.chart.Marker;
import ag.chart.drawing.Color;
import ag.chart.drawing.Element;
import ag.chart.drawing.Element.Area;
import ag.chart.drawing.Element.Circle;
import ag.chart.drawing.Element.Lines;
import ag.chart.drawing.Element.Rectangle;
import ag.chart.drawing.Paint;
import ag.chart.drawing.Point;
import ag.chart.drawing.Stroke;
import java.util.List;

/** The markers as shapes of about equal weight; filled ones have a thin white rim, so that neighbours stay apart. */
final class MarkerShape {
    private static final double RADIUS = 3.6;

    private MarkerShape() {}

    static Element of(Marker marker, Point at, Color color) {
        Paint paint = Paint.of(color, Stroke.solid(Color.WHITE, 0.8));
        Stroke stroke = Stroke.solid(color, 1.8);
        double x = at.x();
        double y = at.y();
        return switch (marker) {
            case CIRCLE -> new Circle(at, RADIUS, paint);
            case SQUARE -> {
                double half = RADIUS * 0.89;
                yield new Rectangle(x - half, y - half, 2 * half, 2 * half, 0, paint);
            }
            case TRIANGLE -> {
                double height = RADIUS * 1.25;
                double half = height * 0.9;
                yield Area.polygon(
                        List.of(
                                new Point(x, y - height),
                                new Point(x + half, y + height * 0.6),
                                new Point(x - half, y + height * 0.6)),
                        paint);
            }
            case DIAMOND -> {
                double half = RADIUS * 1.25;
                yield Area.polygon(
                        List.of(
                                new Point(x, y - half),
                                new Point(x + half, y),
                                new Point(x, y + half),
                                new Point(x - half, y)),
                        paint);
            }
            case CROSS -> {
                double half = RADIUS * 0.8;
                yield new Lines(
                        List.of(
                                List.of(new Point(x - half, y - half), new Point(x + half, y + half)),
                                List.of(new Point(x - half, y + half), new Point(x + half, y - half))),
                        stroke);
            }
            case PLUS -> {
                double half = RADIUS * 1.05;
                yield new Lines(
                        List.of(
                                List.of(new Point(x - half, y), new Point(x + half, y)),
                                List.of(new Point(x, y - half), new Point(x, y + half))),
                        stroke);
            }
        };
    }
}
