package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.numeric.NumericLimit;
import ag.result.FormulaResult;
import ag.result.Plain;
import ag.result.Result;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits beside those of SymPy. */
final class LimitTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "sin(3x)/sin(5x); x; 0; 3/5",
                "(1 - cos x)/x^2; x; 0; 1/2",
                "(x - sin x)/x^3; x; 0; 1/6",
                "(tan x - x)/x^3; x; 0; 1/3",
                "(e^x - 1 - x)/x^2; x; 0; 1/2",
                "(x^3 - 8)/(x - 2); x; 2; 12",
                "(ln(1 + x) - x)/x^2; x; 0; -1/2",
                "(√(1 + x) - 1)/x; x; 0; 1/2",
                "(2x^2 - 1)/(3x^2 + x); x; inf; 2/3",
                "(x + 1)/x; x; -inf; 1",
                "((x + h)^4 - x^4)/h; h; 0; 4x³",
                "(sin(x + h) - sin x)/h; h; 0; cos(x)",
                "(ln(x + h) - ln x)/h; h; 0; 1/x",
                "(1/(x + h) - 1/x)/h; h; 0; -1/x²",
                "(e^(x + h) - e^x)/h; h; 0; e^x",
                "(b^x - 1)/x; x; 0; ln(b)",
            })
    void aLimitWithASeriesIsExact(String of, String letter, String place, String expected) {
        Result limit = Programs.results("limit " + of + " as " + letter + " -> " + place)
                .getLast();
        assertThat(limit).isInstanceOfSatisfying(FormulaResult.Formulated.class, found -> {
            assertThat(found.exact()).isTrue();
            assertThat(found.formula()).isEqualTo(expected);
        });
    }

    /** Whatever way it is asked for, and whether its letter has a value or none. */
    @ParameterizedTest
    @CsvSource({"sin(x)/x, 0", "(x^2 - 1)/(x - 1), 1", "x*ln(x + 1), 0", "atan x, inf", "1/x, inf"})
    void eachWayToAskGivesTheSame(String of, String place) {
        String function = "f(x) = " + of + "\n";
        String formula = "y = " + of + "\n";
        String asked = last("limit " + of + " as x -> " + place);
        assertThat(last("limit " + of + " at " + place)).isEqualTo(asked);
        assertThat(last("limit " + of + " as x → " + place)).isEqualTo(asked);
        assertThat(last(function + "limit f at " + place)).isEqualTo(asked);
        assertThat(last(function + "limit f as x -> " + place)).isEqualTo(asked);
        assertThat(last(formula + "limit y as x -> " + place)).isEqualTo(asked);
        assertThat(last("let x = 3; limit " + of + " as x -> " + place)).isEqualTo(asked);
        assertThat(number(function + "limit(f, " + place + ")"))
                .isEqualTo(number("limit(x -> " + of + ", " + place + ")"));
    }

    /** What is said of the error is true, for functions that come slowly or swing as well. */
    @Test
    void anExtrapolatedLimitIsAsNearAsItSays() {
        near(x -> x * Math.log(x), 0, 1, 0);
        near(x -> Math.pow(x, x), 0, 1, 1);
        near(x -> x * Math.sin(1 / x), 0, 0, 0);
        near(x -> Math.log(x) / x, Double.POSITIVE_INFINITY, 0, 0);
        near(x -> Math.sqrt(x * x + x) - x, Double.POSITIVE_INFINITY, 0, 0.5);
        near(x -> Math.pow(1 + 1 / x, x), Double.POSITIVE_INFINITY, 0, Math.E);
        near(Math::atan, Double.NEGATIVE_INFINITY, 0, -Math.PI / 2);
        near(Math::floor, 2, -1, 1);
        near(x -> (Math.cbrt(x) - 2) / (x - 8), 8, 0, 1.0 / 12);
    }

    private static void near(DoubleUnaryOperator f, double at, int side, double expected) {
        assertThat(NumericLimit.of(f, at, side))
                .isInstanceOfSatisfying(
                        NumericLimit.Found.class,
                        found -> assertThat(Math.abs(found.value() - expected)).isLessThanOrEqualTo(found.error()));
    }

    @Test
    void sidesThatPartAreTold() {
        assertThat(NumericLimit.of(x -> 1 / x, 0, 0))
                .isEqualTo(new NumericLimit.Apart(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
        assertThat(NumericLimit.of(x -> 1 / (x * x), 0, 0)).isEqualTo(new NumericLimit.Grows(Double.POSITIVE_INFINITY));
        assertThat(NumericLimit.of(Math::log, 0, 1)).isEqualTo(new NumericLimit.Grows(Double.NEGATIVE_INFINITY));
        assertThat(NumericLimit.of(Math::signum, 0, 0)).isEqualTo(new NumericLimit.Apart(-1, 1));
        assertThat(NumericLimit.of(Math::sin, Double.POSITIVE_INFINITY, 0)).isEqualTo(new NumericLimit.None());
        assertThat(NumericLimit.of(x -> Math.sin(1 / x), 0, 1)).isEqualTo(new NumericLimit.None());
    }

    /** What the last statement says: a formula, a number, or a mistake. */
    private static String last(String program) {
        return switch (Programs.results(program).getLast()) {
            case FormulaResult.Formulated found -> found.formula();
            case Result.Value found -> found.value().toString();
            case Result.Failed failed -> failed.diagnostic().message();
            default -> throw new AssertionError("no limit: " + program);
        };
    }

    private static double number(String program) {
        return ((Plain.Real) ((Result.Value) Programs.results(program).getLast()).value()).value();
    }

    @Test
    void oneSideIsAskedByItsSign() {
        String f = "f(x) = if x < 1 then x^2 else 2x\n";
        assertThat(number(f + "limit f as x -> 1-")).isEqualTo(1);
        assertThat(number(f + "limit f as x -> 1+")).isEqualTo(2);
        assertThat(number(f + "limit f at 1⁺")).isEqualTo(2);
        assertThat(last(f + "limit f at 1"))
                .isEqualTo("there is no limit at 1: from the left it goes to 1, from the right to 2");
    }
}
