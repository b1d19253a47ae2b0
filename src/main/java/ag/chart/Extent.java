package ag.chart;

/** Which part of an axis is shown. */
public sealed interface Extent {

    /**
     * Everything, except that of a curve with a pole, such as 1/x or tan, the values near the pole do not press the
     * rest flat: where they go further out than twice the width of the middle 80 % of the values, the range ends half
     * that width beyond these, and the curve leaves the chart.
     */
    record Automatic() implements Extent {}

    /** Every finite number of every series, however far out. Right for a loss, whose spikes are news. */
    record Everything() implements Extent {}

    /** Exactly this range; what lies outside is cut off. */
    record Fixed(Range range) implements Extent {}
}
