package ag;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Holds every Java source to the layout of palantir-java-format.
 *
 * <p>A formatter reads sources with the compiler of the Java it runs on, and Maven may run on one that is too old for
 * our syntax. The tests always run on Java 25 or newer, so the check is one of them.
 */
@Tag("slow")
final class FormattingTest {
    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    /** What a table of one row a line is put between, to keep its layout. */
    private static final Pattern TABLE = Pattern.compile("// @formatter:off.*?// @formatter:on", Pattern.DOTALL);

    @Test
    void everySourceIsLaidOutByTheFormatter() throws IOException {
        List<Path> wrong = sources().parallelStream()
                .filter(source -> !read(source).equals(formatted(source)))
                .toList();
        if (Boolean.getBoolean("format.update")) {
            for (Path source : wrong) {
                Files.writeString(source, formatted(source));
            }
            return;
        }
        assertThat(wrong)
                .as("sources to format with: mvn test -Dtest=FormattingTest -Dformat.update=true")
                .isEmpty();
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String formatted(Path source) {
        try {
            String written = read(source);
            Iterator<String> table =
                    TABLE.matcher(written).results().map(MatchResult::group).iterator();
            return TABLE.matcher(FORMATTER.formatSourceAndFixImports(written))
                    .replaceAll(formatted -> Matcher.quoteReplacement(table.next()));
        } catch (FormatterException e) {
            throw new AssertionError(source + " cannot be formatted", e);
        }
    }
}
