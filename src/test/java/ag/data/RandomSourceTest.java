package ag.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RandomSourceTest {
    // numpy takes logarithms from the C library, so normal numbers may differ in the last digit.
    private static final double LAST_DIGITS = 1e-14;

    static List<Reference> numpy() {
        return Reference.read("numpy-random.jsonl");
    }

    @Test
    void drawsTheBestKnownNumbersOfNumpy() {
        // np.random.seed(42); np.random.rand(3)
        RandomSource random = new RandomSource(42);
        assertThat(new double[] {random.random(), random.random(), random.random()})
                .containsExactly(0.3745401188473625, 0.9507143064099162, 0.7319939418114051);
        // np.random.seed(0); np.random.randn(2)
        RandomSource normal = new RandomSource(0);
        assertThat(normal.normal(0, 1)).isCloseTo(1.764052345967664, within(LAST_DIGITS));
        assertThat(normal.normal(0, 1)).isCloseTo(0.4001572083672233, within(LAST_DIGITS));
    }

    @ParameterizedTest
    @MethodSource("numpy")
    void randomAndUniformAreNumpysBitForBit(Reference numpy) {
        RandomSource random = numpy.random();
        assertThat(draw(5, numpy.random())).containsExactly(numpy.numbers("random"));
        assertThat(draw(1001, random)[1000]).isEqualTo(numpy.number("random_after_1000"));
        RandomSource uniform = numpy.random();
        assertThat(DoubleStream.generate(() -> uniform.uniform(-3, 2)).limit(5).toArray())
                .containsExactly(numpy.numbers("uniform"));
    }

    @ParameterizedTest
    @MethodSource("numpy")
    void normalNumbersAreNumpys(Reference numpy) {
        RandomSource random = numpy.random();
        double[] drawn =
                DoubleStream.generate(() -> random.normal(0, 1)).limit(9).toArray();
        assertThat(drawn).containsExactly(numpy.numbers("normal"), within(LAST_DIGITS));
    }

    @ParameterizedTest
    @MethodSource("numpy")
    void integersAndPermutationsAreNumpys(Reference numpy) {
        RandomSource random = numpy.random();
        assertThat(Arrays.stream(numpy.integers("bounds")).map(random::integer).toArray())
                .containsExactly(numpy.integers("integers"));
        assertThat(numpy.random().permutation(700)).containsExactly(numpy.integers("permutation"));
    }

    @ParameterizedTest
    @MethodSource("numpy")
    void kindsOfDrawsInTurnLeaveTheSpareNormalNumberForLater(Reference numpy) {
        RandomSource random = numpy.random();
        double[] drawn = {
            random.random(), random.normal(1, 2), random.integer(10), random.normal(-3, 0.5), random.random()
        };
        assertThat(drawn).containsExactly(numpy.numbers("in_turn"), within(LAST_DIGITS));
    }

    @ParameterizedTest
    @MethodSource("numpy")
    void stateHasTheNumbersOfNumpysState(Reference numpy) {
        RandomSource random = numpy.random();
        for (int i = 0; i < 3; i++) {
            random.normal(0, 1);
        }
        RandomSource.State state = random.state();
        int[] words = Arrays.stream(numpy.numbers("words"))
                .mapToInt(word -> (int) (long) word)
                .toArray();
        assertThat(state.words()).containsExactly(words);
        assertThat(state.position()).isEqualTo(numpy.integer("position"));
        assertThat(state.hasSpareNormal()).isTrue();
        assertThat(state.spareNormal()).isCloseTo(numpy.number("spare"), within(LAST_DIGITS));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 311, 312, 313, 623, 624, 625, 1000})
    void sourceRestoredFromItsStateGoesOnWithTheSameNumbers(int drawnBefore) {
        RandomSource random = new RandomSource(5);
        for (int i = 0; i < drawnBefore; i++) {
            random.normal(0, 1);
        }
        RandomSource.State state = random.state();
        RandomSource copy = random.copy();
        double[] next =
                DoubleStream.generate(() -> random.normal(0, 1)).limit(700).toArray();

        RandomSource restored = new RandomSource(
                new RandomSource.State(state.words(), state.position(), state.hasSpareNormal(), state.spareNormal()));
        assertThat(DoubleStream.generate(() -> restored.normal(0, 1)).limit(700).toArray())
                .containsExactly(next);
        assertThat(DoubleStream.generate(() -> copy.normal(0, 1)).limit(700).toArray())
                .containsExactly(next);
        assertThat(restored.state()).isEqualTo(random.state()).hasSameHashCodeAs(random.state());
        assertThat(restored.state()).isNotEqualTo(state);
    }

    /** Two states are the same where none of their parts differs. */
    @Test
    void everyPartOfAStateCounts() {
        int[] words = new RandomSource(1).state().words();
        int[] others = words.clone();
        others[623]++;
        RandomSource.State state = new RandomSource.State(words, 7, true, 0);
        assertThat(state).isEqualTo(new RandomSource.State(words, 7, true, 0));
        assertThat(List.of(
                        new RandomSource.State(others, 7, true, 0),
                        new RandomSource.State(words, 8, true, 0),
                        new RandomSource.State(words, 7, false, 0),
                        new RandomSource.State(words, 7, true, -0.0)))
                .doesNotContain(state);
    }

    @Test
    void stateIsNotChangedThroughItsArrays() {
        int[] words = new RandomSource(1).state().words();
        RandomSource.State state = new RandomSource.State(words, 624, false, 0);
        words[0] ^= 1;
        state.words()[1] ^= 1;
        assertThat(state).isEqualTo(new RandomSource(1).state());
    }

    @Test
    void damagedStateIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RandomSource.State(new int[623], 0, false, 0))
                .withMessageContaining("624 words");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RandomSource.State(new int[624], 625, false, 0))
                .withMessageContaining("not 625");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 4294967296L, Long.MAX_VALUE, Long.MIN_VALUE})
    void seedThatNumpyRefusesIsRefused(long seed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RandomSource(seed))
                .withMessage("a seed is a whole number from 0 to 4294967295, not " + seed);
    }

    @Test
    void argumentsWithoutMeaningAreRefused() {
        RandomSource random = new RandomSource(0);
        assertThatIllegalArgumentException().isThrownBy(() -> random.integer(0)).withMessageContaining("not 0");
        assertThatIllegalArgumentException().isThrownBy(() -> random.uniform(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> random.uniform(0, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> random.uniform(-1e308, 1e308));
        assertThatIllegalArgumentException().isThrownBy(() -> random.normal(0, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> random.normal(0, Double.NaN));
        assertThat(random.state()).as("a refused call draws nothing").isEqualTo(new RandomSource(0).state());
    }

    @Test
    void drawsHaveTheMomentsOfTheirDistribution() {
        RandomSource random = new RandomSource(2024);
        int n = 100_000;
        double[] uniform =
                DoubleStream.generate(() -> random.uniform(2, 6)).limit(n).toArray();
        double[] normal =
                DoubleStream.generate(() -> random.normal(-1, 3)).limit(n).toArray();
        // Five standard errors: sd/sqrt(n) for the mean; sd/sqrt(2n) for a normal deviation, less for a uniform one.
        assertThat(mean(uniform)).isCloseTo(4, within(5 * deviation(uniform) / Math.sqrt(n)));
        assertThat(deviation(uniform)).isCloseTo(4 / Math.sqrt(12), within(5 * 1.2 / Math.sqrt(2.0 * n)));
        assertThat(Arrays.stream(uniform)).allMatch(x -> x >= 2 && x < 6);
        assertThat(mean(normal)).isCloseTo(-1, within(5 * 3 / Math.sqrt(n)));
        assertThat(deviation(normal)).isCloseTo(3, within(5 * 3 / Math.sqrt(2.0 * n)));
    }

    @Test
    void everyIntegerBelowTheBoundComesUpAboutEquallyOften() {
        RandomSource random = new RandomSource(9);
        int[] counts = new int[5];
        IntStream.range(0, 50_000).forEach(_ -> counts[random.integer(5)]++);
        // Binomial with p = 1/5: standard deviation sqrt(50000 · 0.2 · 0.8) = 89
        assertThat(Arrays.stream(counts)).allMatch(count -> Math.abs(count - 10_000) < 5 * 89);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 17, 5000})
    void permutationHasEveryNumberOnce(int size) {
        int[] order = new RandomSource(size).permutation(size);
        assertThat(Arrays.stream(order).sorted().toArray())
                .containsExactly(IntStream.range(0, size).toArray());
    }

    private static double[] draw(int count, RandomSource random) {
        return DoubleStream.generate(random::random).limit(count).toArray();
    }

    private static double mean(double[] numbers) {
        return Arrays.stream(numbers).average().orElseThrow();
    }

    private static double deviation(double[] numbers) {
        double mean = mean(numbers);
        return Math.sqrt(Arrays.stream(numbers)
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElseThrow());
    }
}
