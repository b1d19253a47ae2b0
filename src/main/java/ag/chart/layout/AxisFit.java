package ag.chart.layout;

import ag.chart.Axis;
import ag.chart.Extent;
import ag.chart.Range;
import ag.chart.Samples;
import ag.engine.Elementary;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Chooses what an axis shows.
 *
 * <p>An automatic range holds every finite number, and a little more so that nothing sticks to the frame. The exception
 * is a curve with a pole (see {@link Poles}), whose samples near it are arbitrarily large and would press the rest
 * flat. Of such a curve the range holds the middle 80 % of the values, from the 10th to the 90th percentile; where
 * values go further out than twice the width of these, it goes half that width beyond them and cuts the rest.
 */
final class AxisFit {
    private static final double OUTLYING = 2;
    private static final double BEYOND = 0.5;

    /** From this ratio of the largest to the smallest number, an automatic scale is logarithmic. */
    private static final double DECADES = 1000;

    /** Numbers are held to this size, so that the width of a range stays finite. */
    private static final double HUGE = 1e300;

    /** A range narrower than this, relative to its ends, is rounding noise of a constant. */
    private static final double NOISE = 1e-12;

    private AxisFit() {}

    /** The numbers of one series along the axis, in order. */
    record Row(Samples values, boolean mayHavePoles) {
        static Row of(DoubleStream values) {
            return new Row(Samples.of(values.toArray()), false);
        }

        static Row ofCurve(DoubleStream values) {
            return new Row(Samples.of(values.toArray()), true);
        }
    }

    /** @param padding added at both ends of a range that is not fixed, as a share of its width */
    static AxisView fit(Axis axis, List<Row> rows, double padding) {
        boolean logarithmic = isLogarithmic(axis, rows);
        return switch (axis.extent()) {
            case Extent.Fixed(Range range) -> new AxisView(range, logarithmic);
            case Extent.Automatic _ -> fit(rows, logarithmic, padding, true);
            case Extent.Everything _ -> fit(rows, logarithmic, padding, false);
        };
    }

    private static boolean isLogarithmic(Axis axis, List<Row> rows) {
        return switch (axis.scale()) {
            case LINEAR -> false;
            case LOGARITHMIC -> true;
            case AUTOMATIC ->
                axis.extent() instanceof Extent.Fixed(Range range)
                        ? spansDecades(range.low(), range.high())
                        : spansDecades(rows);
        };
    }

    private static boolean spansDecades(List<Row> rows) {
        DoubleSummaryStatistics all = summary(rows.stream().flatMapToDouble(row -> row.values().stream()));
        return spansDecades(all.getMin(), all.getMax());
    }

    private static boolean spansDecades(double low, double high) {
        return low > 0 && high / low >= DECADES;
    }

    private static AxisView fit(List<Row> rows, boolean logarithmic, double padding, boolean cutPoles) {
        DoubleSummaryStatistics shown = new DoubleSummaryStatistics();
        for (Row row : rows) {
            double[] scaled = row.values().stream()
                    .map(value -> logarithmic ? logarithm(value) : value)
                    .toArray();
            shown.combine(
                    cutPoles && row.mayHavePoles() && new Poles(scaled).areThere() ? middle(scaled) : summary(scaled));
        }
        if (shown.getCount() == 0) {
            return new AxisView(logarithmic ? new Range(1, 10) : new Range(0, 1), logarithmic);
        }
        Range padded = pad(shown.getMin(), shown.getMax(), padding);
        return logarithmic
                ? new AxisView(new Range(power(padded.low()), power(padded.high())), true)
                : new AxisView(keepSign(padded, shown), false);
    }

    private static DoubleSummaryStatistics middle(double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        DoubleSummaryStatistics all = summary(sorted);
        double low = sorted[sorted.length / 10];
        double high = sorted[sorted.length - 1 - sorted.length / 10];
        double width = high - low;
        if (width <= NOISE * Math.max(Math.abs(low), Math.abs(high))) {
            return all;
        }
        return summary(
                all.getMin() < low - OUTLYING * width ? low - BEYOND * width : all.getMin(),
                all.getMax() > high + OUTLYING * width ? high + BEYOND * width : all.getMax());
    }

    private static Range pad(double low, double high, double padding) {
        double width = high - low;
        double size = Math.max(Math.abs(low), Math.abs(high));
        if (width <= Math.max(NOISE * size, 1 / HUGE)) {
            double around = size > 1 / HUGE ? size * 0.1 : 1;
            return new Range(low - around, high + around);
        }
        return new Range(low - padding * width, high + padding * width);
    }

    /** Of numbers that are all above 0, or all below, the padding does not show the other side. */
    private static Range keepSign(Range padded, DoubleSummaryStatistics shown) {
        return new Range(
                shown.getMin() > 0 ? Math.max(0, padded.low()) : padded.low(),
                shown.getMax() < 0 ? Math.min(0, padded.high()) : padded.high());
    }

    private static DoubleSummaryStatistics summary(double... values) {
        return summary(Arrays.stream(values));
    }

    private static DoubleSummaryStatistics summary(DoubleStream values) {
        return values.filter(Double::isFinite)
                .map(value -> Math.clamp(value, -HUGE, HUGE))
                .summaryStatistics();
    }

    /** Within what a double can hold, whatever the padding. */
    private static double power(double exponent) {
        return Elementary.pow(10, Math.clamp(exponent, -307, 307));
    }

    private static double logarithm(double value) {
        return value > 0 ? Elementary.log10(value) : Double.NaN;
    }
}
