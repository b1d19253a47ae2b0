package ag.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Integrals against their closed forms: the value, what it says of its error, and its places. */
final class QuadratureTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    record Known(String name, DoubleUnaryOperator f, double from, double to, double exact, int parts) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** As many parts as are needed where halves are taken; one where the rule of Gauss with 7 points is exact by itself. */
    static Stream<Known> integrals() {
        return Stream.of(
                new Known("x^13", x -> Math.pow(x, 13), 0, 1, 1.0 / 14, 1),
                new Known("x^12 - x", x -> Math.pow(x, 12) - x, -1, 3, (Math.pow(3, 13) + 1) / 13 - 4, 1),
                new Known("7", _ -> 7, -2, 5, 49, 1),
                new Known("exp x", Math::exp, -1, 2, Math.exp(2) - Math.exp(-1), 1),
                new Known("sin x", Math::sin, 0, Math.PI, 2, 1),
                new Known("sin 40x", x -> Math.sin(40 * x), 0, 1, (1 - Math.cos(40)) / 40, 16),
                new Known("sqrt x", Math::sqrt, 0, 1, 2.0 / 3, 25),
                new Known("abs(x - 0.3)", x -> Math.abs(x - 0.3), 0, 1, 0.29, 30),
                new Known("1/(1 + 25x^2)", x -> 1 / (1 + 25 * x * x), -1, 1, 0.4 * Math.atan(5), 8),
                new Known("exp(-x)", x -> Math.exp(-x), 0, INFINITY, 1, 8),
                new Known("exp(x)", Math::exp, -INFINITY, 1, Math.E, 8),
                new Known("exp(-x^2)", x -> Math.exp(-x * x), -INFINITY, INFINITY, Math.sqrt(Math.PI), 14),
                new Known("1/x^2", x -> 1 / (x * x), 2, INFINITY, 0.5, 2));
    }

    @ParameterizedTest
    @MethodSource("integrals")
    void theValueIsAsExactAsItSays(Known known) {
        Quadrature.Outcome outcome = Quadrature.integrate(known.f, known.from, known.to);
        double rounding = 4e-15 * Math.max(1, Math.abs(known.exact));
        assertThat(outcome.value()).isCloseTo(known.exact, within(outcome.error() + rounding));
        assertThat(outcome.error()).isLessThanOrEqualTo(1e-11 * Math.max(1, Math.abs(known.exact)));
        assertThat(outcome.points().size() % 15).isZero();
        assertThat(outcome.points().size() / 15).isBetween(1, known.parts);
        double sum = outcome.points().stream()
                .mapToDouble(point -> point.weight() * known.f.applyAsDouble(point.x()))
                .sum();
        assertThat(sum).isCloseTo(outcome.value(), within(rounding));
        assertThat(outcome.points()).allMatch(point -> known.from < point.x() && point.x() < known.to);
        Quadrature.Outcome back = Quadrature.integrate(known.f, known.to, known.from);
        assertThat(back.value()).isEqualTo(-outcome.value());
        assertThat(back.error()).isEqualTo(outcome.error());
        assertThat(back.points().getFirst().weight())
                .isEqualTo(-outcome.points().getFirst().weight());
    }

    @Test
    void anIntegralOverNothingAsksForNoValue() {
        Quadrature.Outcome outcome = Quadrature.integrate(
                _ -> {
                    throw new IllegalStateException("it asks");
                },
                2,
                2);
        assertThat(outcome.value()).isZero();
        assertThat(outcome.points()).isEmpty();
    }

    /** 1/x from 0 on has no integral: what it says of its error is as large as what it found. */
    @Test
    void whatHasNoIntegralIsNotTakenForExact() {
        Quadrature.Outcome outcome = Quadrature.integrate(x -> 1 / x, 0, 1);
        assertThat(outcome.error()).isGreaterThan(1e-3);
        assertThat(outcome.points()).hasSizeLessThanOrEqualTo(15 * 400);
    }
}
