package ag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A source file stays short: one that grows longer has more than one reason to change, and is split by them. */
final class FileLengthTest {
    private static final int MOST_LINES = 400;

    /** Classes that read best whole, because each is one algorithm or one table. */
    private static final Set<String> WHOLE = Set.of("Tape", "Elementary");

    @Test
    void onlyOneAlgorithmOrOneTableFillsALongFile() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            List<Path> files =
                    sources.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(files.stream().filter(FileLengthTest::isLong).map(FileLengthTest::name))
                    .containsExactlyInAnyOrderElementsOf(WHOLE);
        }
    }

    private static boolean isLong(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count() > MOST_LINES;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }
}
