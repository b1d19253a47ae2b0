package ag.chart.layout;

import ag.chart.Range;
import ag.engine.Elementary;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One axis of the window: which numbers it shows, and where each one stands.
 *
 * @param range what is shown, above 0 on a logarithmic axis
 */
public record AxisView(Range range, boolean logarithmic) {
    /** So far outside the window that it does not matter how far; larger ones would lose the digits near it. */
    private static final double FAR = 1e6;

    /** Where a number stands: 0 at the axis' low end, 1 at the high one, outside of these beyond; NaN if nowhere. */
    public double position(double value) {
        double low = scaled(range.low());
        double position = (scaled(value) - low) / (scaled(range.high()) - low);
        return Double.isFinite(value) ? Math.clamp(position, -FAR, FAR) : Double.NaN;
    }

    /** The number that stands at a position: the inverse of {@link #position}. */
    public double value(double position) {
        double scaled = scaled(range.low()) * (1 - position) + scaled(range.high()) * position;
        return logarithmic ? Elementary.pow(10, scaled) : scaled;
    }

    /**
     * Round numbers to mark, as many as have room.
     *
     * @param length of the axis, in any unit
     * @param most a number of ticks not to exceed, 2 or more
     * @param size how long a label is along the axis, in the same unit
     * @param gap to keep between labels, in the same unit
     */
    public List<Tick> ticks(double length, int most, ToDoubleFunction<String> size, double gap) {
        for (int count = most; count >= 2; count--) {
            List<Tick> ticks = ticks(count);
            if (fit(ticks, length, size, gap)) {
                return ticks;
            }
        }
        return ticks(2).stream().limit(1).toList();
    }

    private List<Tick> ticks(int most) {
        return logarithmic ? Ticks.logarithmic(range, most) : Ticks.linear(range, most);
    }

    private boolean fit(List<Tick> ticks, double length, ToDoubleFunction<String> size, double gap) {
        for (int i = 1; i < ticks.size(); i++) {
            Tick left = ticks.get(i - 1);
            Tick right = ticks.get(i);
            double apart = (position(right.value()) - position(left.value())) * length;
            double taken = (size.applyAsDouble(left.label()) + size.applyAsDouble(right.label())) / 2;
            if (apart < taken + gap) {
                return false;
            }
        }
        return true;
    }

    /** NaN for a number that has no place: one at or below 0 on a logarithmic axis. */
    private double scaled(double value) {
        if (!logarithmic) {
            return value;
        }
        return value > 0 ? Elementary.log10(value) : Double.NaN;
    }
}
