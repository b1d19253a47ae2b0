package ag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
final class RehearsalTest {
    @Test
    void whatTheCacheIsRecordedFromRunsToItsLastLineInBothFormats() throws Exception {
        List<String> command =
                ChildProcess.java(List.of("-XX:TieredStopAtLevel=1"), WarmUpRun.class, "--quiet", "training.ag");
        Process process = new ProcessBuilder(command)
                .directory(new File("src/main/sh"))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String shown = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(shown.lines().filter(line -> line.startsWith("error: ") || line.startsWith("{\"kind\":\"error\"")))
                .as("one mistake, made on purpose, in the last line")
                .hasSize(2)
                .allMatch(line -> line.contains("undefined_name"));
        assertThat(process.waitFor()).isZero();
    }
}
