package ag.lang.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A formula whose course depends on an input follows {@code set} as if it had been written with the new value. */
final class DefinitionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "L = if a > 1 then a^2 else 3a",
                "M = if a > 1 then a^2 else 3a; L = M*a + 1",
                "f(x) = if x > 1 then x^2 else 3x; L = f(a) + f(2a)",
                "L = [a^2, 3a, a][if a > 1 then 0 else 2]",
                "L = sum(a^i for i in 1..(if a > 1 then 3 else 2))",
                "L = max([a, 1, a^2])",
                "L = sort([a, 1, 2])[1]*a",
                "f(n) = { s = 0; while s < n { s = s + 0.4 }; s*n }; L = f(a)",
                "(p, q) = if a > 1 then [a, a^2] else [a^2, a]; L = p - 2q",
            })
    void itFollowsItsInput(String formula) {
        for (String value : new String[] {"0.25", "1", "1.75", "3"}) {
            String follows = Outcome.of("let a = 2; " + formula + "; set a = " + value + "; L")
                    .last();
            String anew =
                    Outcome.of("let a = " + value + "; " + formula + "; L").last();
            assertThat(follows).as(value).isEqualTo(anew);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"k = 3; L = if a > 1 then k*a else a | k = 100", "L = random()*a | seed 5"})
    void itKeepsWhatItWasWrittenWith(String formula, String later) {
        String kept = Outcome.of("seed 1; let a = 2; " + formula + "; " + later + "; set a = 3; L")
                .last();
        assertThat(kept)
                .isEqualTo(Outcome.of("seed 1; let a = 3; " + formula + "; L").last());
    }
}
