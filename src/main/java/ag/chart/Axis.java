package ag.chart;

/**
 * One axis of a chart: what it is called, which part is shown, how numbers are spaced.
 *
 * @param label may be empty
 */
public record Axis(String label, Extent extent, Scale scale) {
    /** @throws IllegalArgumentException for a logarithmic axis over a fixed range that reaches 0 or below */
    public Axis {
        if (scale == Scale.LOGARITHMIC && extent instanceof Extent.Fixed(Range range) && range.low() <= 0) {
            throw new IllegalArgumentException("a logarithmic axis cannot show numbers at or below 0");
        }
    }

    /** A linear axis whose range follows from the data. */
    public static Axis of(String label) {
        return new Axis(label, new Extent.Automatic(), Scale.LINEAR);
    }

    /** A linear axis over exactly this range. */
    public static Axis over(String label, Range range) {
        return new Axis(label, new Extent.Fixed(range), Scale.LINEAR);
    }

    public Axis withExtent(Extent newExtent) {
        return new Axis(label, newExtent, scale);
    }

    public Axis withScale(Scale newScale) {
        return new Axis(label, extent, newScale);
    }
}
