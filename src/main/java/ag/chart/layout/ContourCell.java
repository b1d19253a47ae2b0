package ag.chart.layout;

import ag.chart.drawing.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** One square of a marching-squares grid: four corners, counterclockwise, and the height at each. Inside is 0 and above. */
final class ContourCell {
    private final Point[] corners;
    private final double[] heights;

    ContourCell(Point[] corners, double[] heights) {
        this.corners = corners;
        this.heights = heights;
    }

    /** The inside part, as one polygon or, at a saddle that is low in the middle, two corners. */
    List<List<Point>> areas() {
        if (isBlank()) {
            return List.of();
        }
        if (isSaddle() && !isHighInTheMiddle()) {
            return IntStream.range(0, 4)
                    .filter(this::isInside)
                    .mapToObj(this::corner)
                    .toList();
        }
        List<Point> outline = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            if (isInside(i)) {
                outline.add(corners[i]);
            }
            if (isCrossed(i)) {
                outline.add(crossing(i));
            }
        }
        return outline.isEmpty() ? List.of() : List.of(outline);
    }

    /** The lines between inside and outside. */
    List<Clip.Segment> borders() {
        if (isBlank()) {
            return List.of();
        }
        int[] crossed = IntStream.range(0, 4).filter(this::isCrossed).toArray();
        if (crossed.length == 2) {
            return List.of(border(crossed[0], crossed[1]));
        }
        if (crossed.length == 0) {
            return List.of();
        }
        // A saddle: cut off corners 1 and 3, or corners 0 and 2, whichever leaves the middle on its own side.
        return isInside(0) == isHighInTheMiddle()
                ? List.of(border(0, 1), border(2, 3))
                : List.of(border(3, 0), border(1, 2));
    }

    private boolean isBlank() {
        return Arrays.stream(heights).anyMatch(Double::isNaN);
    }

    private boolean isInside(int corner) {
        return heights[corner] >= 0;
    }

    private boolean isSaddle() {
        return IntStream.range(0, 4).allMatch(this::isCrossed);
    }

    private boolean isHighInTheMiddle() {
        return Arrays.stream(heights).sum() >= 0;
    }

    /** Whether the border crosses the edge from this corner to the next. */
    private boolean isCrossed(int edge) {
        return isInside(edge) != isInside((edge + 1) % 4);
    }

    private Point crossing(int edge) {
        int next = (edge + 1) % 4;
        double t = heights[edge] / (heights[edge] - heights[next]);
        // Infinite heights say nothing about where between them 0 lies.
        return Clip.between(corners[edge], corners[next], Double.isNaN(t) ? 0.5 : t);
    }

    private List<Point> corner(int corner) {
        return List.of(crossing((corner + 3) % 4), corners[corner], crossing(corner));
    }

    private Clip.Segment border(int edge, int other) {
        return new Clip.Segment(crossing(edge), crossing(other));
    }
}
