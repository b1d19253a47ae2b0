package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.result.FormulaResult;
import ag.result.Plain;
import ag.result.Result;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A partial derivative holds the other arguments fast, whatever their names mean where it is asked: a formula in the letter, a value built on
 * it, or nothing.
 */
final class PartialDerivativesTest {
    private static final String FUNCTION = "g(x, y) = x^3 y^2 + sin(x y)\n";
    private static final List<String> MEANINGS = List.of(
            "let x = 1.5\ny = x^2 + 1\n",
            "y = x^2 + 1\nlet x = 1.5\n",
            "let x = 1.5, y = 3.25\n",
            "x = 1.5; y = 3.25\n");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "∂g/∂x; gradient(g, [1.5, 3.25])[0]",
                "∂g/∂y; gradient(g, [1.5, 3.25])[1]",
                "g_x; gradient(g, [1.5, 3.25])[0]",
                "g_y; gradient(g, [1.5, 3.25])[1]",
                "∂²g/∂x²; hessian(g, [1.5, 3.25])[0, 0]",
                "∂²g/∂x∂y; hessian(g, [1.5, 3.25])[0, 1]",
                "g_xy; hessian(g, [1.5, 3.25])[0, 1]",
                "∂²g/∂y²; hessian(g, [1.5, 3.25])[1, 1]",
                "∇²g; trace(hessian(g, [1.5, 3.25]))"
            })
    void itIsThatAtThePoint(String asked, String atThePoint) {
        double expected = Programs.number(FUNCTION + atThePoint);
        for (String meaning : MEANINGS) {
            assertThat(Programs.agree(number(meaning + FUNCTION + asked), expected, 1e-12))
                    .as(meaning + asked)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"∇g", "gradient(g, [x, y])"})
    void soIsTheGradient(String asked) {
        double[] expected = vector(FUNCTION + "gradient(g, [1.5, 3.25])");
        for (String meaning : MEANINGS) {
            assertThat(vector(meaning + FUNCTION + asked)).as(meaning).containsExactly(expected, Offset.offset(1e-12));
        }
    }

    /** A letter without a value stays a letter. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"∇g; [2x, 2x² + 2]", "∂g/∂y; 2x² + 2", "∂²g/∂y²; 2", "∇²g; 4", "dg/dx; 4x³ + 6x"})
    void ofLettersItIsAFormula(String asked, String expected) {
        assertThat(last("y = x^2 + 1\ng(x, y) = x^2 + y^2\n" + asked))
                .isEqualTo(new Plain.Described("formula", expected));
    }

    /** As a derivation too: with the other letter in it, and the number of the partial derivative. */
    @Test
    void soIsADerivation() {
        String program = "y = x^2 + 1\ng(x, y) = x^2 + y^2\n";
        FormulaResult.Derived free = derived(program + "derive g wrt x");
        assertThat(free.start()).isEqualTo("d/dx (x² + y²)");
        assertThat(free.formula()).isEqualTo("2x");
        FormulaResult.Derived held = derived("let x = 3\n" + program + "derive g wrt x");
        assertThat(held.formula()).isEqualTo("2x");
        assertThat(held.value()).isEqualTo(6);
        assertThat(derived(program + "derive g wrt x at (3, 10)").value()).isEqualTo(6);
    }

    /** Numbers without letters come in the order of the function's arguments, whatever the alphabet says. */
    @ParameterizedTest
    @ValueSource(strings = {"∂f/∂t", "∂f/∂a", "f_t", "f_a", "∂²f/∂t∂a", "∂²f/∂t²", "∇²f", "d/dt f(t, a)", "f"})
    void aPlaceGivesTheArgumentsInTheirOrder(String asked) {
        String f = "f(t, a) = t^3 a^2\n";
        for (String meaning : List.of("", "let t = 5, a = 7\n", "a = 3t^2\n")) {
            assertThat(number(meaning + f + asked + " at (1, 2)"))
                    .as(meaning + asked)
                    .isEqualTo(number(f + asked + " at t = 1, a = 2"));
        }
    }

    @Test
    void aGradientAtAPlaceIsThatOfTheArguments() {
        String f = "f(t, a) = t^3 a^2\n";
        assertThat(vector(f + "∇f at (1, 2)")).containsExactly(vector(f + "∇f(1, 2)"));
        assertThat(vector(f + "∇f at (1, 2)")).containsExactly(12, 4);
    }

    /** The x of a formula outside is not the x of a function, whatever looks at it. */
    @ParameterizedTest
    @ValueSource(strings = {"", "let x = 2\n"})
    void aFormulaKeepsItsOwnLetterInAFunction(String meaning) {
        String program = meaning + "a = x^2\nf(x) = a x^2\n";
        FormulaResult.Derived formula = derived(program + "derive f");
        assertThat(formula.formula()).isIn("2a·x", "2x·x_0²");
        assertThat(last(program + "f'").toString()).contains(formula.formula());
        assertThat(Programs.agree(number(program + "f'(3) at x = 2"), 24, 1e-12))
                .isTrue();
    }

    @Test
    void thatIsSaid() {
        assertThat(Programs.results("a = x^2\nf(x) = a x^2\n"))
                .anyMatch(result -> result instanceof Result.Note note
                        && note.text().contains("'a' is a formula in the x outside"));
        assertThat(Programs.results("a = x^2\nf(t) = a t^2\n")).isEmpty();
    }

    private static FormulaResult.Derived derived(String program) {
        return (FormulaResult.Derived) Programs.results(program).getLast();
    }

    private static Plain last(String program) {
        return ((Result.Value) Programs.results(program).getLast()).value();
    }

    private static double number(String program) {
        return ((Plain.Real) last(program)).value();
    }

    private static double[] vector(String program) {
        return ((Plain.Vector) last(program)).values();
    }
}
