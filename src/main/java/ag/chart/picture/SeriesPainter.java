package ag.chart.picture;

import ag.chart.Band;
import ag.chart.Chart;
import ag.chart.Contours;
import ag.chart.Curve;
import ag.chart.Field;
import ag.chart.Points;
import ag.chart.Series;
import ag.chart.drawing.Color;
import ag.chart.drawing.Element;
import ag.chart.drawing.Element.Anchor;
import ag.chart.drawing.Element.Area;
import ag.chart.drawing.Element.Circle;
import ag.chart.drawing.Element.Group;
import ag.chart.drawing.Element.Lines;
import ag.chart.drawing.Element.Rectangle;
import ag.chart.drawing.Element.Text;
import ag.chart.drawing.Paint;
import ag.chart.drawing.Point;
import ag.chart.drawing.Stroke;
import ag.chart.layout.BandPieces;
import ag.chart.layout.ContourLines;
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
    private static final double LABEL_SIZE = 10;

    private final View view;
    private final PlotFrame frame;

    /** The numbers on contours that are drawn already. */
    private final List<Rectangle> numbers = new ArrayList<>();

    SeriesPainter(View view, PlotFrame frame) {
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
        for (Styled<Band> band : Styled.bands(chart)) {
            elements.addAll(band(band.series(), band.color()));
        }
        // Where regions overlap, the borders of both are seen.
        for (Styled<Contours> contours : Styled.contours(chart)) {
            elements.addAll(region(contours));
        }
        for (Styled<Contours> contours : Styled.contours(chart)) {
            elements.addAll(contours(contours));
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

    private List<Element> band(Band band, int color) {
        List<List<Point>> outlines = frame.all(BandPieces.of(band, view));
        return group(
                band,
                outlines.isEmpty() ? List.of() : List.of(new Area(outlines, Paint.filled(Palette.ground(color)))));
    }

    private List<Element> region(Styled<Contours> styled) {
        List<List<Point>> areas = ContourLines.of(styled.series(), view).areas();
        return areas.isEmpty()
                ? List.of()
                : List.of(new Area(frame.all(areas), Paint.filled(Palette.ground(styled.color()))));
    }

    private List<Element> contours(Styled<Contours> styled) {
        Contours contours = styled.series();
        ContourLines drawn = ContourLines.of(contours, view);
        List<Element> parts = new ArrayList<>();
        double width = contours.isMap() ? ChartPicture.BORDER : ChartPicture.LINE;
        Stroke stroke = switch (contours.region()) {
            case NONE -> Palette.line(styled.color(), contours.isMap() ? 0 : styled.dashes(), width);
            case CLOSED -> Palette.line(styled.color(), 0, width);
            case OPEN -> Palette.line(styled.color(), 1, width);
        };
        if (!drawn.lines().isEmpty()) {
            parts.add(new Lines(frame.all(drawn.lines()), stroke));
        }
        if (!contours.arrows().isEmpty()) {
            parts.addAll(new ArrowPainter(view, frame).draw(contours.arrows(), Palette.color(styled.color() + 1)));
        }
        for (ContourLines.Label label : drawn.labels()) {
            parts.addAll(number(label));
        }
        return group(contours, parts);
    }

    /** What a line of a map is worth, on a ground of its own; nothing where it has no room or would cover another number. */
    private List<Element> number(ContourLines.Label label) {
        Point at = frame.at(label.at());
        double room = 0.6 * LABEL_SIZE * label.text().length() + 6;
        double tall = LABEL_SIZE + 2;
        if (frame.width() < room || frame.height() < tall) {
            return List.of();
        }
        double x = Math.clamp(at.x() - room / 2, frame.left(), frame.right() - room);
        double y = Math.clamp(at.y() - tall / 2, frame.top(), frame.bottom() - tall);
        Rectangle ground = new Rectangle(x, y, room, tall, 2, Paint.filled(Color.WHITE));
        if (numbers.stream().anyMatch(other -> overlap(ground, other))) {
            return List.of();
        }
        numbers.add(ground);
        Point base = new Point(x + room / 2, y + tall / 2 + 0.36 * LABEL_SIZE);
        return List.of(ground, new Text(base, label.text(), LABEL_SIZE, Anchor.MIDDLE, Palette.TEXT));
    }

    private static boolean overlap(Rectangle a, Rectangle b) {
        return a.x() < b.x() + b.width()
                && b.x() < a.x() + a.width()
                && a.y() < b.y() + b.height()
                && b.y() < a.y() + a.height();
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
