package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.result.FormulaResult;
import ag.result.Result;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slopes of curves, beside those of SymPy's {@code idiff}. */
class ImplicitDerivativeTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        x^2 + y^2 = 25; (3, 4); -0.75
        x^3 + y^3 = 6 x y; (4/3, 8/3); 0.8
        x e^y + y ln x = e; (e, 0); -0.26894142136999512
        √x + √y = 5; (4, 9); -1.5
        y^x = 8; (3, 2); -0.46209812037329687
        """)
    void hasTheSlopeOfSymPy(String equation, String point, double expected) {
        FormulaResult.Derived derived = derived("derive " + equation + " for dy/dx at " + point);
        assertThat(derived.value()).isCloseTo(expected, Offset.offset(1e-14));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        x^2 + y^2 = 25; -x/y
        x^3 + y^3 = 6 x y; (2y - x²)/(y² - 2x)
        e^y = x; e^(-y)
        """)
    void isWrittenAsAFormula(String equation, String expected) {
        assertThat(derived("derive " + equation + " for dy/dx").formula()).isEqualTo(expected);
    }

    @Test
    void thereIsNoneWhereTheTangentIsVerticalOrTheCurveIsNot() {
        assertThat(failure("derive x^2 + y^2 = 25 for dy/dx at (5, 0)")).contains("vertical");
        assertThat(failure("derive y^2 = x^2 for dy/dx at (0, 0)")).contains("both partial derivatives are 0");
        assertThat(failure("derive x^2 + y^2 = 25 for dy/dx at (3, 5)")).contains("does not hold");
    }

    private static String failure(String program) {
        return ((Result.Failed) Programs.results(program).getLast()).toString();
    }

    private static FormulaResult.Derived derived(String program) {
        return (FormulaResult.Derived) Programs.results(program).getLast();
    }

    /** A letter that stands in a condition alone is a letter of the equation too. */
    @Test
    void aLetterOfAConditionCounts() {
        String equation = "(if x > 1 then y else 2y) = 4\n";
        assertThat(derived(equation + "y'").steps())
                .isNotEmpty()
                .isEqualTo(derived(equation + "dy/dx").steps());
    }

    @Test
    void aSecondDerivativeIsNotTheFirst() {
        String equation = "x^2 + y^2 = 25\n";
        assertThat(derived(equation + "y''").formula()).isEqualTo("-(x² + y²)/y³");
        assertThat(derived(equation + "y'").formula()).isEqualTo("-x/y");
    }
}
