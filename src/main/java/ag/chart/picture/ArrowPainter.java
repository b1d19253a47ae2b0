package ag.chart.picture;

import ag.chart.Contours.Arrow;
import ag.chart.drawing.Color;
import ag.chart.drawing.Element;
import ag.chart.drawing.Element.Area;
import ag.chart.drawing.Element.Lines;
import ag.chart.drawing.Paint;
import ag.chart.drawing.Point;
import ag.chart.drawing.Stroke;
import ag.chart.layout.View;
import ag.engine.Elementary;
import java.util.ArrayList;
import java.util.List;

/** Draws arrows: a line, and a head that is never longer than the arrow. */
record ArrowPainter(View view, PlotFrame frame) {
    private static final double HEAD = 5;
    private static final double WIDTH = 1.2;

    List<Element> draw(List<Arrow> arrows, Color color) {
        List<List<Point>> shafts = new ArrayList<>();
        List<List<Point>> heads = new ArrayList<>();
        for (Arrow arrow : arrows) {
            Point from = view.place(arrow.x(), arrow.y());
            Point to = view.place(arrow.x() + arrow.dx(), arrow.y() + arrow.dy());
            if (View.isInside(from) && View.isInside(to)) {
                Point tail = frame.at(from);
                Point tip = frame.at(to);
                double length = Elementary.hypot(tip.x() - tail.x(), tip.y() - tail.y());
                if (length > WIDTH) {
                    double head = Math.min(HEAD, length) / length;
                    double dx = head * (tip.x() - tail.x());
                    double dy = head * (tip.y() - tail.y());
                    Point neck = new Point(tip.x() - dx, tip.y() - dy);
                    shafts.add(List.of(tail, neck));
                    heads.add(List.of(
                            tip,
                            new Point(neck.x() - 0.45 * dy, neck.y() + 0.45 * dx),
                            new Point(neck.x() + 0.45 * dy, neck.y() - 0.45 * dx)));
                }
            }
        }
        return shafts.isEmpty()
                ? List.of()
                : List.of(new Lines(shafts, Stroke.solid(color, WIDTH)), new Area(heads, Paint.filled(color)));
    }
}
