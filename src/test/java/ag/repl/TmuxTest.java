package ag.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ag.InstalledProgram;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Drives the real program in a real terminal. */
@Timeout(300)
@Tag("slow")
final class TmuxTest {
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    Path state;

    private String server = "";
    private int servers;

    @BeforeEach
    void tmuxIsThere() {
        assumeTrue(
                InstalledProgram.runs("tmux", "-V"),
                "tmux is not installed, and the real terminal is not driven without it");
    }

    @AfterEach
    void end() {
        InstalledProgram.runs("tmux", "-S", server, "kill-server");
    }

    @Test
    void aLearnerTalksToTheRealProgram() throws Exception {
        start(80, 24, "TERM=xterm-256color");
        type("let a = 2");
        press("Enter");
        await("a = 2\nag>");
        type("a^2 + 1");
        await("= 5   d/da = 4");
        press("Enter");
        await("ag> a^2 + 1\n5\nag>");
        type("nobody*2");
        press("Enter");
        await("ag> nobody*2\n    ^^^^^^\nerror: unknown name 'nobody'");
        type("f(");
        press("Enter");
        await("...>");
        press("C-c");
        await("...>\nag>");
        type("2*tan");
        press("Tab");
        await("hyperbolic tangent, from -1 to 1");
        press("C-c");
        type("let");
        press("Up");
        await("ag> let a = 2");
        press("C-c");
        press("C-d");
        await("left with 0");
    }

    @Test
    void ctrlCStopsATrainingAndTheSessionGoesOn() throws Exception {
        start(80, 24, "TERM=xterm-256color");
        type("mlp net { input 2; layer 64 tanh; layer 1 }; data d = make_moons(n = 2000)");
        press("Enter");
        await("ag>");
        type("train net on d { loss bce_logits; optimizer sgd(lr = 0.01); epochs 1000000 }");
        press("Enter");
        await("epoch ");
        press("C-c");
        await("interrupted; what was computed before is kept");
        type("6*7");
        press("Enter");
        await("42\nag>");
    }

    @Test
    void ctrlCEndsWaitingForAPipe() throws Exception {
        Path pipe = state.resolve("pipe");
        run("mkfifo", pipe.toString());
        start(80, 24, "TERM=xterm-256color");
        for (String reading : List.of("lines", "csv")) {
            type("print 6*7; " + reading + "(\"" + pipe + "\")");
            press("Enter");
            await("\n42");
            press("C-c");
            await("interrupted; what was computed before is kept");
            type("print \"goes on\"");
            press("Enter");
            await("\ngoes on\nag>");
            press("C-l");
        }
    }

    @Test
    void aDumbTerminalIsServedPlainly() throws Exception {
        start(40, 20, "TERM=dumb");
        type("let a = 2; grad a^2");
        press("Enter");
        await("a^2 = 4   d(a^2)/da = 4\nag>");
        type("let b");
        await("ag> let b");
        press("C-c");
        await("ag> let b^C\nag>");
        type("print 6*7; while true { k = 6 }");
        press("Enter");
        await("\n42");
        press("C-c");
        await("interrupted; what was computed");
        press("C-d");
        await("left with 0");
    }

    @Test
    void aSessionThatIsKilledComesBack() throws Exception {
        start(80, 24, "TERM=xterm-256color");
        type("let precious = 42");
        press("Enter");
        await("precious = 42\nag>");
        kill();
        await("left with 137");
        InstalledProgram.runs("tmux", "-S", server, "kill-server");
        start(80, 24, "TERM=xterm-256color");
        await(":load");
        type(":load");
        press("Enter");
        await("precious = 42\nag>");
        type("precious/2");
        press("Enter");
        await("21\nag>");
    }

    @Test
    void aTerminalThatNobodyKnowsIsUsedWithoutAWord() throws Exception {
        start(80, 24, "TERM=a-new-kind");
        type("1 + 1");
        press("Enter");
        await("ag> 1 + 1\n2\nag>");
        assertThat(run("tmux", "-S", server, "capture-pane", "-p"))
                .startsWith("ag ")
                .doesNotContain("a-new-kind");
    }

    private void start(int width, int height, String terminal) throws Exception {
        List<String> program = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.jline.terminal.provider=jni",
                "-cp",
                classPath(),
                "ag.cli.Main");
        String shell = "env " + terminal + " XDG_STATE_HOME=" + state + " " + String.join(" ", program)
                + "; echo left with $?; sleep 60";
        server = state.resolve("tmux" + ++servers).toString();
        run("tmux", "-S", server, "new-session", "-d", "-x", "" + width, "-y", "" + height, shell);
        await("ag>");
    }

    /** Ends the program as a crash does: it gets no chance to tidy up. */
    private void kill() throws Exception {
        long shell = Long.parseLong(run("tmux", "-S", server, "display-message", "-p", "#{pane_pid}")
                .strip());
        ProcessHandle.of(shell).orElseThrow().descendants().forEach(ProcessHandle::destroyForcibly);
    }

    /** Some that run tests load the classes by a loader of their own. */
    private static String classPath() {
        return Repl.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs())
                        .map(url -> Path.of(URI.create(url.toString())).toString())
                        .collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    private void type(String text) throws Exception {
        run("tmux", "-S", server, "send-keys", "-l", "--", text);
    }

    private void press(String... keys) throws Exception {
        List<String> command = new ArrayList<>(List.of("tmux", "-S", server, "send-keys"));
        command.addAll(Arrays.asList(keys));
        run(command.toArray(String[]::new));
    }

    private void await(String text) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        String shown = "";
        while (System.nanoTime() < end) {
            shown = run("tmux", "-S", server, "capture-pane", "-p").stripTrailing();
            if (shown.contains(text)) {
                return;
            }
            Thread.sleep(20);
        }
        assertThat(shown).contains(text);
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(String.join(" ", command) + "\n" + output)
                .isZero();
        return output;
    }
}
