package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.result.FormulaResult;
import ag.result.SolutionResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tangents and Taylor polynomials, typed as they are printed, are worth what SymPy's series are; extrema lie where SymPy's solve has them. */
final class NearPlaceTest {
    static Stream<String> series() {
        try (InputStream lines =
                Objects.requireNonNull(NearPlaceTest.class.getResourceAsStream("/reference/taylor.jsonl"))) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("series")
    void aTaylorPolynomialHasTheCoefficientsOfSymPy(String line) {
        Json.Fields fields = Json.parse(line);
        int order = (int) ((Json.Real) fields.get("order")).value();
        String at = fields.text("at");
        FormulaResult.Formulated taylor = formulated("taylor " + fields.text("of") + " at " + at + " order " + order);
        List<Double> coefficients = ((Json.Items) fields.get("coefficients"))
                .items().stream().map(item -> ((Json.Real) item).value()).toList();
        for (double distance : new double[] {-0.5, 0.25, 1}) {
            double expected = 0;
            for (int k = order; k >= 0; k--) {
                expected = expected * distance + coefficients.get(k);
            }
            double printed = Programs.number(
                    String.format(Locale.ROOT, "%s at x = %s + %s", "(" + taylor.formula() + ")", at, distance));
            assertThat(printed).isCloseTo(expected, Offset.offset(1e-12 * (1 + Math.abs(expected))));
        }
    }

    /** Of what has no formula: the digits of a number that is found by steps, and no fraction of sixteen. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "f(x) = integral(t -> t^2, 0, x); tangent f at 2 | 4x - 5.33333",
                "f(x) = integral(t -> t^2, 0, x); linearize f at 2 | 2.66667 + 4(x - 2)",
                "f(x) = root(y -> y^3 + y - x, 1); tangent f at 2 | 0.25x + 0.5",
                "f(x) = { s = 0; for i in 1..2 { s = s + x^i }; s }; tangent f at 0 | x",
                "f(x, y) = integral(t -> t*y, 0, x); tangent f at (1, 3) | 3x + 0.5y - 3",
            })
    void aTangentInNumbersIsShort(String program, String line) {
        assertThat(formulated(program).formula()).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource({
        "x^3 - 3x, 2, 9, 2",
        "sin x, 1, 0.5403023058681398, 0.8414709848078965",
        "e^(x^2), 0.5, 1.2840254166877414, 1.2840254166877414",
        "√x, 4, 0.25, 2",
    })
    void aTangentHasTheValueAndTheSlope(String of, double at, double slope, double value) {
        FormulaResult.Formulated tangent = formulated("tangent " + of + " at x = " + at);
        assertThat(Programs.number("(" + tangent.formula() + ") at x = " + at)).isCloseTo(value, Offset.offset(1e-14));
        assertThat(Programs.number("(" + tangent.formula() + ") at x = " + (at + 1)))
                .isCloseTo(value + slope, Offset.offset(1e-13));
    }

    /** solve(diff(x**4 - 2*x**2 + x/2, x), x) of SymPy, as numbers. */
    @Test
    void criticalPointsAreAllThereAndJudged() {
        SolutionResult.Turns turns = turns("critical x^4 - 2x^2 + x/2");
        assertThat(turns.rows())
                .extracting(SolutionResult.TurnRow::what)
                .containsExactly("minimum", "maximum", "minimum");
        double[] expected = {-1.057453770738378, 0.1270508441825262, 0.9304029265558517};
        for (int i = 0; i < expected.length; i++) {
            assertThat(turns.rows().get(i).place().getFirst().value()).isCloseTo(expected[i], Offset.offset(1e-13));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "x^4, minimum",
        "-x^6, maximum",
        "x^5, inflection",
        "|x|, minimum",
        "1 - |x|, maximum",
        "cosh x, minimum",
    })
    void theFirstDerivativeThatIsNotZeroTells(String of, String what) {
        assertThat(turns("critical " + of).rows()).singleElement().satisfies(row -> {
            assertThat(row.what()).isEqualTo(what);
            assertThat(row.place().getFirst().value()).isEqualTo(0);
        });
    }

    @Test
    void theHessianTells() {
        assertThat(turns("critical x^4 + y^4 - 4x y").rows())
                .extracting(SolutionResult.TurnRow::what)
                .containsExactly("minimum", "saddle", "minimum");
        assertThat(turns("critical -x^2 - y^2 - z^2 + x y").rows())
                .extracting(SolutionResult.TurnRow::what)
                .containsExactly("maximum");
    }

    @Test
    void aRangeWithAPoleHasNoLargestValue() {
        assertThat(turns("extrema 1/(x - 1) on 0..3").rows())
                .allSatisfy(row -> assertThat(row.what()).isEqualTo("end"));
    }

    private static FormulaResult.Formulated formulated(String program) {
        return (FormulaResult.Formulated) Programs.results(program).getLast();
    }

    private static SolutionResult.Turns turns(String program) {
        return (SolutionResult.Turns) Programs.results(program).getLast();
    }
}
