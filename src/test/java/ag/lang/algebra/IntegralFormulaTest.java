package ag.lang.algebra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Derivatives and series of integrals beside those of their closed forms, which SymPy gives. */
final class IntegralFormulaTest {
    private static final Term.Letter X = Term.letter("x");
    private static final List<Double> PLACES = List.of(0.4, 1.3, 2.2);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        integral(t -> t^2, 0, x)                          | x^2
        integral(t -> t^2, x, 3)                          | -x^2
        integral(sin, x, x^2)                             | 2x*sin(x^2) - sin(x)
        integral(t -> sin(x*t), 0, x)                     | (2x^2*sin(x^2) + cos(x^2) - 1)/x^2
        integral(t -> e^(x*t), 0, 1)                      | (x*e^x - e^x + 1)/x^2
        integral(t -> e^(x*t), x, 2x)                     | 4e^(2x^2) - 2e^(x^2) - (e^(2x^2) - e^(x^2))/x^2
        integral(t -> e^(-x*t^2), 0, inf)                 | -sqrt(pi)/(4x^(3/2))
        integral(t -> e^(-t^2), -inf, x)                  | e^(-x^2)
        x*integral(cos, 0, x)                             | sin(x) + x*cos(x)
        1/integral(t -> t, 0, x)                          | -4/x^3
        e^(integral(t -> 1/t, 1, x))                      | 1
        integral(t -> integral(s -> s*x, 0, t), 0, x)     | 2x^3/3
        integral(t -> integral(t -> t, 0, t), 0, x)       | x^2/2
        integral(x -> x^2, 0, x)                          | x^2
        integral(x -> x^2, x, 2x)                         | 7x^2
        """)
    void itsDerivativeIsThatOfItsClosedForm(String integral, String closed) {
        Term derivative = Simplifier.simplify(Differentiator.derivative(read(integral), X));
        Term steps = Derivation.of(read(integral), X, false, () -> {}).formula();
        for (double x : PLACES) {
            double expected = at(read(closed), x);
            assertThat(at(derivative, x)).as(integral + " at " + x).isCloseTo(expected, Offset.offset(1e-9));
            assertThat(at(steps, x)).as(integral + " at " + x).isCloseTo(expected, Offset.offset(1e-9));
            assertThat(at(new Term.Derivative(read(integral), X), x))
                    .as("by a backward pass, " + integral + " at " + x)
                    .isCloseTo(expected, Offset.offset(1e-9));
        }
        assertThat(read(TextWriter.ascii(derivative))).isEqualTo(derivative);
    }

    /** Those of the error function times √π/2, of the sine integral and of e^x - 1. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        integral(t -> e^(-t^2), 0, x)      | x - x^3/3 + x^5/10
        integral(t -> e^t, 0, x)           | x + x^2/2 + x^3/6 + x^4/24 + x^5/120
        integral(t -> cos(t), x, 2x)       | x - 7x^3/6 + 31x^5/120
        integral(t -> t, 0, sin(x))        | x^2/2 - x^4/6
        """)
    void itsSeriesIsThatOfItsClosedForm(String integral, String closed) {
        List<Term> series = TaylorSeries.of(read(integral), Map.of(X, Term.ZERO), 5, () -> {})
                .orElseThrow();
        for (double x : PLACES) {
            double sum = 0;
            for (int k = 5; k >= 0; k--) {
                sum = sum * x + at(series.get(k), 0);
            }
            assertThat(sum).isCloseTo(at(read(closed), x), Offset.offset(1e-12));
        }
    }

    /** What is put in keeps its own letter t: the integral of sin(t·s) over s is not that of sin(t²). */
    @Test
    void whatIsPutInIsNotCaptured() {
        Term put = Letters.replaced(read("integral(t -> sin(x*t), 0, x)"), Map.of(X, Term.letter("t")));
        assertThat(Letters.in(put)).containsExactly(Term.letter("t"));
        assertThat(PointEvaluation.of(put, Map.of(Term.letter("t"), 1.3)))
                .isCloseTo(at(read("(1 - cos(x^2))/x"), 1.3), Offset.offset(1e-10));
    }

    private static Term read(String text) {
        return TermText.read(text).orElseThrow();
    }

    private static double at(Term term, double x) {
        return PointEvaluation.of(term, Map.of(X, x));
    }
}
