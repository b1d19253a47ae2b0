package ag.chart;

/**
 * Separate points (x[i], y[i]), each drawn as the marker. A point with a NaN or infinite coordinate is left out.
 */
public record Points(String name, Samples x, Samples y, Marker marker) implements Series {
    /** @throws IllegalArgumentException unless there are as many x as y */
    public Points {
        if (x.size() != y.size()) {
            throw new IllegalArgumentException("points need as many x as y: " + x.size() + " and " + y.size());
        }
    }

    public Points(String name, double[] x, double[] y, Marker marker) {
        this(name, Samples.of(x), Samples.of(y), marker);
    }
}
