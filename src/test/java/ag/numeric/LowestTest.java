package ag.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lowest place of a curve with two valleys, wherever the steps of the search happen to fall. */
final class LowestTest {
    private static final double FLOOR = 1e-3;

    /** A wide valley down to {@link #FLOOR} at 1, and a narrow one down to 0 that ordinary steps see the sides of. */
    @ParameterizedTest
    @ValueSource(doubles = {2.5, 2.503, 2.507, 2.511, 2.516, 2.52})
    void theDeeperValleyIsFoundBetweenTwoSteps(double deepest) {
        DifferentiableFunction curve = new DifferentiableFunction() {
            @Override
            public double value(double x) {
                return Math.min(FLOOR + 0.1 * (x - 1) * (x - 1), 200 * (x - deepest) * (x - deepest));
            }

            @Override
            public double slope(double x) {
                boolean wide = FLOOR + 0.1 * (x - 1) * (x - 1) < 200 * (x - deepest) * (x - deepest);
                return wide ? 0.2 * (x - 1) : 400 * (x - deepest);
            }
        };
        assertThat(Lowest.between(curve, 0, 4).x()).isCloseTo(deepest, within(1e-6));
    }
}
