package ag.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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

    static Stream<Arguments> signals() {
        return Stream.of("lines(PIPE)", "csv(PIPE)", "while true { }", "print sum(sin(i) for i in 1..1e8)")
                .flatMap(program -> Stream.of(Arguments.of("INT", 130, program), Arguments.of("TERM", 143, program)));
    }

    /** A signal while nothing comes: the error is written at once, and the shell sees what ended the program. */
    @ParameterizedTest
    @MethodSource("signals")
    void whoIsToldToEndSaysSo(String signal, int status, String program) throws Exception {
        assumeThat(signal.equals("INT") && isInterruptIgnored())
                .as("a parent that ignores SIGINT hands that on")
                .isFalse();
        Process child = new ProcessBuilder(ChildProcess.command(
                        "--json", "-e", "print \"waits\"; " + program.replace("PIPE", '"' + pipe + '"')))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = new BufferedReader(new InputStreamReader(child.getInputStream(), UTF_8))) {
            assertThat(output.readLine()).contains("waits");
            String[] kill = {"kill", "-" + signal, Long.toString(child.pid())};
            long told = System.nanoTime();
            assertThat(new ProcessBuilder(kill).start().waitFor()).isZero();
            assertThat(output.readLine())
                    .contains("\"kind\":\"error\"", "\"code\":\"interrupted\"")
                    .as("it stopped where it was, and was not left behind")
                    .doesNotContain("\"column\":1,");
            assertThat(output.readLine()).isNull();
            assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - told))
                    .as("the goodbye waits two seconds for what does not listen")
                    .isLessThan(Duration.ofSeconds(2));
            assertThat(child.exitValue()).isEqualTo(status);
        } finally {
            child.destroyForcibly();
        }
    }

    /** Background jobs of a shell are started so. */
    private static boolean isInterruptIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }
}
