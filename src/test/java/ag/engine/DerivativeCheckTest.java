package ag.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The test of the tester: mistakes planted in a derivative are found. */
final class DerivativeCheckTest {
    private static final double[] AT_THREE = {3};
    private static final double[] AT_TWO_AND_THREE = {2, 3};

    @Test
    void rightDerivativesPass() {
        assertThat(DerivativeCheck.problems("square", Partials.unary(x -> x * x, (x, y) -> 2 * x, "2x"), AT_THREE))
                .isEmpty();
    }

    @Test
    void aDerivativeThatIsSlightlyWrongIsFound() {
        assertThat(DerivativeCheck.problems(
                        "square", Partials.unary(x -> x * x, (x, y) -> 2.001 * x, "2.001 * x"), AT_THREE))
                .singleElement()
                .asString()
                .contains("square at [3.0] is 6.00", "differences say 6.0");
    }

    @Test
    void aSourceThatIsNotTheCodeIsFound() {
        assertThat(DerivativeCheck.problems("square", Partials.unary(x -> x * x, (x, y) -> 2 * x, "3x"), AT_THREE))
                .singleElement()
                .asString()
                .contains("source says 9.0");
    }

    @Test
    void swappedPartialsOfAQuotientAreFound() {
        Partials swapped = Partials.binary((a, b) -> a / b, (a, b, y) -> -y / b, "-y / b", (a, b, y) -> 1 / b, "1 / b");
        assertThat(DerivativeCheck.problems("quotient", swapped, AT_TWO_AND_THREE))
                .hasSize(2);
    }

    @Test
    void aSourceThatForgetsTheKinkIsFoundThereOnly() {
        Partials relu = Partials.unary(x -> Math.max(x, 0), (x, y) -> x > 0 ? 1 : 0, "if x >= 0 then 1 else 0");
        assertThat(DerivativeCheck.problems("relu", relu, -0.5)).isEmpty();
        assertThat(DerivativeCheck.sourceProblems("relu", relu, 0.0)).hasSize(1);
    }

    @Test
    void aDifferenceQuotientIsExactToNineDigits() {
        assertThat(DerivativeCheck.difference(StrictMath::exp, 1)).isCloseTo(Math.E, byNineDigits(Math.E));
        assertThat(DerivativeCheck.difference(StrictMath::log, 0.1)).isCloseTo(10, byNineDigits(10));
    }

    private static Offset<Double> byNineDigits(double of) {
        return Offset.offset(1e-9 * of);
    }
}
