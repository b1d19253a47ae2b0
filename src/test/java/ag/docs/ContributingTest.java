package ag.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps the files true that {@code CONTRIBUTING.md} names. */
final class ContributingTest {
    private static final Pattern FILE = Pattern.compile("`((?:src|grammar|docs)/[^` ]+)`");

    @Test
    void everyFileThatItNamesIsThere() throws IOException {
        List<Path> named = FILE.matcher(Files.readString(Path.of("CONTRIBUTING.md")))
                .results()
                .map(found -> Path.of(found.group(1)))
                .toList();
        assertThat(named)
                .hasSizeGreaterThan(15)
                .allSatisfy(file -> assertThat(file).exists());
    }
}
