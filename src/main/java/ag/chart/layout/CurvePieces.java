package ag.chart.layout;

import ag.chart.Curve;
import ag.chart.drawing.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A curve as the unbroken lines to draw in the window.
 *
 * <p>A line breaks where a sample has no place (NaN, infinite, at or below 0 on a logarithmic axis) and at poles: where
 * a {@linkplain Poles sampled pole} jumps by half the window's height or more, and where one sample stands above the
 * window, the next below it, and the curve is not simply on its way from the one to the other.
 */
public final class CurvePieces {
    private static final double LARGE_JUMP = 0.5;

    private final Curve curve;
    private final View view;
    private final double[] y;
    private final Poles poles;

    private CurvePieces(Curve curve, View view) {
        this.curve = curve;
        this.view = view;
        this.y = curve.y().stream().map(view.y()::position).toArray();
        this.poles = new Poles(y);
    }

    /**
     * The lines, cut off at the window's edge. A lone sample gives a line of one point.
     *
     * @param columns how many columns can be told apart across the window; samples that fall into one column are
     *     reduced to the first, lowest, highest and last, which draw the same (M4: Jugel, Jerzak, Hackenbroich and Markl,
     *     2014)
     */
    public static List<List<Point>> of(Curve curve, View view, int columns) {
        List<List<Point>> pieces = new ArrayList<>();
        for (List<Point> piece : new CurvePieces(curve, view).unbroken()) {
            pieces.addAll(clip(reduce(piece, columns)));
        }
        return pieces;
    }

    private List<List<Point>> unbroken() {
        List<List<Point>> pieces = new ArrayList<>();
        List<Point> piece = new ArrayList<>();
        for (int i = 0; i < y.length; i++) {
            Point point = new Point(view.x().position(curve.x().at(i)), y[i]);
            boolean hasPlace = Double.isFinite(point.x()) && Double.isFinite(point.y());
            if (!piece.isEmpty() && (!hasPlace || jumps(i - 1))) {
                pieces.add(piece);
                piece = new ArrayList<>();
            }
            if (hasPlace) {
                piece.add(point);
            }
        }
        if (!piece.isEmpty()) {
            pieces.add(piece);
        }
        return pieces;
    }

    /** Whether samples i and i + 1, both with a place, lie on two sides of a pole. */
    private boolean jumps(int i) {
        double jump = y[i + 1] - y[i];
        if (Math.min(y[i], y[i + 1]) < 0 && Math.max(y[i], y[i + 1]) > 1 && !isOnItsWay(i, jump)) {
            return true;
        }
        return Math.abs(jump) >= LARGE_JUMP && poles.isBetween(i);
    }

    private boolean isOnItsWay(int i, double jump) {
        boolean arrives = i == 0 || !((y[i] - y[i - 1]) * jump <= 0);
        boolean goesOn = i + 2 == y.length || !((y[i + 2] - y[i + 1]) * jump <= 0);
        return arrives && goesOn;
    }

    private static List<Point> reduce(List<Point> points, int columns) {
        List<Point> reduced = new ArrayList<>();
        int start = 0;
        while (start < points.size()) {
            int column = column(points.get(start), columns);
            int end = start + 1;
            while (end < points.size() && column(points.get(end), columns) == column) {
                end++;
            }
            reduced.addAll(extremes(points.subList(start, end)));
            start = end;
        }
        return reduced;
    }

    private static int column(Point point, int columns) {
        return (int) Math.floor(point.x() * columns);
    }

    /** First, lowest, highest and last, in their order. */
    private static List<Point> extremes(List<Point> points) {
        if (points.size() <= 4) {
            return points;
        }
        int lowest = 0;
        int highest = 0;
        for (int i = 1; i < points.size(); i++) {
            lowest = points.get(i).y() < points.get(lowest).y() ? i : lowest;
            highest = points.get(i).y() > points.get(highest).y() ? i : highest;
        }
        return IntStream.of(0, Math.min(lowest, highest), Math.max(lowest, highest), points.size() - 1)
                .distinct()
                .mapToObj(points::get)
                .toList();
    }

    private static List<List<Point>> clip(List<Point> points) {
        if (points.size() == 1) {
            return View.isInside(points.getFirst()) ? List.of(points) : List.of();
        }
        List<List<Point>> visible = new ArrayList<>();
        List<Point> line = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            var segment = Clip.segment(points.get(i - 1), points.get(i));
            if (segment.isEmpty()) {
                continue;
            }
            Point from = segment.get().from();
            if (line.isEmpty() || !line.getLast().equals(from)) {
                line = new ArrayList<>(List.of(from));
                visible.add(line);
            }
            line.add(segment.get().to());
        }
        return visible;
    }
}
