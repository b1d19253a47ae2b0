package ag.chart;

import java.util.List;

/**
 * Lines on which a number over the plane has a given value: of one level, a curve such as x² + y² = 25 or the border of a region; of
 * several, a map of heights, on which arrows may show the gradient.
 *
 * @param field the numbers; its own shading is not drawn
 * @param levels lowest first, one or more
 * @param region whether the places above the only level are filled, and whether the line around them belongs to them
 */
public record Contours(String name, Field field, List<Double> levels, Region region, List<Arrow> arrows)
        implements Series {
    public Contours {
        levels = List.copyOf(levels);
        arrows = List.copyOf(arrows);
    }

    /** What is drawn beside the lines. */
    public enum Region {
        /** Nothing. */
        NONE,
        /** The places at or above the level. */
        CLOSED,
        /** The places above the level; the line is dashed. */
        OPEN
    }

    /** An arrow from (x, y) by (dx, dy). */
    public record Arrow(double x, double y, double dx, double dy) {}

    /** Whether it is a map of heights, whose lines carry numbers. */
    public boolean isMap() {
        return levels.size() > 1;
    }
}
