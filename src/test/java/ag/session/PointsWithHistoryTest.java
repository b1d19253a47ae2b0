package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.result.Plain;
import ag.result.Result;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A place that is itself computed, as in {@code dy/dx at x = t}: derivatives there go by x alone, and the whole follows t. */
final class PointsWithHistoryTest {
    private static final double ERROR = 1e-6;
    private static final double STEP = 1e-4;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "f(x, y) = x y^2            | ∂f/∂x(t, t)",
                "f(x, y) = x^2 y^3          | f_x(t, t^2)",
                "f(x, y) = x y^2            | ∂f/∂x at x = t, y = t",
                "f(x, y) = x y^2            | (∇f(t, t))[0]",
                "f(x, y) = d/dx (x y^2)     | f(t, t)",
                "f(x, y) = { u = x y^2; w = d/dx (u + x); w + u } | f(t, t)",
                "p = x y^2                  | (dp/dx at x = t, y = t)",
                "f(x) = x^3                 | (df/dx at x = t)",
                "f(x) = x^3                 | f'(t) + f''(t)",
                "f(x) = 2 x                 | (d/dx (t x^2) at x = t)",
                "let x = 7; p = x^3         | (dp/dx at x = t)",
                "let x = 7; p = x^3         | (p at x = t) + t",
                "let x = 7; p = x^3         | p'(t)",
                "let x = 7, y = 5; p = x y^2 | (p at x = y + t, y = t)",
                "let x = 7; v = [x, x^2]    | (v at x = t)[1]",
                "q(a) = (x^2 a at x = 3)    | q(t + 1)"
            })
    void isWorthAsMuchHoweverItIsWritten(String before, String typed) {
        String start = before + "\n";
        double here = number(start + "L = " + at(typed, 1.3) + "\nL");
        double below = number(start + at(typed, 1.3 - STEP));
        double above = number(start + at(typed, 1.3 + STEP));
        String followed = start + "let t = 1.3\nL = " + typed + "\n";
        same(number(followed + "L"), here, typed);
        same(number(followed + "grad(L, t)"), (above - below) / (2 * STEP), "the slope of " + typed);
        same(number(start + "let t = 5\nL = " + typed + "\nset t = 1.3\nL"), here, typed + " after set");
        same(number(start + "w(t) = " + typed + "\nw(1.3)"), here, typed + " in a function");
    }

    /** The same where the letter has no value: what is printed is the same formula. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "f(x, y) = x y^2            | ∂f/∂x(t, t)",
                "f(x, y) = x^2 y^3          | f_x(t, t^2) + f_y(2, t)",
                "f(x, y) = d/dx (x y^2)     | f(t, t)",
                "p = x y^2                  | (dp/dx at x = t, y = t)",
                "p = x y^2                  | (p at x = t - 1, y = 3)",
                "u = x^2; p = u^3 + u       | (dp/du at x = t)",
                "u = x^2; p = u^3 + x       | (p at u = t, x = 4)",
                "f(x) = x^3; g = f'         | g(t) + f''(2 t)",
                "f(x) = x^3                 | f(f'(t))",
                "f(x) = Σ(k=1..3) k x^k     | f(2 t)",
                "f(x) = Σ(k=1..3) k x^k     | f'(t)",
                "r(x) = [x^2, 3 x]          | r(t + 1)[0] + r'(t)[1]",
                "q(a) = (x^2 a at x = 3)    | q(t + 1)",
                "f(x) = d/dx (x d/dx x^3)   | f(t) + f(2)"
            })
    void whatIsShownIsTheSameFormula(String before, String typed) {
        String start = before + "\nL = " + typed + "\n";
        double value = number(start + "L at t = 1.3");
        same(value, number(before + "\nlet t = 1.3\n" + typed), typed);
        String shown = ((Plain.Described) last(start + "L")).text();
        same(number("L = " + shown + "\nL at t = 1.3"), value, typed + " shown as " + shown);
    }

    private static String at(String typed, double t) {
        return typed.replaceAll("\\bt\\b", "(" + t + ")");
    }

    /** The number that the last expression of a program is; what is noted of it counts for nothing. */
    private static double number(String program) {
        return ((Plain.Real) last(program)).value();
    }

    private static Plain last(String program) {
        return Programs.results(program).stream()
                .map(result -> switch (result) {
                    case Result.Value value -> Optional.of(value.value());
                    case Result.Failed failed ->
                        throw new AssertionError(failed.diagnostic().message() + " in " + program);
                    default -> Optional.<Plain>empty();
                })
                .flatMap(Optional::stream)
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private static void same(double one, double other, String what) {
        assertThat(Programs.agree(one, other, ERROR))
                .as("%s: %s and %s", what, one, other)
                .isTrue();
    }
}
