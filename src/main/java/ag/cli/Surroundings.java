package ag.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the program finds around itself when it is started; tests give it their own.
 *
 * @param input where a program can be read from, and whether a person types there
 * @param output where results go, and whether a person reads them there
 * @param error where everything else goes, and whether a person reads it there
 * @param environment the environment variables
 * @param unicode whether what is written may be more than ASCII
 * @param columns how wide the terminal is, where there is one
 */
public record Surroundings(
        Source input, Sink output, Sink error, Map<String, String> environment, boolean unicode, IntSupplier columns) {
    /** A stream to read, and whether it is a terminal. */
    public record Source(InputStream stream, boolean isTerminal) {}

    /** A stream to write, and whether it is a terminal. */
    public record Sink(OutputStream stream, boolean isTerminal) {}

    /** Those of the process. */
    @SuppressWarnings("SystemConsoleNull") // Java 25 has no console again where one of the ends is no terminal.
    static Surroundings ofProcess() {
        Map<String, String> environment = System.getenv();
        String terminals = System.getProperty("ag.terminals", "");
        if (terminals.isEmpty()) {
            Console console = System.console();
            terminals = console != null && console.isTerminal() ? "012" : "";
        }
        return new Surroundings(
                new Source(new FileInputStream(FileDescriptor.in), terminals.contains("0")),
                new Sink(new FileOutputStream(FileDescriptor.out), terminals.contains("1")),
                new Sink(new FileOutputStream(FileDescriptor.err), terminals.contains("2")),
                environment,
                isUnicode(System.getProperty("ag.locale"), System.getProperty("native.encoding", "UTF-8")),
                new TerminalColumns(environment));
    }

    /**
     * Whether a locale such as {@code de_DE.UTF-8} writes more than ASCII. Where none is set at all, as in most containers, it does.
     *
     * @param locale what the launcher found in the environment; null where there was no launcher to look
     * @param nativeEncoding what Java found
     */
    static boolean isUnicode(@Nullable String locale, String nativeEncoding) {
        if (locale != null && locale.isEmpty()) {
            return true;
        }
        String charset = (locale == null ? nativeEncoding : locale).toLowerCase(Locale.ROOT);
        return charset.contains("utf-8") || charset.contains("utf8");
    }

    /** The same, with nothing but ASCII written. */
    Surroundings inAscii() {
        return new Surroundings(input, output, error, environment, false, columns);
    }

    /** Whether what is written there may be more than ASCII: not on a terminal that calls itself dumb. */
    boolean isUnicode(Sink sink) {
        return unicode && !(sink.isTerminal() && isDumb());
    }

    private boolean isDumb() {
        return environment.getOrDefault("TERM", "").equals("dumb");
    }

    boolean has(String variable) {
        return !environment.getOrDefault(variable, "").isEmpty();
    }

    /** Whether to write in colours there: on a terminal that knows them, unless they were turned off. */
    boolean isColourful(Sink sink) {
        return sink.isTerminal() && !has("NO_COLOR") && !isDumb();
    }
}
