package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.host.Host;
import ag.lang.source.Diagnostic;
import ag.lang.source.ErrorCode;
import ag.lang.source.SourceText;
import ag.result.Plain;
import ag.result.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Brackets behind a number multiply it, and what stands behind the brackets belongs to them: f(2)(x + 1)^2 is f(2)·(x + 1)². Each is
 * worth what it is with the sign of its product, as numbers, in a function and as a formula in x, or is refused with its readings.
 */
final class ChainedProductsTest {
    private static final String NAMES = "f(t) = t^2 + 1\ng(a) = t -> a*t\nc = 3\n";
    private static final String X = "1.5";
    private static final List<String> BRACKETS = List.of("(x+1)", "(4)");
    private static final List<String> BEHIND =
            List.of("", "^2", "²", "!", "(x+2)^2", "(x+2)!", "(x+2)^2(x+3)", "^2(x+2)", "^2/2");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2",
                "c",
                "x",
                "f(2)",
                "f(x)",
                "sin(x)",
                "f'(x)",
                "f'(2)",
                "x(3)",
                "f(2)(3)",
                "f(x)(x+3)",
                "c(x+3)",
                "|x|",
                "π",
                "2x",
                "3f(x)",
                "f(f(2))",
                "g(2)(x)",
                "(x+5)",
                "e^(x)",
                "5!",
                "-f(2)",
                "(x+5)^2",
                "2½",
                "½",
                "x^2",
                "e^(2x)",
                "x²"
            })
    void isWorthWhatItIsWithASign(String head) {
        for (String bracket : BRACKETS) {
            for (String behind : BEHIND) {
                String chain = head + bracket + behind;
                int quotient = behind.indexOf('/');
                String factor = quotient < 0 ? behind : behind.substring(0, quotient);
                String rest = quotient < 0 ? "" : behind.substring(quotient);
                String signed = "(" + head + ")*" + spelled(bracket + factor) + rest;
                compare(chain, signed, NAMES + "x = " + X + "\n%s");
                compare(chain, signed, NAMES + "p(x) = %s\np(" + X + ")");
                compare(chain, signed, NAMES + "q = %s\nq at x = " + X);
                compare(chain, signed, NAMES + "d/dx (%s) at x = " + X);
            }
        }
    }

    /** Of a formula in x the last brackets have the prime, with what stands in front of them as it is. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2",
                "c",
                "x",
                "f(x)",
                "sin(x)",
                "f'(x)",
                "x(3)",
                "f(x)(x+3)",
                "c(x+3)",
                "|x|",
                "2x",
                "(x+5)",
                "x²"
            })
    void aPrimeBelongsToTheLastBrackets(String head) {
        compare(head + "(x^2)'", "(" + head + ")*(2x)", NAMES + "q = %s\nq at x = " + X);
        compare(head + "(x^3)" + "''", "(" + head + ")*(6x)", NAMES + "q = %s\nq at x = " + X);
    }

    /** {@code (x+1)^2(x+2)} with signs between its factors. */
    private static String spelled(String factors) {
        return factors.replaceAll("(?<=[)2²!])\\(", "*(");
    }

    private static void compare(String chain, String signed, String program) {
        Optional<Diagnostic> mistake = run(program.formatted(chain), new ArrayList<>());
        if (mistake.isPresent()) {
            assertThat(mistake.get().error()).as(program.formatted(chain)).isEqualTo(ErrorCode.TWO_READINGS);
        } else {
            assertThat(number(program.formatted(chain)))
                    .as(program.formatted(chain) + "\nbeside\n" + signed)
                    .isCloseTo(number(program.formatted(signed)), Offset.offset(1e-9));
        }
    }

    private static double number(String program) {
        List<Result> results = new ArrayList<>();
        assertThat(run(program, results)).as(program).isEmpty();
        return ((Plain.Real) ((Result.Value) results.getLast()).value()).value();
    }

    private static Optional<Diagnostic> run(String program, List<Result> results) {
        return new Session(results::add, Host.PLAIN, Interruption.none()).run(new SourceText("chain", program));
    }
}
