package ag.repl;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Size;
import org.jline.terminal.impl.jni.JniNativePty;
import org.jline.terminal.impl.jni.JniTerminalProvider;

/**
 * Runs a REPL on a terminal without a screen, and types what people type first. The launcher lets the JVM record its start-up cache
 * meanwhile: only what has been used gets into it.
 */
public final class Rehearsal {
    /** What is typed, and what the screen then shows; where it does not, the rehearsal goes on all the same. */
    private record Step(String keys, String shown) {}

    private static final List<Step> STEPS = List.of(
            new Step("", Conversation.PROMPT),
            new Step("let x = 2\r", Conversation.PROMPT),
            new Step("y = hyper", "hyper"),
            new Step("\u0015y = sq\t", "sqrt"),
            new Step("(x)", "d/dx"),
            new Step("\r", Conversation.PROMPT),
            new Step("grad y\r", Conversation.PROMPT),
            new Step("\u001b[A\u0015nobody\r", Conversation.PROMPT),
            new Step(":vars\r", Conversation.PROMPT),
            new Step("\u0004", ""));

    private static final Duration LONGEST_STEP = Duration.ofMinutes(1);
    private static final Duration LONGEST_END = Duration.ofMinutes(10);

    private final JniNativePty terminal;
    private final StringBuilder screen = new StringBuilder();

    private Rehearsal(JniNativePty terminal) {
        this.terminal = terminal;
    }

    /**
     * Types into a REPL until it has ended.
     *
     * @param command starts the REPL
     */
    public static void main(String... command) throws IOException, InterruptedException {
        try (var terminal = (JniNativePty) new JniTerminalProvider().open(null, new Size(80, 24))) {
            new Rehearsal(terminal).run(command);
        }
    }

    private void run(String... command) throws IOException, InterruptedException {
        File device = new File(terminal.getName());
        Process repl = new ProcessBuilder(command)
                .redirectInput(device)
                .redirectOutput(device)
                .redirectError(device)
                .start();
        Thread.ofPlatform().daemon().start(this::watch);
        try {
            OutputStream keyboard = terminal.getMasterOutput();
            for (Step step : STEPS) {
                clear();
                keyboard.write(step.keys().getBytes(StandardCharsets.UTF_8));
                await(step.shown());
            }
            repl.waitFor(LONGEST_END.toSeconds(), TimeUnit.SECONDS);
        } finally {
            repl.destroyForcibly();
        }
    }

    private void watch() {
        byte[] buffer = new byte[4096];
        InputStream shown = terminal.getMasterInput();
        try {
            for (int n = shown.read(buffer); n >= 0; n = shown.read(buffer)) {
                show(new String(buffer, 0, n, StandardCharsets.UTF_8));
            }
        } catch (IOException closed) {
            // The REPL has ended.
        }
    }

    private synchronized void clear() {
        screen.setLength(0);
    }

    private synchronized void show(String text) {
        screen.append(text);
        notifyAll();
    }

    private synchronized void await(String text) throws InterruptedException {
        Instant end = Instant.now().plus(LONGEST_STEP);
        while (screen.indexOf(text) < 0) {
            long left = Duration.between(Instant.now(), end).toMillis();
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }
}
