package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.result.Plain;
import ag.result.Result;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Integrals beside mpmath's quad with 30 digits, differential equations beside SciPy's solve_ivp with DOP853 and a tolerance of 1e-13. */
final class IntegralTest {
    @ParameterizedTest
    @CsvSource({
        "e^(-x^2), -inf, inf, 1.772453850905516",
        "√x ln x, 0, 1, -0.44444444444444444",
        "1/(1 + x^2), 0, inf, 1.5707963267948966",
        "e^x cos(10x), 0, 3, -1.9440914205719825",
        "x^7, 2, -1, -31.875",
        "1/√x, 0, 1, 2",
        "x, 3, 3, 0",
    })
    void anIntegralIsThatOfMpmath(String of, String from, String to, double expected) {
        assertThat(Programs.number("f(x) = " + of + "\nintegral(f, " + from + ", " + to + ")"))
                .isCloseTo(expected, Offset.offset(1e-10));
    }

    /** mpmath.diff of the integral of exp(-a x^2) from 0 to 1, in a at 2. */
    @Test
    void itsDerivativesInAParameterAreThoseOfMpmath() {
        String program = "I(a) = { f(x) = e^(-a*x^2); integral(f, 0, 1) }\n";
        assertThat(Programs.number(program + "I'(2)")).isCloseTo(-0.11570218085617286, Offset.offset(1e-13));
        assertThat(Programs.number(program + "I" + "'".repeat(2) + "(2)"))
                .isCloseTo(0.05294281483297647, Offset.offset(1e-13));
    }

    /** The sine, the cosine and minus the sine of 1. */
    @Test
    void itsDerivativesInALimitAreThoseOfTheFunction() {
        String program = "I(b) = integral(sin, 0, b)\n";
        assertThat(Programs.number(program + "I'(1)")).isCloseTo(0.8414709848078965, Offset.offset(1e-14));
        assertThat(Programs.number(program + "I" + "'".repeat(2) + "(1)"))
                .isCloseTo(0.5403023058681398, Offset.offset(1e-13));
        assertThat(Programs.number(program + "I" + "'".repeat(3) + "(1)"))
                .isCloseTo(-0.8414709848078965, Offset.offset(1e-12));
        assertThat(Programs.number("J(a) = integral(sin, a, 2)\nJ'(1)"))
                .isCloseTo(-0.8414709848078965, Offset.offset(1e-14));
    }

    /** The length of a sine's half wave: mpmath. */
    @Test
    void anArcIsAsLongAsMpmathSays() {
        assertThat(Programs.number("arc_length(sin, 0, π)")).isCloseTo(3.820197789027712, Offset.offset(1e-12));
    }

    /** Van der Pol's oscillator, and hares and lynxes. */
    @Test
    void aSystemGoesWhereSciPyLeadsIt() {
        double[] oscillator = last("f(t, y) = [y[1], (1 - y[0]^2)*y[1] - y[0]]; ode(f, [2, 0], [0, 10])[1]");
        assertThat(oscillator[0]).isCloseTo(-2.00834078, Offset.offset(2e-8));
        assertThat(oscillator[1]).isCloseTo(0.03290707, Offset.offset(2e-8));
        double[] animals = last("f(t, y) = [y[0]*(1.1 - 0.4y[1]), y[1]*(0.1y[0] - 0.4)]; ode(f, [10, 5], [0, 5])[1]");
        assertThat(animals[0]).isCloseTo(0.68266866, Offset.offset(2e-8));
        assertThat(animals[1]).isCloseTo(1.73616649, Offset.offset(2e-8));
    }

    /** y' = -k y from a is a·e^(-k t), here 2·e^(-1.5); and a solution goes back as well. */
    @Test
    void gradientsGoThroughASolution() {
        String program = "let k = 0.5, a = 2; f(t, y) = -k*y; y = ode(f, a, [0, 3])[1]\n";
        double expected = 0.44626032029685964;
        assertThat(Programs.number(program + "y")).isCloseTo(expected, Offset.offset(1e-9));
        assertThat(Programs.number(program + "grad(y, k)")).isCloseTo(-3 * expected, Offset.offset(1e-8));
        assertThat(Programs.number(program + "grad(y, a)")).isCloseTo(expected / 2, Offset.offset(1e-9));
        assertThat(Programs.number(program + "set k = 1; y")).isCloseTo(0.09957413673572789, Offset.offset(1e-9));
        assertThat(Programs.number("f(t, y) = y; ode(f, e, [1, 0])[1]")).isCloseTo(1, Offset.offset(1e-8));
    }

    @ParameterizedTest
    @CsvSource({
        "sin(x)/x, 0, 1",
        "(1 - cos x)/x^2, 0, 0.5",
        "(x^2 - 4)/(x - 2), 2, 4",
        "(e^x - 1)/x, 0, 1",
        "(1 + 1/x)^x, inf, 2.718281828459045",
        "atan x, inf, 1.5707963267948966",
        "(√(1 + x) - 1)/x, 0, 0.5",
    })
    void aLimitIsExtrapolated(String of, String at, double expected) {
        Result last =
                Programs.results("f(x) = " + of + "\nlimit(f, " + at + ")").getLast();
        double limit = ((Plain.Real) ((Result.Value) last).value()).value();
        assertThat(limit).isCloseTo(expected, Offset.offset(1e-9));
    }

    private static double[] last(String program) {
        return ((Plain.Vector) Programs.values(program).getLast()).values();
    }
}
