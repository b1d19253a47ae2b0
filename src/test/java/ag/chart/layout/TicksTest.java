package ag.chart.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ag.chart.Range;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class TicksTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        0      | 1       | 6 | 0.0 0.2 0.4 0.6 0.8 1.0
        -3     | 3       | 7 | -3 -2 -1 0 1 2 3
        0      | 99      | 6 | 0 20 40 60 80
        0.1    | 0.3     | 3 | 0.1 0.2 0.3
        0      | 10      | 5 | 0.0 2.5 5.0 7.5 10.0
        0      | 1e-12   | 6 | 0 2e-13 4e-13 6e-13 8e-13 1e-12
        0      | 1e12    | 3 | 0 5e11 1e12
        31.33  | 31.3301 | 3 | 31.33000 31.33005 31.33010
        -1e6   | 1e6     | 3 | -1000000 0 1000000
        """)
    void linearTicksAreRoundNumbersWrittenExactly(double low, double high, int most, String labels) {
        assertThat(labels(Ticks.linear(new Range(low, high), most))).isEqualTo(labels);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        0.01   | 100    | 5  | 0.01 0.1 1 10 100
        1      | 10     | 5  | 1 2 5 10
        1e-12  | 1e12   | 9  | 1e-12 1e-9 1e-6 1e-3 1 1e3 1e6 1e9 1e12
        0.0003 | 0.0040 | 5  | 0.0005 0.001 0.002
        3      | 4      | 3  | 3.0 3.5 4.0
        """)
    void logarithmicTicksArePowersOfTenAndTheirDoublesAndFivefolds(double low, double high, int most, String labels) {
        assertThat(labels(Ticks.logarithmic(new Range(low, high), most))).isEqualTo(labels);
    }

    @Test
    void aWideLogarithmicAxisSkipsPowersEvenly() {
        assertThat(labels(Ticks.logarithmic(new Range(1e-12, 1e12), 5))).isEqualTo("1e-10 1e-5 1 1e5 1e10");
    }

    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void linearTicksLieInTheRangeAtEqualStepsOfARoundSizeAndReadAsTheirValues(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Range range = randomRange(random);
        int most = random.nextInt(2, 15);
        List<Tick> ticks = Ticks.linear(range, most);

        assertThat(ticks).hasSizeBetween(1, most);
        // Steps grow by at most 2.5, so not many more than a third of the ticks can be lost.
        assertThat(ticks.size()).isGreaterThanOrEqualTo(most / 3);
        assertThat(ticks).allMatch(tick -> Double.parseDouble(tick.label()) == tick.value());
        assertThat(ticks).extracting(Tick::label).doesNotHaveDuplicates();
        double slack = 1e-12 * Math.max(Math.abs(range.low()), Math.abs(range.high()));
        assertThat(ticks).allMatch(tick -> tick.value() >= range.low() - slack && tick.value() <= range.high() + slack);
        for (int i = 1; i < ticks.size(); i++) {
            BigDecimal step = decimal(ticks.get(i)).subtract(decimal(ticks.get(i - 1)));
            assertThat(step.stripTrailingZeros().unscaledValue().longValueExact())
                    .isIn(1L, 2L, 25L, 5L);
            assertThat(step).isEqualByComparingTo(decimal(ticks.get(1)).subtract(decimal(ticks.get(0))));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void logarithmicTicksLieInTheRangeInOrder(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double low = Math.pow(10, random.nextDouble(-250, 250));
        Range range = new Range(low, low * Math.pow(10, random.nextDouble(0.001, 50)));
        int most = random.nextInt(2, 15);
        List<Tick> ticks = Ticks.logarithmic(range, most);

        assertThat(ticks).hasSizeBetween(1, most);
        assertThat(ticks).extracting(Tick::value).isSorted().doesNotHaveDuplicates();
        assertThat(ticks).allMatch(tick -> range.contains(tick.value()));
        assertThat(ticks)
                .allSatisfy(tick -> assertThat(Double.parseDouble(tick.label()) / tick.value())
                        .isEqualTo(1, within(1e-15)));
    }

    private static Range randomRange(SplittableRandom random) {
        double width = Math.pow(10, random.nextDouble(-200, 200));
        double low = random.nextDouble(-1, 1) * width * Math.pow(10, random.nextDouble(-3, 9));
        return new Range(low, low + width);
    }

    private static BigDecimal decimal(Tick tick) {
        return new BigDecimal(tick.label());
    }

    private static String labels(List<Tick> ticks) {
        return String.join(" ", ticks.stream().map(Tick::label).toList());
    }
}
