package ag.chart.layout;

import ag.chart.drawing.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Cuts lines and polygons off at the edge of the window. */
final class Clip {
    private Clip() {}

    /** A straight piece of line. */
    record Segment(Point from, Point to) {}

    /** The part of a line from one point to the other that lies in the window (Liang and Barsky, 1984). */
    static Optional<Segment> segment(Point from, Point to) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double enter = 0;
        double leave = 1;
        // For each edge: how fast the line heads outwards through it, and how far inside it starts.
        double[] outwards = {-dx, dx, -dy, dy};
        double[] inside = {from.x(), 1 - from.x(), from.y(), 1 - from.y()};
        for (int edge = 0; edge < 4; edge++) {
            double crossing = inside[edge] / outwards[edge];
            if (outwards[edge] < 0) {
                enter = Math.max(enter, crossing);
            } else if (outwards[edge] > 0) {
                leave = Math.min(leave, crossing);
            } else if (inside[edge] < 0) {
                return Optional.empty();
            }
        }
        if (enter > leave) {
            return Optional.empty();
        }
        return Optional.of(
                new Segment(enter > 0 ? between(from, to, enter) : from, leave < 1 ? between(from, to, leave) : to));
    }

    /** The part of a convex polygon that lies in the window (Sutherland and Hodgman, 1974); may be empty. */
    static List<Point> polygon(List<Point> corners) {
        if (corners.stream().allMatch(View::isInside)) {
            return corners;
        }
        List<Point> clipped = halfPlane(corners, Point::x);
        clipped = halfPlane(clipped, point -> 1 - point.x());
        clipped = halfPlane(clipped, Point::y);
        return halfPlane(clipped, point -> 1 - point.y());
    }

    private static List<Point> halfPlane(List<Point> corners, ToDoubleFunction<Point> depth) {
        List<Point> kept = new ArrayList<>();
        for (int i = 0; i < corners.size(); i++) {
            Point here = corners.get(i);
            Point next = corners.get((i + 1) % corners.size());
            double depthHere = depth.applyAsDouble(here);
            double depthNext = depth.applyAsDouble(next);
            if (depthHere >= 0) {
                kept.add(here);
            }
            if ((depthHere >= 0) != (depthNext >= 0)) {
                kept.add(between(here, next, depthHere / (depthHere - depthNext)));
            }
        }
        return kept;
    }

    /** The point at share t of the way. */
    static Point between(Point from, Point to, double t) {
        return new Point(from.x() + t * (to.x() - from.x()), from.y() + t * (to.y() - from.y()));
    }
}
