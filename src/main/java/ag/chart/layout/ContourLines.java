package ag.chart.layout;

import ag.chart.Contours;
import ag.chart.Field;
import ag.chart.NumberText;
import ag.chart.Shading;
import ag.chart.drawing.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Contours as lines and areas in the window.
 *
 * @param areas polygons that cover the region; none where nothing is filled
 * @param labels what the lines of a map are worth, and where that may stand
 */
public record ContourLines(List<List<Point>> lines, List<List<Point>> areas, List<Label> labels) {
    /** A line shorter than this carries no number. */
    private static final double LEAST = 0.15;

    /** A number on a line. */
    public record Label(Point at, String text) {}

    /** The lines of all levels, cut off at the window's edge. */
    public static ContourLines of(Contours contours, View view) {
        List<List<Point>> lines = new ArrayList<>();
        List<List<Point>> areas = new ArrayList<>();
        List<Label> labels = new ArrayList<>();
        for (double level : contours.levels()) {
            Field field = contours.field();
            Regions regions = Regions.of(
                    new Field(
                            field.name(),
                            field.grid(),
                            field.columns(),
                            field.rows(),
                            field.xRange(),
                            field.yRange(),
                            new Shading.Level(level)),
                    view);
            List<List<Point>> joined = Chains.join(regions.borders());
            lines.addAll(joined);
            if (contours.region() != Contours.Region.NONE) {
                areas.addAll(regions.regions().getLast());
            }
            if (contours.isMap()) {
                joined.stream()
                        .max(Comparator.comparingDouble(ContourLines::length))
                        .filter(line -> length(line) > LEAST)
                        .ifPresent(
                                line -> labels.add(new Label(place(line, labels.size()), NumberText.rounded(level))));
            }
        }
        for (Contours.Piece piece : contours.touching()) {
            Clip.segment(view.place(piece.fromX(), piece.fromY()), view.place(piece.toX(), piece.toY()))
                    .ifPresent(visible -> lines.add(List.of(visible.from(), visible.to())));
        }
        return new ContourLines(lines, areas, labels);
    }

    /** A place on the line, at another part of it for each line, so that the numbers of nested lines keep apart. */
    private static Point place(List<Point> line, int number) {
        double share = 0.2 + 0.3 * (number % 3);
        return line.get((int) (share * (line.size() - 1)));
    }

    private static double length(List<Point> line) {
        double length = 0;
        for (int i = 1; i < line.size(); i++) {
            Point from = line.get(i - 1);
            Point to = line.get(i);
            length += Math.abs(to.x() - from.x()) + Math.abs(to.y() - from.y());
        }
        return length;
    }
}
