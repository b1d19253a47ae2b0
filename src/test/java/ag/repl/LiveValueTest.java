package ag.repl;

import static org.assertj.core.api.Assertions.assertThat;

import ag.lang.source.SourceText;
import ag.machine.FileAccess;
import ag.result.Format;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LiveValueTest {
    private final Workbench bench = new Workbench(FileAccess.NONE, null);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        a^2             | = 9   d/da = 6
        y = a^2         | = 9   d/da = 6
        L + 1           | = 13   d/da = 7
        f(a)            | = 27   d/da = 27
        g(a)            | = 54   d/da = 54
        2 + 3           | = 5
        a*b             | = 6
        k*2             | = 8
        [a, a^2]        | = [3, 9]
        v @ v           | = 14
        let c = a       | = 3   d/da = 1
        ans + 1         | = 13   d/da = 7
        h(x) = x^3      | h'(x) = 3x²
        h(x) = k*x      | h'(x) = 4
        if a > 1 then a else 0 | = 3   d/da = 1
        ab              | = 6
        2ᵃ              | = 8   d/da = 5.54518
        x^2             | = x²   d/dx = 2x
        q = x sin x     | = x·sin(x)   d/dx = x·cos(x) + sin(x)
        p x^2           | = p·x²
        d/dx x^2        | = 2x
        d/da a^2        | = 2a
        dy/dx           | = 2x   d/dx = 2
        y'              | = 2x   d/dx = 2
        f''             | f''(x) = 6x
        f'              | f'(x) = 3x²
        f'(a)           | = 27   d/da = 18
        d/dθ (theta^2)  | = 2θ
        \\frac{a}{2}   | = 1.5   d/da = 0.5
        Σ_{i=1}^{3} i a | = 18   d/da = 6
        y at x = 3      | = 9
        """)
    void aFormulaShowsItsValueAndTheSlopeInItsOneInput(String entry, String expected) {
        run("let a = 2; let b = 2; k = 4; v = [1, 2, 3]; L = a^2 + a; f(x) = x^3; g(x) = 2f(x); set a = 3; y = x^2; L");
        assertThat(live(entry)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2",
                "a +",
                "(a",
                "nobody",
                "a; a",
                "print a",
                "set a = 5",
                "random()",
                "make_moons()",
                "d = make_blobs(10)",
                "make_circles().inputs[0][0]",
                "r + 1",
                "w",
                "t(a)",
                ":vars",
                "tanh",
                "sum(1..100000000)",
                "sum(1..n)",
                "csv(\"x.csv\")",
                "old + 1"
            })
    void nothingShowsForWhatIsNoFormulaOrMightComeOutOtherwise(String entry) {
        run("let a = 2; r = random()*a; n = 1e9; t(x) = { set a = x; x }; for i in 1..2 { w = a*i }; let p = 1;"
                + " old = p; let p = 2");
        assertThat(live(entry)).isEmpty();
    }

    @Test
    void theSessionIsNotTouched() {
        run("let a = 2; L = a^2");
        live("a = 5");
        live("a^2 + 1");
        assertThat(bench.session().definitions())
                .extracting(defined -> defined.name() + " " + defined.role())
                .containsExactly("a input", "L formula");
        assertThat(bench.worked()).hasSize(2);
    }

    @Test
    void whatTakesLongIsGivenUp() {
        run("slow(n) = { s = 0; for i in 1..n { for j in 1..n { s = s + 1 } }; s }");
        long start = System.nanoTime();
        assertThat(live("slow(20000)")).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }

    private void run(String program) {
        assertThat(bench.run(new SourceText("", program), _ -> {})).isEmpty();
    }

    private String live(String entry) {
        LiveSource source = new LiveSource(bench.session().interpreter(), bench.worked());
        return source.needed(entry)
                .flatMap(needed -> new LiveValue(new Format(6)).of(entry, needed))
                .orElse("");
    }
}
