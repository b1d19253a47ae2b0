package ag.chart;

/** One thing drawn in a chart. The name stands in the legend; it may hold any text. */
public sealed interface Series permits Curve, Points, Field, Band, Contours {
    String name();
}
