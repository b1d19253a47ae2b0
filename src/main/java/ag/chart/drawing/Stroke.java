package ag.chart.drawing;

import java.util.List;

/**
 * How a line is drawn: with round ends and joins.
 *
 * @param dashes lengths of dash, gap, dash, gap …; an empty list draws a solid line
 */
public record Stroke(Color color, double width, List<Double> dashes) {
    public Stroke {
        dashes = List.copyOf(dashes);
    }

    public static Stroke solid(Color color, double width) {
        return new Stroke(color, width, List.of());
    }
}
