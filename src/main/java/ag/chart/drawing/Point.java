package ag.chart.drawing;

/** A place in the plane. In a {@link Drawing} x grows to the right and y downwards. */
public record Point(double x, double y) {}
