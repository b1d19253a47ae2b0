package ag.chart;

/**
 * The area between two curves over the same places, such as that between a curve and the x axis. A place where either has no value is
 * left out.
 *
 * @param low one border, at each x
 * @param high the other; they may cross
 */
public record Band(String name, Samples x, Samples low, Samples high) implements Series {
    /** @throws IllegalArgumentException unless there are as many of each */
    public Band {
        if (x.size() != low.size() || x.size() != high.size()) {
            throw new IllegalArgumentException("an area needs two heights for each x");
        }
    }
}
