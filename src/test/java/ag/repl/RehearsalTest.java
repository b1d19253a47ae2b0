package ag.repl;

import static org.assertj.core.api.Assertions.assertThat;

import ag.cli.ChildProcess;
import ag.cli.Main;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
final class RehearsalTest {
    @TempDir
    Path folder;

    @Test
    @DisabledOnOs(
            value = OS.WINDOWS,
            disabledReason = "Windows has no pseudo terminals of this kind, and keeps no cache")
    void whatIsTypedReachesTheReplAndLeavesItAsItShould() throws Exception {
        List<String> command = new ArrayList<>(List.of("env", "XDG_STATE_HOME=" + folder, "TERM=xterm-256color"));
        command.addAll(ChildProcess.java(
                List.of(
                        "-Dag.terminals=012",
                        "-Dorg.jline.terminal.provider=jni",
                        "--enable-native-access=ALL-UNNAMED"),
                Main.class));
        Rehearsal.main(command.toArray(String[]::new));

        assertThat(Files.readAllLines(folder.resolve("ag/history")))
                .as("Tab has completed the name of the function")
                .contains("let x = 2", "y = sqrt(x)", "grad y");
        try (var logs = Files.list(folder.resolve("ag/sessions"))) {
            List<Path> one = logs.toList();
            assertThat(one).hasSize(1);
            assertThat(Files.readString(one.getFirst())).contains("y = sqrt(x)").endsWith("# left\n");
        }
    }
}
