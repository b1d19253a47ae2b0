package ag.stress;

import static org.assertj.core.api.Assertions.assertThat;

import ag.cli.ChildProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Memory follows what is still reachable, and where it runs out that ends the program, not the session. */
@Tag("slow")
final class LittleMemoryTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "zeros(1e8)",
                "v = [1]; while true { v = concat(v, v) }",
                "let a = 1; y = a; while true { y = y + a }",
                "s = \"a\"; while true { s = s + s }",
                "s = \"a\"; while true { s = \"{s}{s}\" }",
                "let A = ones(2000, 2000); A @ A",
                "mlp n { input 10000; layer 10000 }",
                "data d = make_moons(n = 100000000)",
                "mlp n { input 2; layer 1300 tanh; layer 1300 tanh; layer 1 }; data d = make_moons(n = 2000); "
                        + "train n on d { loss mse; optimizer adam(lr = 0.1); epochs 100; threads 2 }",
                "f(n) = { v = zeros(1e6); f(n + 1) + v[0] }; f(0)",
            })
    void aBombEndsInAMessageAndTheSessionLives(String bomb) throws Exception {
        assertThat(outputIn("64m", List.of("let w = 5; L = w^2", bomb, "set w = 6; L", "zeros(3)")))
                .satisfiesExactly(
                        error -> assertThat(error).contains("\"code\":\"out-of-memory\"", "--max-memory"),
                        value -> assertThat(value).contains("\"value\":36.0"),
                        vector -> assertThat(vector).contains("[0.0,0.0,0.0]"));
    }

    @Test
    void aLongDescentNeedsTheMemoryOfOneStep() throws Exception {
        assertThat(outputIn("32m", descent(1_000_000))).containsExactly("w = 3");
    }

    @Test
    void aLongSessionDoesNotGrowByWhatItHasDropped() throws Exception {
        List<String> entries = Collections.nCopies(200, "let a = 1; y = a; repeat 20000 { y = y + a }");
        assertThat(outputIn("64m", entries)).isEmpty();
    }

    @Test
    void aFormulaThatNeedsMoreMemoryThanThereIsHasNoValueAndTheSessionLives() throws Exception {
        String formulas = "let k = 1; L = if k > 3 then sum(zeros(9e7) + k) else k; M = 2k";
        assertThat(outputIn("64m", List.of(formulas, "set k = 5", Entries.DEFINITIONS, "set k = 2; L + M")))
                .satisfiesExactly(
                        input -> assertThat(input).isEqualTo("k = 5"),
                        bomb -> assertThat(bomb).isEqualTo("L = no value: there is no memory left for this"),
                        formula -> assertThat(formula).isEqualTo("M = 10"),
                        value -> assertThat(value).contains("\"value\":6.0"));
    }

    @Test
    void aProductOfMatricesNeedsNoListOfItsSixtyMillionFactors() throws Exception {
        String inputs = "let A = [[i + j for j in 0..<400] for i in 0..<400], B = ones(400, 400)";
        String product = "L = sum(transpose(A) @ B); backward L; print [L, A.grad[3][5], B.grad[3][5]]";
        assertThat(outputIn("200m", List.of(inputs, product))).containsExactly("[25536000000, 400, 81000]");
    }

    @Test
    void whatWasHalfMadeWhenMemoryRanOutIsGivenBack() throws Exception {
        List<String> programs = new ArrayList<>(List.of("let w = 5; L = w^2; k = [w, 2w, 3L]"));
        for (int i = 0; i < 5; i++) {
            programs.add("s = 0; while true { s = s + w }");
            programs.add("s = 0; let v = ones(100000); sum(v^2 + L); print k");
        }
        assertThat(outputIn("64m", programs))
                .hasSize(15)
                .filteredOn(line -> !line.contains("out-of-memory"))
                .containsOnly(
                        "[5, 10, 75]",
                        "{\"kind\":\"value\",\"file\":\"entry\",\"line\":1,\"name\":null,\"type\":\"number\",\"value\":2600000.0}")
                .hasSize(10);
    }

    @Test
    @EnabledIfSystemProperty(named = "long", matches = ".*")
    void tenMillionStepsOfDescentIn256Megabytes() throws Exception {
        assertThat(outputIn("256m", descent(10_000_000))).containsExactly("w = 3");
    }

    @Test
    @EnabledIfSystemProperty(named = "long", matches = ".*")
    void aGraphOfTenMillionOperationsInAGigabyte() throws Exception {
        String program = "let a = 1\ny = a\nrepeat 5000000 { y = 0.5y + a }\nprint grad(y, a)\n";
        assertThat(outputIn("1g", List.of(program))).containsExactly("2");
    }

    private static List<String> descent(int steps) {
        return List.of(
                "let w = 5; L = (w - 3)^2; repeat " + steps + " { set w = w - 0.1*grad(L, w) }; print \"w = {w}\"");
    }

    /** What programs print that run one after the other in a session with little memory. */
    private static List<String> outputIn(String memory, List<String> programs)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ChildProcess.java(List.of("-Xmx" + memory), Entries.class, programs.toArray(String[]::new)))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output.lines().toList();
    }
}
