package ag.chart;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A line through the points (x[0], y[0]), (x[1], y[1]), … in this order.
 *
 * <p>A point with a NaN or infinite coordinate is left out and the line is interrupted there. Where the samples jump
 * from one side of a pole to the other, as those of {@code 1/x} do at 0, the line is interrupted too.
 *
 * @param aside whether the chart's frame does not follow it, as a tangent is drawn as far as the frame goes
 * @param features what is worth telling of it, from left to right; empty where it was not looked for
 */
public record Curve(String name, Samples x, Samples y, List<Feature> features, boolean aside) implements Series {
    /** @throws IllegalArgumentException unless there are as many x as y */
    public Curve {
        features = List.copyOf(features);
        if (x.size() != y.size()) {
            throw new IllegalArgumentException("a curve needs as many x as y: " + x.size() + " and " + y.size());
        }
    }

    public Curve(String name, Samples x, Samples y) {
        this(name, x, y, List.of(), false);
    }

    public Curve(String name, double[] x, double[] y) {
        this(name, Samples.of(x), Samples.of(y));
    }

    /** The graph of a function, at {@code samples} (2 or more) evenly spaced places from one end of the range to the other. */
    public static Curve of(String name, DoubleUnaryOperator function, Range range, int samples) {
        double[] x = new double[samples];
        double[] y = new double[samples];
        for (int i = 0; i < samples; i++) {
            double t = (double) i / (samples - 1);
            x[i] = range.low() * (1 - t) + range.high() * t;
            y[i] = function.applyAsDouble(x[i]);
        }
        return new Curve(name, x, y);
    }
}
