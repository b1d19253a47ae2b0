package ag.chart.picture;

import ag.chart.Chart;
import ag.chart.Curve;
import ag.chart.Field;
import ag.chart.Points;
import ag.chart.Series;
import ag.chart.drawing.Element;
import ag.chart.drawing.Element.Area;
import ag.chart.drawing.Element.Circle;
import ag.chart.drawing.Element.Group;
import ag.chart.drawing.Element.Lines;
import ag.chart.drawing.Paint;
import ag.chart.drawing.Point;
import ag.chart.drawing.Stroke;
import ag.chart.layout.CurvePieces;
import ag.chart.layout.Regions;
import ag.chart.layout.Styled;
import ag.chart.layout.View;
import ag.engine.Elementary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Draws the series of a chart into its frame: fields, curves over them, points on top. One group for each. */
final class SeriesPainter {
    private final View view;
    private final Frame frame;

    SeriesPainter(View view, Frame frame) {
        this.view = view;
        this.frame = frame;
    }

    List<Element> draw(Chart chart) {
        List<Element> elements = new ArrayList<>();
        for (Series series : chart.series()) {
            if (series instanceof Field field) {
                elements.addAll(field(field));
            }
        }
        for (Styled<Curve> curve : Styled.curves(chart)) {
            elements.addAll(curve(curve.series(), Palette.line(curve.color(), curve.dashes(), ChartPicture.LINE)));
        }
        for (Styled<Points> points : Styled.points(chart)) {
            elements.addAll(points(points.series(), points.color()));
        }
        return elements;
    }

    private List<Element> field(Field field) {
        Regions regions = Regions.of(field, view);
        List<Element> parts = new ArrayList<>();
        for (int k = 0; k < regions.regions().size(); k++) {
            List<List<Point>> outlines = frame.all(regions.regions().get(k));
            if (!outlines.isEmpty()) {
                parts.add(new Area(outlines, Paint.filled(Palette.ground(k))));
            }
        }
        if (!regions.borders().isEmpty()) {
            parts.add(new Lines(frame.all(regions.borders()), Stroke.solid(Palette.BORDER, ChartPicture.BORDER)));
        }
        return group(field, parts);
    }

    private List<Element> curve(Curve curve, Stroke stroke) {
        int columns = (int) Math.ceil(2 * frame.width());
        List<List<Point>> lines = frame.all(CurvePieces.of(curve, view, columns));
        List<Element> parts = new ArrayList<>();
        List<List<Point>> connected =
                lines.stream().filter(line -> line.size() > 1).toList();
        if (!connected.isEmpty()) {
            parts.add(new Lines(connected, stroke));
        }
        // A lone sample would be a speck in the line's own width.
        lines.stream()
                .filter(line -> line.size() == 1)
                .map(line -> new Circle(line.getFirst(), 1.5 * stroke.width(), Paint.filled(stroke.color())))
                .forEach(parts::add);
        return group(curve, parts);
    }

    private List<Element> points(Points points, int color) {
        List<Element> parts = new ArrayList<>();
        Set<Point> taken = new HashSet<>();
        for (int i = 0; i < points.x().size(); i++) {
            Point place = view.place(points.x().at(i), points.y().at(i));
            Point pixel = frame.at(place);
            // Markers on the same pixel look like one; a million of them are not worth writing.
            Point rounded = new Point(Elementary.round(pixel.x()), Elementary.round(pixel.y()));
            if (View.isInside(place) && taken.add(rounded)) {
                parts.add(MarkerShape.of(points.marker(), pixel, Palette.color(color)));
            }
        }
        return group(points, parts);
    }

    private static List<Element> group(Series series, List<Element> parts) {
        return parts.isEmpty() ? List.of() : List.of(new Group(series.name(), parts));
    }
}
