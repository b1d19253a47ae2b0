package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.result.DerivativeResult.CheckRow;
import ag.result.DerivativeResult.Checked;
import ag.result.DerivativeResult.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code check} says of gradients that are right, of points without a derivative, and of mistakes. */
final class CheckTest {
    private static CheckRow row(String program) {
        return ((Checked) Programs.results(program).getLast()).rows().getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // smooth, however badly scaled
                "1     | x^3              | AGREES",
                "0     | x^2              | AGREES",
                "0     | x*abs(x)         | AGREES",
                "1e-12 | exp(x)*1e9       | AGREES",
                "1e-12 | 1/x              | AGREES",
                "1e-12 | log(x)           | AGREES",
                "1e-12 | x^2              | AGREES",
                "1e9   | x^2 + 3x         | AGREES",
                "1e9   | sin(x)           | AGREES",
                "1e6   | sin(x)           | AGREES",
                "1     | x*1e15 - 1e15    | AGREES",
                "1     | tanh(20x)        | AGREES",
                "0.001 | relu(x)          | AGREES",
                "1e-12 | abs(x)           | AGREES",
                "1.5   | floor(x)         | AGREES",
                "0     | cbrt(x)          | AGREES",
                // no leap and no kink nearby lies inside a difference
                "3     | ceil(34x - 77.44) | AGREES",
                "3     | floor(x^4 - 0.5) | AGREES",
                "3     | abs(x - 2.9999)  | AGREES",
                "1     | [x, 2][argmax([x, 0])] | AGREES",
                // ties inside an index
                "1     | [x, 1][argmax([x, 1])] | KINK",
                "1     | [10, 20][argmax([x, 1])]*x | JUMP",
                "1     | sort([x, 1])[0]  | KINK",
                // too small to be seen
                "1e-12 | log(x) + 1e18    | UNCLEAR",
                "1     | x*1e-9 + 1e9     | UNCLEAR",
                // no derivative, but a convention
                "0     | relu(x)          | KINK",
                "0     | abs(x)           | KINK",
                "1     | max(x, 1)        | KINK",
                "0     | sqrt(abs(x))     | KINK",
                "3     | clamp(x, 0, 3)   | KINK",
                "1     | floor(x)         | JUMP",
                "0     | sign(x)          | JUMP",
                "0     | sqrt(x)          | EDGE",
                "1     | asin(x)          | EDGE",
            })
    void thePointIsToldFromTheSlopesAroundIt(double x, String formula, Verdict verdict) {
        assertThat(row("let x = " + x + "; L = " + formula + "; check L").verdict())
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sin'(x) = 1        | 0.5   | sin(x)",
                "exp'(x) = 0        | 1e-12 | exp(x)*1e9",
                "tanh'(x) = 1       | 2     | tanh(x)",
                "relu'(x) = 5       | 0     | relu(x)",
                "cbrt'(x) = 1       | 0     | cbrt(x)",
                "abs'(x) = -2       | 1e9   | abs(x)",
                "sin'(x) = 1.00001*cos(x) | 0.5   | sin(x)",
            })
    void aWrongDerivativeIsCaught(String supposition, double x, String formula) {
        assertThat(row("let x = " + x + "; L = " + formula + "; suppose " + supposition + " { check L }")
                        .verdict())
                .isEqualTo(Verdict.DIFFERS);
    }

    @Test
    void aGradientThatRulesHaveCutIsNotSaidToAgree() {
        String program = "let x = [1, 2], y = [1, 2]; L = norm(x - y); check grad(L, x[0])";
        Checked checked = (Checked) Programs.results(program).getLast();

        assertThat(checked.rows()).extracting(CheckRow::verdict).contains(Verdict.JUMP);
    }

    @Test
    void theSlopesOnBothSidesOfAKinkAreGiven() {
        CheckRow row = row("let x = 0; L = relu(x); check L");

        assertThat(row.left()).isZero();
        assertThat(row.right()).isEqualTo(1);
        assertThat(row.autodiff()).isZero();
    }
}
