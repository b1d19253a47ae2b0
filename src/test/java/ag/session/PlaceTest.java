package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.host.Host;
import ag.lang.source.Diagnostic;
import ag.lang.source.SourceText;
import ag.result.Format;
import ag.result.print.Style;
import ag.result.print.TextPrinter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Views of functions and formulas at a place. */
final class PlaceTest {
    private static final List<String> VIEWS =
            List.of("grad %s", "check %s", "trace %s", "explain %s", "compare %s", "step %s", "graph %s", "derive %s");

    private static final List<String> FORMULAS = List.of(
            "x*sin(x)",
            "x^3 - 2*x",
            "exp(-x^2)",
            "log(x)/x",
            "sqrt(x^2 + 1)",
            "abs(x - 3)",
            "max(x, 2)",
            "1/(1 + exp(-x))");

    private final List<String> said = new ArrayList<>();

    private Optional<Diagnostic> run(String program, String... answers) {
        said.clear();
        Deque<String> lines = new ArrayDeque<>(List.of(answers));
        TextPrinter printer = new TextPrinter(Style.PLAIN, new Format(Format.STANDARD_DIGITS));
        Session session = new Session(result -> said.add(printer.text(result)), Host.PLAIN, Interruption.none());
        if (answers.length > 0) {
            session.answersFrom(_ -> Optional.ofNullable(lines.poll()));
        }
        return session.run(new SourceText("test", program));
    }

    private List<String> shown(String program) {
        assertThat(run(program)).as(program).isEmpty();
        return List.copyOf(said);
    }

    /** A function and a formula at a place are looked into as the number is that is built on an input which holds it. */
    @ParameterizedTest
    @MethodSource("formulas")
    void aPlaceIsAnInputThatHoldsIt(String formula) {
        for (String view : VIEWS) {
            List<String> input = shown("let x = 1.7\nL = " + formula + "\n" + view.formatted("L"));
            assertThat(shown("L(x) = " + formula + "\n" + view.formatted("L at 1.7")))
                    .as(view)
                    .isEqualTo(input);
            List<String> written = shown("L = " + formula + "\n" + view.formatted("L at x = 1.7"));
            assertThat(written).as(view).isEqualTo(input);
        }
    }

    static Stream<String> formulas() {
        return FORMULAS.stream();
    }

    @ParameterizedTest
    @ValueSource(strings = {"grad", "check", "trace", "explain", "compare", "step", "graph"})
    void whatAMessageTellsToTypeWorks(String word) {
        for (String typed : List.of(
                "f(x) = x sin x\n%s f",
                "f(x) = ln(-x)\n%s (f)",
                "f(x, y) = x y\n%s f",
                "y = a x^2\n%s y",
                "y = a x^2\n%s y at x = 3",
                "%s d/dx (x^3)",
                "f(x) = x^3\n%s f'",
                "y = x^2\n%s y + 1",
                "%s atan2")) {
            String program = typed.formatted(word);
            Diagnostic problem = run(program).orElseThrow();
            assertThat(problem.code()).as(program).isEqualTo("no-place");
            String first = program.substring(0, program.lastIndexOf('\n') + 1);
            shown(first + problem.hint().replace("write: ", ""));
        }
    }

    @Test
    void inATerminalTheLettersAreAskedFor() {
        assertThat(run("f(x, y) = x^2 y\ngrad f", "3", "1/2")).isEmpty();
        assertThat(said).containsExactly("f = 4.5   ∂f/∂x = 3  ∂f/∂y = 9");
        assertThat(run("f(x, y) = x^2 y\ngrad f", "3", "")).isEmpty();
        assertThat(said).isEmpty();
        assertThat(run("y = x^2\ngrad y", "what", "3")).isEmpty();
        assertThat(said).last().isEqualTo("y = 9   ∂y/∂x = 6");
    }

    @Test
    void aLetterOfTheSameNameOutsideIsNotMeant() {
        assertThat(shown("let x = 7\ng(u) = x u\nf(x) = g(x)\ngrad f at 2\nx")).contains("f = 14   ∂f/∂x = 7", "7");
        assertThat(shown("x = 7\ng(u) = x u^2\nf(x) = g(x)\ngrad f' at 7")).contains("f' = 98   ∂f'/∂x = 14");
    }
}
