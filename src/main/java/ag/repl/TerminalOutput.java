package ag.repl;

import ag.result.print.Width;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jline.builtins.Less;
import org.jline.builtins.Source;
import org.jline.terminal.Terminal;

/** Writes to a terminal; what is longer than its window is shown page by page, where it can be. */
record TerminalOutput(Terminal terminal) {
    private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;]*m");

    void write(String text) {
        if (isDumb() || rows(text) < terminal.getHeight() || terminal.getHeight() < 4) {
            terminal.writer().write(text);
            terminal.flush();
        } else {
            page(text);
        }
    }

    boolean isDumb() {
        return terminal.getType().startsWith(Terminal.TYPE_DUMB);
    }

    private void page(String text) {
        Less pager = new Less(terminal, Path.of(""));
        pager.noInit = true;
        pager.quitAtSecondEof = true;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            pager.run(new Source.InputStreamSource(new ByteArrayInputStream(bytes), true, "q leaves, space goes on"));
        } catch (IOException failed) {
            terminal.writer().write(text);
        } catch (InterruptedException left) {
            // Ctrl-C leaves the pager, and nothing else.
        }
        terminal.flush();
    }

    private int rows(String text) {
        int width = Math.max(1, terminal.getWidth());
        return COLOURS.matcher(text)
                .replaceAll("")
                .lines()
                .mapToInt(line -> Math.max(1, (Width.of(line) + width - 1) / width))
                .sum();
    }
}
