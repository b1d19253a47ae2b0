package ag.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ag.result.Result;
import ag.result.SolutionResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Equations are solved as SymPy solves them, and roots have the derivatives that mpmath and SymPy find. */
final class SolveTest {
    private static final double NEAR = 1e-12;

    static Stream<String> equations() {
        try (InputStream lines =
                Objects.requireNonNull(SolveTest.class.getResourceAsStream("/reference/solve.jsonl"))) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("equations")
    void hasTheRootsThatSymPyFinds(String line) {
        Json.Fields fields = Json.parse(line);
        SolutionResult.Solved solved = solved("solve " + fields.text("equation"));
        List<Double> expected = ((Json.Items) fields.get("roots"))
                .items().stream().map(root -> ((Json.Real) root).value()).toList();
        assertThat(solved.method()).isEqualTo("algebra");
        List<Double> roots = numbers(solved);
        assertThat(roots).hasSameSizeAs(expected);
        for (int i = 0; i < roots.size(); i++) {
            assertThat(roots.get(i)).isCloseTo(expected.get(i), Offset.offset(NEAR * Math.max(1, expected.get(i))));
        }
    }

    /** Each exact root, typed as it is printed, makes the two sides equal. */
    @ParameterizedTest
    @MethodSource("equations")
    void readsItsRootsBack(String line) {
        String equation = Json.parse(line).text("equation");
        for (List<SolutionResult.Root> solution : solved("solve " + equation).solutions()) {
            String formula = solution.getFirst().formula();
            if (!formula.isEmpty()) {
                double back = Programs.number(formula);
                assertThat(back)
                        .isCloseTo(
                                Objects.requireNonNull(solution.getFirst().value()),
                                Offset.offset(NEAR * (1 + Math.abs(back))));
            }
        }
    }

    /** By Kepler's and other transcendental equations; the numbers are mpmath's findroot, 17 digits. */
    @ParameterizedTest
    @CsvSource({
        "cos(x) = x, 0..5, 0.73908513321516064",
        "x e^x = 1, 0..2, 0.56714329040978387",
        "x - 0.8 sin x = 1, 0..4, 1.7821913289379007",
        "x^2 = 2^x, -1..1, -0.76666469596212309",
    })
    void findsTheRootInARange(String equation, String range, double expected) {
        SolutionResult.Solved solved = solved("solve " + equation + " for x in " + range);
        assertThat(solved.method()).isEqualTo("search");
        assertThat(numbers(solved))
                .singleElement()
                .satisfies(x -> assertThat(x).isCloseTo(expected, Offset.offset(1e-15)));
    }

    /** tan x = x has a pole between any two of its roots; they are those of scipy.optimize.brentq. */
    @Test
    void tellsPolesFromRoots() {
        assertThat(numbers(solved("solve tan(x) = x for x in 1..15")))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : Double.compare(a, b))
                .containsExactly(4.493409457909064, 7.725251836937707, 10.904121659428899, 14.066193912831473);
        assertThat(numbers(solved("f(x) = if x < 1 then -1 else 1; solve f(x) = 0 for x in 0..3")))
                .isEmpty();
    }

    /** The roots of h(x) = x^3 + q x - 1 near 0.3 as a function of q at 3: mpmath.diff of findroot, 40 digits. */
    @Test
    void aRootHasDerivativesOfHigherOrder() {
        String root = "g(q) = { h(x) = x^3 + q x - 1; root(h, 0, 1) }\n";
        double[] expected = {0.3221853546, -0.0972955129, 0.05323755425, -0.03749072365, 0.02632649631};
        for (int order = 0; order < expected.length; order++) {
            assertThat(Programs.number(root + "g" + "'".repeat(order) + "(3)"))
                    .isCloseTo(expected[order], Offset.offset(1e-10));
        }
    }

    /** The seventh derivative of √q at 4, by SymPy. */
    @Test
    void aRootHasASeventhDerivative() {
        assertThat(Programs.number("g(q) = { h(x) = x^2 - q; root(h, 0, 5) }\ng'''''''(4)"))
                .isCloseTo(0.009913444519042969, Offset.offset(1e-13));
    }

