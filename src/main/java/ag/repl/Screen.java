package ag.repl;

import ag.result.print.Ascii;
import ag.result.print.Width;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** Where a conversation is shown. */
final class Screen {
    /** How wide the sign is that a terminal may write for Ctrl-C, behind a passing line. */
    private static final int CTRL_C = 2;

    private final Consumer<String> out;
    private final IntSupplier width;
    private final boolean moves;
    /** How wide the line is that the next one takes the place of. */
    private int passing;

    /**
     * @param out takes text that ends where a line ends, or begins one again
     * @param width how many columns there are at the moment
     * @param moves whether a line can take the place of another, as on a terminal
     */
    Screen(Consumer<String> out, IntSupplier width, boolean moves) {
        this.out = out;
        this.width = width;
        this.moves = moves;
    }

    int width() {
        return width.getAsInt();
    }

    /** How wide a passing line may be. */
    int passingWidth() {
        return Math.max(0, width() - 1 - CTRL_C);
    }

    /** Shows lines; nothing where the text is empty. */
    void print(String lines, Preferences preferences) {
        if (!lines.isEmpty()) {
            endPassing();
            out.accept(written(lines, preferences) + "\n");
        }
    }

    /** Shows a line that the next one takes the place of; nothing where none can. */
    void pass(String line, Preferences preferences) {
        if (moves) {
            String written = written(line, preferences);
            String fitting = written.substring(0, Math.min(written.length(), passingWidth()));
            out.accept("\r" + fitting + " ".repeat(Math.max(0, passing - Width.of(fitting))));
            passing = Width.of(fitting);
        }
    }

    /** Wipes the passing line off. */
    void endPassing() {
        if (passing > 0) {
            out.accept("\r" + " ".repeat(passing + CTRL_C) + "\r");
            passing = 0;
        }
    }

    private static String written(String text, Preferences preferences) {
        return preferences.unicode() ? text : Ascii.of(text);
    }
}
