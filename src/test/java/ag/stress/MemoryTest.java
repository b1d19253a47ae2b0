package ag.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Memory that runs out ends the program, not the session. */
final class MemoryTest {
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
        String output = inLittleMemory("let w = 5; L = w^2", bomb, "set w = 6; L", "zeros(3)");
        assertThat(output.lines())
                .satisfiesExactly(
                        error -> assertThat(error).contains("\"code\":\"out-of-memory\"", "--max-memory"),
                        value -> assertThat(value).contains("\"value\":36.0"),
                        vector -> assertThat(vector).contains("[0.0,0.0,0.0]"));
    }

    private static String inLittleMemory(String... programs) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                java,
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                SmallMemory.class.getName());
        builder.command().addAll(List.of(programs));
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output;
    }
}
