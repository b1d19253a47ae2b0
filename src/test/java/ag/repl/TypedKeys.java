package ag.repl;

import ag.machine.FileAccess;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jline.builtins.ScreenTerminal;
import org.jline.terminal.Size;
import org.jline.terminal.impl.ExternalTerminal;

/** A REPL on a terminal whose keys a test types and whose screen it reads. */
final class TypedKeys implements AutoCloseable {
    static final String ENTER = "\r";
    static final String TAB = "\t";
    static final String UP = "\u001b[A";
    static final String RIGHT = "\u001bOC";
    static final String CTRL_C = "\u0003";
    static final String CTRL_D = "\u0004";
    static final String CTRL_R = "\u0012";
    static final String ALT_ENTER = "\u001b\r";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ScreenTerminal screen;
    private final ExternalTerminal terminal;
    private final PipedOutputStream keys = new PipedOutputStream();
    private final StringBuilder raw = new StringBuilder();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    /** How the terminal is and what stands around it; each begins as most have it. */
    record Setup(String type, int width, int height, boolean colour, boolean unicode, Path state, FileAccess files) {
        static Setup in(Path state) {
            return new Setup("xterm", 80, 24, false, true, state, FileAccess.ALL);
        }

        Setup type(String name) {
            return new Setup(name, width, height, colour, unicode, state, files);
        }

        Setup size(int columns, int lines) {
            return new Setup(type, columns, lines, colour, unicode, state, files);
        }

        Setup colour(boolean on) {
            return new Setup(type, width, height, on, unicode, state, files);
        }

        Setup unicode(boolean on) {
            return new Setup(type, width, height, colour, on, state, files);
        }

        Setup files(FileAccess allowed) {
            return new Setup(type, width, height, colour, unicode, state, allowed);
        }
    }

    TypedKeys(Setup setup) throws IOException {
        screen = new ScreenTerminal(setup.width(), setup.height());
        terminal = new ExternalTerminal(
                "test", setup.type(), new PipedInputStream(keys, 1 << 16), new Shown(), StandardCharsets.UTF_8);
        terminal.setSize(new Size(setup.width(), setup.height()));
        ReplSetup repl = new ReplSetup(
                setup.files(),
                null,
                setup.colour(),
                setup.unicode(),
                "test",
                Map.of("XDG_STATE_HOME", setup.state().toString()),
                () -> 80,
                List.of());
        Thread conversing = new Thread(() -> converse(repl), "conversation");
        conversing.setDaemon(true);
        conversing.start();
        await(Conversation.PROMPT.strip());
    }

    private void converse(ReplSetup setup) {
        try {
            new Repl(setup, terminal).converse();
            ended.complete(null);
        } catch (RuntimeException | Error failed) {
            ended.completeExceptionally(failed);
        }
    }

    /** Types keys, one after the other. */
    TypedKeys type(String... typed) {
        try {
            for (String key : typed) {
                keys.write(key.getBytes(StandardCharsets.UTF_8));
                keys.flush();
            }
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Waits until the screen shows the text. */
    String await(String text) {
        return await(shown -> shown.contains(text), "'" + text + "' to show");
    }

    /** Waits until the screen shows what is wanted, and gives its lines without the spaces at their ends. */
    String await(Predicate<String> wanted, String what) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            String shown = shown();
            if (wanted.test(shown)) {
                return shown;
            }
            if (ended.isCompletedExceptionally()) {
                ended.join();
            }
            pause();
        }
        throw new AssertionError("waited in vain for " + what + ":\n" + shown());
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** The lines of the screen. */
    String shown() {
        StringBuilder lines = new StringBuilder();
        screen.toString()
                .lines()
                .forEach(line -> lines.append(line.stripTrailing()).append('\n'));
        return lines.toString().stripTrailing();
    }

    /** All that was written to the terminal, with the sequences that steer it. */
    String raw() {
        synchronized (raw) {
            return raw.toString();
        }
    }

    /** Waits until the conversation is over. */
    void awaitEnd() {
        ended.orTimeout(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
                .join();
    }

    void resize(int width, int height) {
        screen.setSize(width, height);
        terminal.setSize(new Size(width, height));
        terminal.raise(org.jline.terminal.Terminal.Signal.WINCH);
    }

    @Override
    public void close() throws IOException {
        keys.close();
        awaitEnd();
        terminal.close();
    }

    /** What the program writes goes to the screen, as soon as a character is whole. */
    private final class Shown extends OutputStream {
        private byte[] begun = {};

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            byte[] all = Arrays.copyOf(begun, begun.length + length);
            System.arraycopy(bytes, from, all, begun.length, length);
            int whole = all.length;
            while (whole > 0 && (all[whole - 1] & 0xC0) == 0x80) {
                whole--;
            }
            int first = whole == 0 ? 0 : all[whole - 1] & 0xFF;
            int needed = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
            whole = all.length - whole + 1 < needed ? whole - 1 : all.length;
            begun = Arrays.copyOfRange(all, whole, all.length);
            String text = new String(all, 0, whole, StandardCharsets.UTF_8);
            synchronized (raw) {
                raw.append(text);
            }
            screen.write(text);
        }
    }
}
