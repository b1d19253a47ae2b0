package ag.chart;

/** Which part of an axis is shown. */
public sealed interface Extent {

    /**
     * Everything, except that of a curve with a pole, such as 1/x or tan, the values near the pole do not press the
     * rest flat: the range reaches at most twice the width of the middle half of the values beyond these, and the curve leaves the chart.
     */
    record Automatic() implements Extent {}

    /** Every finite number of every series, however far out. Right for a loss, whose spikes are news. */
    record Everything() implements Extent {}

    /** Exactly this range; what lies outside is cut off. */
    record Fixed(Range range) implements Extent {}
}
