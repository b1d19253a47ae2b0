package ag.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As many numbers as a polynomial in the step has coefficients tell its value at 0; one more tells that nothing is left. */
final class RichardsonTest {
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 6})
    void aPolynomialIsTakenToItsConstant(int coefficients) {
        double[] c = new Random(coefficients).doubles(coefficients, -2, 2).toArray();
        Richardson exact = Richardson.of(halved(c, coefficients));
        assertThat(exact.value()).isCloseTo(c[0], within(1e-12));
        Richardson more = Richardson.of(halved(c, coefficients + 1));
        assertThat(more.value()).isCloseTo(c[0], within(1e-12));
        assertThat(more.error()).isLessThan(1e-12);
        Richardson fewer = Richardson.of(halved(c, coefficients - 1 + (coefficients == 2 ? 1 : 0)));
        assertThat(Math.abs(fewer.value() - c[0])).isLessThanOrEqualTo(2 * fewer.error() + 1e-12);
    }

    private static double[] halved(double[] c, int count) {
        return IntStream.range(0, count)
                .mapToDouble(k -> {
                    double value = 0;
                    for (int i = c.length - 1; i >= 0; i--) {
                        value = value * Math.scalb(1.0, -k) + c[i];
                    }
                    return value;
                })
                .toArray();
    }
}
