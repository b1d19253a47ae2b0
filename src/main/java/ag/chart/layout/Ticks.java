package ag.chart.layout;

import ag.chart.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Round numbers to mark on an axis.
 *
 * <p>On a linear axis they are the multiples of 1, 2, 2.5 or 5 times a power of ten: the "nice numbers" of Paul
 * Heckbert, <i>Nice numbers for graph labels</i>, Graphics Gems (1990), with 2.5 added as by Talbot, Lin and Hanrahan,
 * <i>An extension of Wilkinson's algorithm for positioning tick labels on axes</i> (2010). On a logarithmic axis they
 * are powers of ten, or 1, 2 and 5 times these. Decimal arithmetic keeps 0.1 + 0.2 out of the labels.
 */
final class Ticks {
    private static final List<BigDecimal> STEPS =
            List.of(BigDecimal.ONE, BigDecimal.valueOf(2), new BigDecimal("2.5"), new BigDecimal("5"));

    private Ticks() {}

    /** As many ticks within the range as can be had with at most {@code most} (2 or more), lowest first. */
    static List<Tick> linear(Range range, int most) {
        // The shortest decimal that reads back as the end: so a range to 0.3 has its tick at 0.3.
        BigDecimal low = BigDecimal.valueOf(range.low());
        BigDecimal high = BigDecimal.valueOf(range.high());
        int power = exponent(high.subtract(low)) - Integer.toString(most).length();
        while (true) {
            for (BigDecimal mantissa : STEPS) {
                BigDecimal step = mantissa.scaleByPowerOfTen(power);
                BigDecimal first = low.divide(step, 0, RoundingMode.CEILING);
                BigDecimal last = high.divide(step, 0, RoundingMode.FLOOR);
                if (last.subtract(first).compareTo(BigDecimal.valueOf(most)) < 0) {
                    return label(aligned(multiples(step, first, last)));
                }
            }
            power++;
        }
    }

    /** The same for a logarithmic axis over a range above 0. */
    static List<Tick> logarithmic(Range range, int most) {
        int lowest = exponent(BigDecimal.valueOf(range.low()));
        int highest = exponent(BigDecimal.valueOf(range.high())) + 1;
        List<BigDecimal> ticks = powers(range, lowest, highest, 1, List.of(1, 2, 5));
        for (int stride = 1; ticks.size() > most; stride++) {
            ticks = powers(range, lowest, highest, stride, List.of(1));
        }
        // A range so narrow that it holds fewer is as good as linear.
        return ticks.size() < 3 && range.high() < 10 * range.low() ? linear(range, most) : label(ticks);
    }

    private static List<BigDecimal> multiples(BigDecimal step, BigDecimal first, BigDecimal last) {
        List<BigDecimal> ticks = new ArrayList<>();
        for (BigDecimal k = first; k.compareTo(last) <= 0; k = k.add(BigDecimal.ONE)) {
            ticks.add(step.multiply(k));
        }
        return ticks;
    }

    private static List<BigDecimal> powers(
            Range range, int lowest, int highest, int stride, List<Integer> multipliers) {
        List<BigDecimal> ticks = new ArrayList<>();
        for (int power = Math.ceilDiv(lowest, stride) * stride; power <= highest; power += stride) {
            for (int multiplier : multipliers) {
                BigDecimal tick = BigDecimal.valueOf(multiplier).scaleByPowerOfTen(power);
                if (range.contains(tick.doubleValue())) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }

    /** With the same number of decimals each: 0.0, 0.5, 1.0. */
    private static List<BigDecimal> aligned(List<BigDecimal> values) {
        int decimals =
                values.stream().mapToInt(value -> strip(value).scale()).max().orElse(0);
        return values.stream()
                .map(value -> value.setScale(Math.max(0, decimals), RoundingMode.UNNECESSARY))
                .toList();
    }

    /** Plain digits where they are short, powers of ten (1e-12) where these are shorter; the same for all. */
    private static List<Tick> label(List<BigDecimal> values) {
        List<String> plain = values.stream().map(BigDecimal::toPlainString).toList();
        List<String> scientific = values.stream().map(Ticks::scientific).toList();
        List<String> labels = longest(plain) <= Math.max(7, longest(scientific)) ? plain : scientific;
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            ticks.add(new Tick(values.get(i).doubleValue(), labels.get(i)));
        }
        return ticks;
    }

    private static int longest(List<String> labels) {
        return labels.stream()
                .mapToInt(label -> label.startsWith("-") ? label.length() - 1 : label.length())
                .max()
                .orElse(0);
    }

    private static String scientific(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        int exponent = exponent(value);
        return strip(value.scaleByPowerOfTen(-exponent)).toPlainString() + (exponent == 0 ? "" : "e" + exponent);
    }

    private static BigDecimal strip(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    private static int exponent(BigDecimal value) {
        return value.precision() - value.scale() - 1;
    }
}
