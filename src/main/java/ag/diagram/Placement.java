package ag.diagram;

import ag.chart.drawing.Point;
import java.util.List;

/**
 * Where the parts of a diagram lie, in pixels from the left and top.
 *
 * @param boxes one for each node
 * @param routes for each edge the points that its line goes through
 * @param captions texts beside the nodes, centred on their points
 */
public record Placement(
        double width, double height, List<Box> boxes, List<List<Point>> routes, List<Caption> captions) {
    public Placement {
        boxes = List.copyOf(boxes);
        routes = routes.stream().map(List::copyOf).toList();
        captions = List.copyOf(captions);
    }

    /** The rectangle that a node fills. */
    public record Box(double x, double y, double width, double height) {
        public Point center() {
            return new Point(x + width / 2, y + height / 2);
        }
    }

    /** A text of its own. */
    public record Caption(Point at, String text) {}
}