    /** The eighth and tenth derivative of √q and of the root of x^3 + x = q, at 4: mpmath.diff of sqrt and of findroot, 80 digits. */
    @Test
    void aRootHasATenthDerivative() {
        String square = "g(q) = { h(x) = x^2 - q; root(h, 0, 5) }\n";
        String cubic = "g(q) = { h(x) = x^3 + x - q; root(h, 0, 5) }\n";
        assertThat(Programs.number(square + "g''''''''(4)")).isCloseTo(-0.016109347343444824, Offset.offset(1e-12));
        assertThat(Programs.number(square + "g''''''''''(4)")).isCloseTo(-0.06418568082153797, Offset.offset(1e-12));
        assertThat(Programs.number(cubic + "g''''''''(4)")).isCloseTo(-0.0225146004843041, Offset.offset(1e-12));
        assertThat(Programs.number(cubic + "g''''''''''(4)")).isCloseTo(-0.0904094425360477, Offset.offset(1e-12));
    }

    /** Of the integral of exp(2x) from 0 to t the derivative of order n is 2^(n - 1) exp(2t). */
    @Test
    void anIntegralHasDerivativesOfHighOrderInItsLimits() {
        String integral = "g(t) = { h(x) = exp(2x); integral(h, 0, t) }\n";
        for (int order : new int[] {9, 12, 15}) {
            double expected = Math.scalb(Math.E, order - 1);
            assertThat(Programs.number(integral + "g" + "'".repeat(order) + "(1/2)"))
                    .isCloseTo(expected, Offset.offset(1e-11 * expected));
        }
        assertThatThrownBy(() -> Programs.number(integral + "g" + "'".repeat(16) + "(1/2)"))
                .hasMessageContaining("up to the order 15");
    }

    /** As {@code grad} of {@code grad}, where each is taken by itself. The integral of exp(2x) from 0 to t again. */
    @Test
    void nestedGradientsBeyondTheOrderAreRefused() {
        String nested = "let t = 0.5; h(x) = exp(2x); r = integral(h, 0, t); g = grad(r, t); ";
        double expected = Math.scalb(Math.E, 14);
        assertThat(Programs.number(nested + "repeat 14 { g = grad(g, t) }; g"))
                .isCloseTo(expected, Offset.offset(1e-6));
        for (String beyond : List.of("grad(g, t)", "grad g", "jvp(g, t, 1)", "minimize g over t { steps 1 }")) {
            Result last = Programs.results(nested + "repeat 14 { g = grad(g, t) }; " + beyond)
                    .getLast();
            assertThat(last)
                    .as(beyond)
                    .isInstanceOfSatisfying(
                            Result.Failed.class,
                            failed -> assertThat(failed.diagnostic().message()).contains("up to the order 15"));
        }
    }

    /** A value and its truncated kin of lower order count each by itself. */
    @Test
    void whatDoesNotMoveHasNoOrder() {
        String eigen = "let a = 2, b = 3; (U, s, V) = svd([[a, 1], [0, 1]]); g = s[0]; repeat 3 { g = grad(g, a) }; ";
        assertThat(Programs.number(eigen + "h = g*b^20; repeat 20 { h = grad(h, b) }; h/g/2432902008176640000"))
                .isCloseTo(1, Offset.offset(1e-12));
    }

    @Test
    void aRootFollowsItsParameter() {
        assertThat(Programs.number("let p = 3; f(x) = x^2 - p; r = root(f, 0, 50); set p = 1024; r + grad(r, p)"))
                .isCloseTo(32 + 1.0 / 64, Offset.offset(1e-13));
    }

    private static SolutionResult.Solved solved(String program) {
        return (SolutionResult.Solved) Programs.results(program).getLast();
    }

    private static List<Double> numbers(SolutionResult.Solved solved) {
        return solved.solutions().stream()
                .map(solution -> Objects.requireNonNull(solution.getFirst().value()))
                .toList();
    }
}
