package ag.chart;

import java.util.List;

/**
 * Lines on which a number over the plane has a given value: of one level, a curve such as x² + y² = 25 or the border of a region; of
 * several, a map of heights, on which arrows may show the gradient.
 *
 * @param field the numbers; its own shading is not drawn
 * @param levels lowest first, one or more
 * @param region whether the places above the only level are filled, and whether the line around them belongs to them
 * @param touching straight pieces of a line on which the numbers touch the level without passing it
 */
public record Contours(
        String name, Field field, List<Double> levels, Region region, List<Arrow> arrows, List<Piece> touching)
        implements Series {
    public Contours {
        levels = List.copyOf(levels);
        arrows = List.copyOf(arrows);
        touching = List.copyOf(touching);
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

    /** A straight piece of a line from one place to another. */
    public record Piece(double fromX, double fromY, double toX, double toY) {}

    /** An arrow from (x, y) by (dx, dy). */
    public record Arrow(double x, double y, double dx, double dy) {}

    /** Whether it is a map of heights, whose lines carry numbers. */
    public boolean isMap() {
        return levels.size() > 1;
    }
}
