package ag.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.IntSupplier;

/**
 * How many columns the terminal has: what the variable {@code COLUMNS} says or, once it is asked for, the program {@code stty}, for Java
 * has no way to find out.
 */
final class TerminalColumns implements IntSupplier {
    /** What is assumed where nothing tells. */
    static final int USUAL = 80;

    private final Map<String, String> environment;
    private int known;

    TerminalColumns(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public synchronized int getAsInt() {
        if (known == 0) {
            int said = columns(environment.getOrDefault("COLUMNS", ""));
            int told = said > 0 ? said : columns(sizeOfTerminal());
            known = told > 0 ? told : USUAL;
        }
        return known;
    }

    /** The last number of a text such as {@code 24 80}; 0 where there is none. */
    private static int columns(String text) {
        String last = text.strip().replaceFirst("^\\d+ ", "");
        return last.matches("\\d{1,5}") ? Integer.parseInt(last) : 0;
    }

    private static String sizeOfTerminal() {
        try {
            Process asked = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(asked.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException nobodyToAsk) {
            return "";
        }
    }
}
