package ag.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ag.result.Plain;
import ag.result.Result;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name's primes stay with it, however it is written in a product. */
final class PrimesInProductsTest {
    private static final String GIVEN = "y = x^5; a = 2; ";

    @ParameterizedTest
    @CsvSource({
        "3 xY sin x, 3*x*D*sin(x)",
        "2a aYx, 2*a*a*D*x",
        "(x + 1)xY, (x + 1)*x*D",
        "sin aY, sin(a*D)",
        "3xY, 3*x*D",
    })
    void theyBelongToTheNameBeforeThem(String product, String meant) {
        String[] derivatives = {"5x^4", "20x^3", "60x^2"};
        for (int order = 1; order <= derivatives.length; order++) {
            String primes = product.replace("Y", "y" + "'".repeat(order));
            assertThat(last("h = " + primes + "; h at x = 0.5"))
                    .as(primes)
                    .isCloseTo(
                            last(meant.replace("D", "(" + derivatives[order - 1] + ")") + " at x = 0.5"),
                            within(1e-12));
        }
    }

    private static double last(String program) {
        Result last = Programs.results(GIVEN + program).getLast();
        return ((Plain.Real) ((Result.Value) last).value()).value();
    }
}
