package ag.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pipe that nobody writes to, and a device without an end: reading them is ended as everything else is. */
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no pipes and devices among its files")
@Tag("slow")
final class PipesTest {
    @TempDir
    private Path folder;

    private String pipe = "";

    @BeforeEach
    void makeThePipe() throws Exception {
        pipe = folder.resolve("pipe").toString();
        assertThat(new ProcessBuilder("mkfifo", pipe).start().waitFor()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lines(PIPE)", "csv(PIPE)", "import PIPE", "data d = csv(PIPE, target = \"y\")"})
    void aProgramThatWaitsEndsInTime(String program) {
        Call call = Call.of("--max-time", "300ms", "-e", "print 1; " + program.replace("PIPE", '"' + pipe + '"'));
        assertThat(call.output()).isEqualTo("1\n");
        assertThat(call.error()).contains("longer than --max-time allows", "^^^^");
        assertThat(call.status()).isEqualTo(124);
    }

    @Test
    void aProgramThatNeverComesEndsInTimeToo() {
        Call call = Call.of("--max-time", "300ms", pipe);
        assertThat(call.error()).contains("longer than --max-time allows");
        assertThat(call.status()).isEqualTo(124);
        assertThat(Call.of("--json", "--max-time", "300ms", pipe).output()).contains("\"file\":\"" + pipe);
        assertThat(Call.of("test", "--max-time", "300ms", pipe).status()).isEqualTo(124);
    }

    @Test
    void networksAndCheckpointsComeFromFiles() {
        assertThat(Call.of("-e", "load net from \"" + pipe + "\"").error()).contains("this is not an ordinary file");
        String training =
                "data d = xor(); mlp net { input 2; layer 1 }; train net on d { optimizer sgd(lr = 1); resume ";
        assertThat(Call.of("-e", training + '"' + pipe + "\" }").error()).contains("this is not an ordinary file");
    }

    @Test
    void aDeviceWithoutAnEndIsNamed() {
        assumeThat(Path.of("/dev/zero")).as("a device that gives zeros").exists();
        assertThat(Call.of("-e", "csv(\"/dev/zero\")").error())
                .contains("a value in this row is longer than a million characters");
        assertThat(Call.of("-e", "lines(\"/dev/zero\")").error()).contains("it has zero bytes, so it is no text");
        assertThat(Call.of("/dev/zero").error()).contains("it has zero bytes, so it is no text");
    }

    /** SIGTERM while nothing comes: the error is written, and the shell sees what ended the program. */
    @ParameterizedTest
    @ValueSource(strings = {"lines(PIPE)", "csv(PIPE)", "while true { }", "print sum(sin(i) for i in 1..1e8)"})
    void whoIsToldToEndSaysSo(String program) throws Exception {
        Process child = new ProcessBuilder(ChildProcess.command(
                        "--json", "-e", "print \"waits\"; " + program.replace("PIPE", '"' + pipe + '"')))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = new BufferedReader(new InputStreamReader(child.getInputStream(), UTF_8))) {
            assertThat(output.readLine()).contains("waits");
            child.toHandle().destroy(); // the process itself would close what it says, too
            assertThat(output.readLine())
                    .contains("\"kind\":\"error\"", "\"code\":\"interrupted\"")
                    .as("it stopped where it was, and was not left behind")
                    .doesNotContain("\"column\":1,");
            assertThat(output.readLine()).isNull();
            assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(child.exitValue()).isEqualTo(143);
        } finally {
            child.destroyForcibly();
        }
    }
}
