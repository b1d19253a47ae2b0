package ag.cli;

import ag.result.print.Ascii;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A stream of lines on the way out. On a terminal each shows at once; elsewhere they are gathered, though not for long. Nothing
 * is thrown where the other end has closed, as {@code head -1} does: {@link #isClosed} tells.
 */
final class LineOutput {
    private static final int BUFFER = 1 << 16;
    private static final long LONGEST_WAIT = 50_000_000;

    private final OutputStream stream;
    private final boolean immediate;
    private final boolean unicode;
    private long lastFlush = System.nanoTime();
    private boolean closed;
    private int passing;
    private String problem = "";

    LineOutput(Surroundings.Sink sink, boolean unicode) {
        this.stream = new BufferedOutputStream(sink.stream(), BUFFER);
        this.immediate = sink.isTerminal();
        this.unicode = unicode;
    }

    /** Writes lines; nothing where the text is empty. */
    synchronized void print(String lines) {
        if (lines.isEmpty() || closed) {
            return;
        }
        endPassing();
        try {
            stream.write((unicode ? lines : Ascii.of(lines)).getBytes(StandardCharsets.UTF_8));
            stream.write('\n');
            if (immediate || System.nanoTime() - lastFlush > LONGEST_WAIT) {
                stream.flush();
                lastFlush = System.nanoTime();
            }
        } catch (IOException failed) {
            close(failed);
        }
    }

    /** Shows a line that the next one takes the place of. */
    synchronized void passing(String line) {
        write("\r" + line + " ".repeat(Math.max(0, passing - line.length())));
        passing = line.length();
    }

    /** Wipes the passing line off. */
    synchronized void endPassing() {
        if (passing > 0) {
            write("\r" + " ".repeat(passing) + "\r");
            passing = 0;
        }
    }

    private void write(String text) {
        try {
            if (!closed) {
                stream.write((unicode ? text : Ascii.of(text)).getBytes(StandardCharsets.UTF_8));
                stream.flush();
            }
        } catch (IOException failed) {
            close(failed);
        }
    }

    synchronized void flush() {
        try {
            if (!closed) {
                stream.flush();
                lastFlush = System.nanoTime();
            }
        } catch (IOException failed) {
            close(failed);
        }
    }

    /** Whether the reader has gone, or nothing can be written. */
    synchronized boolean isClosed() {
        return closed;
    }

    /** Why nothing can be written any more; empty where the reader just went away. */
    synchronized String problem() {
        return problem;
    }

    private void close(IOException failed) {
        closed = true;
        String reason = String.valueOf(failed.getMessage());
        problem = reason.toLowerCase(Locale.ROOT).contains("pipe") ? "" : reason;
    }
}
