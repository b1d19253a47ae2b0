package ag.chart.layout;

import ag.chart.Axis;
import ag.chart.Extent;
import ag.chart.Range;
import ag.chart.Samples;
import ag.engine.Elementary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what an axis shows.
 *
 * <p>An automatic range holds every finite number, and a little more so that nothing sticks to the frame. The exception
 * is a curve with a pole (see {@link Poles}), whose samples near it are arbitrarily large and would press the rest
 * flat. Of such a curve the range holds the middle half of the values, from the 25th to the 75th percentile, and reaches at most twice
 * their width beyond them on both sides (a fence as in Tukey's box plots, 1977, at 2 instead of 1.5). Of several such curves the
 * one with the smallest width sets how far, so that a steep derivative does not press its function flat. A branch between two poles that
 * lies outside of all this, as the middle one of 1/(x² - 1), is shown where it comes nearest, and as much again.
 */
final class AxisFit {
    private static final double FENCE = 2;

    /** So much is shown beyond the middle halves of several curves at the least, as a share of what they take together. */
    private static final double LEAST_FENCE = 0.25;

    /** A branch counts from this share of the samples on, and up to this many widths of the middle half away from it. */
    private static final double BRANCH = 0.02;

    private static final double FARTHEST_BRANCH = 40;

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

    /**
     * The middle half of the values of a curve with poles, and all of them.
     *
     * @param away how far its farthest branch lies beyond the middle half at its nearest; 0 where all branches reach into it
     */
    private record Middle(double low, double high, double away, DoubleSummaryStatistics all) {
        /** Null for a curve that is constant but for its poles, of which no width could be told. */
        static @Nullable Middle of(double[] values, Poles poles) {
            double[] sorted =
                    Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
            if (sorted.length == 0) {
                return null;
            }
            double low = sorted[sorted.length / 4];
            double high = sorted[sorted.length - 1 - sorted.length / 4];
            Middle middle = new Middle(low, high, away(values, poles, low, high), summary(sorted));
            return middle.width() <= NOISE * Math.max(Math.abs(middle.low), Math.abs(middle.high)) ? null : middle;
        }

        private static double away(double[] values, Poles poles, double low, double high) {
            double away = 0;
            double nearest = Double.POSITIVE_INFINITY;
            int length = 0;
            for (int i = 0; i < values.length; i++) {
                if (Double.isFinite(values[i])) {
                    nearest = Math.min(nearest, Math.max(0, Math.max(low - values[i], values[i] - high)));
                    length++;
                }
                boolean ends = i + 1 == values.length || !Double.isFinite(values[i]) || poles.isBetween(i);
                if (ends) {
                    boolean counts = length >= BRANCH * values.length && nearest <= FARTHEST_BRANCH * (high - low);
                    away = counts ? Math.max(away, nearest) : away;
                    nearest = Double.POSITIVE_INFINITY;
                    length = 0;
                }
            }
            return away;
        }

        double width() {
            return high - low;
        }

        /** What to show of all of them together. */
        static DoubleSummaryStatistics fenced(List<Middle> middles) {
            DoubleSummaryStatistics halves = new DoubleSummaryStatistics();
            middles.forEach(middle -> {
                halves.accept(middle.low);
                halves.accept(middle.high);
            });
            double narrowest = middles.stream().mapToDouble(Middle::width).min().orElse(0);
            double beyond = Math.max(FENCE * narrowest, LEAST_FENCE * (halves.getMax() - halves.getMin()));
            DoubleSummaryStatistics shown = new DoubleSummaryStatistics();
            middles.forEach(middle -> {
                double reach = middle.away > beyond ? 2 * middle.away : beyond;
                shown.accept(Math.max(middle.all.getMin(), middle.low - reach));
                shown.accept(Math.min(middle.all.getMax(), middle.high + reach));
            });
            return shown;
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
        List<Middle> middles = new ArrayList<>();
        for (Row row : rows) {
            double[] scaled = row.values().stream()
                    .map(value -> logarithmic ? logarithm(value) : value)
                    .toArray();
            Poles poles = new Poles(scaled);
            Middle middle = cutPoles && row.mayHavePoles() && poles.areThere() ? Middle.of(scaled, poles) : null;
            if (middle == null) {
                shown.combine(summary(scaled));
            } else {
                middles.add(middle);
            }
        }
        shown.combine(Middle.fenced(middles));
        if (shown.getCount() == 0) {
            return new AxisView(logarithmic ? new Range(1, 10) : new Range(0, 1), logarithmic);
        }
        Range padded = pad(shown.getMin(), shown.getMax(), padding);
        return logarithmic
                ? new AxisView(new Range(power(padded.low()), power(padded.high())), true)
                : new AxisView(keepSign(padded, shown), false);
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
