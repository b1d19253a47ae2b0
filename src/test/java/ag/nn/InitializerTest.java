package ag.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ag.data.RandomSource;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InitializerTest {
    private static final Activation LINEAR = new Activation.Linear();
    private static final Network NETWORK =
            new Network(List.of(new Layer(16, 20, LINEAR, true), new Layer(20, 4, LINEAR, true)));
    private static final int WEIGHTS = 16 * 20;

    @Test
    void theSameSeedGivesTheSameParameters() {
        double[] once = new Initializer.Linear().draw(NETWORK, new RandomSource(7));
        assertThat(new Initializer.Linear().draw(NETWORK, new RandomSource(7))).containsExactly(once);
        assertThat(new Initializer.Linear().draw(NETWORK, new RandomSource(8))).isNotEqualTo(once);
    }

    @Test
    void uniformDrawsEveryParameterInTheirOrder() {
        RandomSource random = new RandomSource(7);
        double[] expected = new double[NETWORK.parameterCount()];
        Arrays.setAll(expected, i -> random.uniform(-1, 3));
        assertThat(new Initializer.Uniform(-1, 3).draw(NETWORK, new RandomSource(7)))
                .containsExactly(expected);
    }

    @Test
    void normalDrawsEveryParameterInTheirOrder() {
        RandomSource random = new RandomSource(7);
        double[] expected = new double[NETWORK.parameterCount()];
        Arrays.setAll(expected, i -> random.normal(0, 0.5));
        assertThat(new Initializer.Normal(0.5).draw(NETWORK, new RandomSource(7)))
                .containsExactly(expected);
    }

    @Test
    void theUsualStartFillsTheRangeThatPyTorchGivesALinearLayer() {
        double[] p = new Initializer.Linear().draw(NETWORK, new RandomSource(7));
        assertRange(p, 0, WEIGHTS + 20, 0.25); // 1/√16
        assertRange(p, WEIGHTS + 20, p.length, 1 / Math.sqrt(20));
    }

    @Test
    void xavierFillsTheRangeOfGlorotAndLeavesBiasesAtZero() {
        double[] p = new Initializer.Xavier().draw(NETWORK, new RandomSource(7));
        assertRange(p, 0, WEIGHTS, Math.sqrt(6.0 / 36));
        assertThat(Arrays.copyOfRange(p, WEIGHTS, WEIGHTS + 20)).containsOnly(0);
        assertRange(p, WEIGHTS + 20, p.length - 4, 0.5); // √(6/24)
    }

    @Test
    void heFillsTheRangeForReluAndLeavesBiasesAtZero() {
        double[] p = new Initializer.He().draw(NETWORK, new RandomSource(7));
        assertRange(p, 0, WEIGHTS, Math.sqrt(6.0 / 16));
        assertThat(Arrays.copyOfRange(p, WEIGHTS, WEIGHTS + 20)).containsOnly(0);
    }

    @Test
    void zerosAreZeros() {
        assertThat(new Initializer.Zeros().draw(NETWORK, new RandomSource(7))).containsOnly(0);
    }

    @Test
    void impossibleRangesAreRefused() {
        assertThatThrownBy(() -> new Initializer.Uniform(1, 0)).hasMessageContaining("the lower one first");
        assertThatThrownBy(() -> new Initializer.Normal(-1)).hasMessageContaining("from 0 up");
    }

    /** All numbers lie within ±bound, and with so many of them the largest comes close to it. */
    private static void assertRange(double[] p, int from, int to, double bound) {
        double largest = Arrays.stream(p, from, to).map(Math::abs).max().orElseThrow();
        assertThat(largest).isLessThanOrEqualTo(bound).isCloseTo(bound, within(0.1 * bound));
    }
}
