package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.result.FormulaResult;
import ag.result.Plain;
import ag.result.Result;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What formulas in free letters show where something was put in for a letter, as one would work it out by hand. */
final class WhatIsPutInTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "f(x) = a x^2; f(3)                     | 9a",
                "f(x) = a x^2; f'(3)                    | 6a",
                "f(x) = a x^2 + b; f(3) + f'(1)         | 11a + b",
                "p = c x^2; p at x = 3                  | 9c",
                "p = c x^2; dp/dx at x = 3              | 6c",
                "p = c x^2; dp/dc at x = 3              | 9",
                "p = c x^2; d²p/dx² at x = t            | 2c",
                "f(x, y) = c x^2 y; ∂f/∂x at x = 3, y = 2 | 12c",
                "f(x, y) = c x^2 y; ∇f(3, 2)            | [12c, 9c]",
                "v = [t, c t^2]; v at t = 3             | [3, 9c]",
                "f(x) = x^3; (f(x + h) - f(x))/h        | 3x² + 3h·x + h²",
                "f(x) = (x^2 - 4)/(x - 2); f(2 t)       | ((2t)² - 4)/(2t - 2)",
                "r(t) = [t^2, t^3]; r(t)·r'(t)          | 3t⁵ + 2t³",
                "r(t) = [t^2, t^3]; 2 r'(t)             | [4t, 6t²]",
                "r(t) = [t^2, t^3]; r(t) + r'(t)        | [t² + 2t, t³ + 3t²]",
                "r(t) = [t, t^2, 1]; r(t) × r'(t)       | [-2t, 1, t²]",
                "r(t) = [t, t^2]; r'(t)/‖r'(t)‖         | [1/norm([1, 2t]), 2t/norm([1, 2t])]",
                "r = [t, 2t]; -r                        | [-t, -2t]",
                "r(t) = [t, 2t]; p = r(t)·r(t); p       | 5t²",
                "v = [t, 1]; p = v·v; dp/dt              | 2t"
            })
    void isWorkedOut(String program, String shown) {
        assertThat(last(program)).isEqualTo(shown);
    }

    /** A curve at a place has its derivative as a formula and as numbers, or in the letters that are left. */
    @Test
    void aCurveIsDerivedAtAPlace() {
        assertThat(Programs.results("r(t) = [t^3, t^2]; derive r at t = 2").getLast())
                .isInstanceOfSatisfying(
                        Result.Value.class,
                        value -> assertThat(value.value())
                                .isInstanceOfSatisfying(
                                        Plain.Vector.class,
                                        vector -> assertThat(vector.values()).containsExactly(12, 4)));
        assertThat(last("r(t) = [a t^3, t^2]; derive r at 2")).isEqualTo("[12a, 4]");
        assertThat(Programs.results("r(t) = [t^3, t^2]; derive r at x = 2").getLast())
                .isInstanceOfSatisfying(
                        Result.Failed.class,
                        failed -> assertThat(failed.diagnostic().hint()).isEqualTo("write: derive r at t = 2"));
    }

    /** A parameter stands for itself where a formula of the program has its name. */
    @Test
    void aFunctionIsReadFromItsTextWhateverItsLettersMeanElsewhere() {
        List<Result> results = Programs.results("y = x sin x; g(x, y) = x y^2; derive g at x = 1, y = 2");
        assertThat(results).allMatch(result -> result instanceof FormulaResult.Derived);
    }

    private static String last(String program) {
        return switch (Programs.results(program).getLast()) {
            case Result.Value(var _, Plain.Described(var _, String text), var _) -> text;
            case Result.Value(var _, Plain.Real(double number), var _) -> Long.toString(Math.round(number));
            case Result other -> other.toString();
        };
    }
}
