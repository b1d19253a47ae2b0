package ag.chart.layout;

/**
 * A marked number on an axis.
 *
 * @param label the number as written beside the mark, exact and without rounding noise
 */
public record Tick(double value, String label) {}
