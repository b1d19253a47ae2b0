package ag.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import ag.numeric.Extrapolation.Limit;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A limit is off by less than it says, and says that it is near where the values are. */
final class ExtrapolationTest {
    @Test
    void itsErrorIsSmallAndHolds() {
        assertNear(Math::exp, 1, 1e-13);
        assertNear(h -> Math.sin(h) / h, 1, 1e-13);
        assertNear(h -> (Math.exp(h) - 1) / h, 1, 1e-9);
        assertNear(h -> Math.pow(1 + h, 1 / h), Math.E, 1e-8);
        assertNear(h -> 2 + Math.pow(h, 0.3), 2, 1e-8);
        assertNear(h -> 5 - 3 * Math.sqrt(h) + h, 5, 1e-8);
        assertNear(h -> 7, 7, 1e-13);
    }

    @Test
    void whatGrowsOrSwingsHasNone() {
        assertNone(h -> 1 / h);
        assertNone(h -> Math.log(h));
        assertNone(h -> Math.sin(1 / h));
        assertNone(h -> Math.round(Math.log(h) / Math.log(2)) % 2 == 0 ? 1 : 2);
        assertNone(h -> Double.NaN);
    }

    /** Values that stand still and then leave have no limit where they stood, those that come back at once have. */
    @Test
    void whatLeavesAgainIsNotWhereItWas() {
        double[] leaves =
                IntStream.range(0, 12).mapToDouble(i -> Math.max(0, i - 6)).toArray();
        assertThat(Extrapolation.of(leaves).error()).isGreaterThan(1e-3);
        double[] stays =
                IntStream.range(0, 12).mapToDouble(i -> Math.max(0, 4 - i)).toArray();
        assertThat(Extrapolation.of(stays).error()).isLessThan(1e-14);
        assertThat(Extrapolation.of(stays).value()).isZero();
    }

    private static Limit limit(DoubleUnaryOperator value) {
        return Extrapolation.of(IntStream.range(0, 40)
                .mapToDouble(k -> value.applyAsDouble(Math.pow(2, -k)))
                .toArray());
    }

    private static void assertNear(DoubleUnaryOperator value, double expected, double error) {
        Limit limit = limit(value);
        assertThat(limit.error()).isLessThan(error);
        assertThat(Math.abs(limit.value() - expected)).isLessThanOrEqualTo(limit.error());
    }

    private static void assertNone(DoubleUnaryOperator value) {
        assertThat(limit(value).error()).isGreaterThan(1e-3);
    }
}
