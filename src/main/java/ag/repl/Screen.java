package ag.repl;

import ag.print.Ascii;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * Where a conversation is shown.
 *
 * @param out takes text that ends where a line ends
 * @param width how many columns there are at the moment
 */
record Screen(Consumer<String> out, IntSupplier width) {
    /** Shows lines; nothing where the text is empty. */
    void print(String lines, Preferences preferences) {
        if (!lines.isEmpty()) {
            out.accept((preferences.unicode() ? lines : Ascii.of(lines)) + "\n");
        }
    }
}
