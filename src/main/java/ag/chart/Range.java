package ag.chart;

/** An interval of numbers, both ends included. */
public record Range(double low, double high) {
    /** @throws IllegalArgumentException unless {@code low < high} and both, and the width between them, are finite */
    public Range {
        if (!(low < high) || !Double.isFinite(high - low)) {
            throw new IllegalArgumentException("a range needs finite ends, the lower first: " + low + " to " + high);
        }
    }

    public double width() {
        return high - low;
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
