package ag.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example runs, keeps what it asserts, and prints what stands in {@code src/test/resources/examples}. */
final class ExampleTest {
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");
    private static final Path OUTPUTS = Path.of("src", "test", "resources", "examples");
    private static final int LINES_OF_A_SCREEN = 59;
    /** The one example that is a whole program. */
    private static final Path PROGRAM = Path.of("examples", "microgpt.ag");

    private static final int LINES_OF_A_PROGRAM = 150;

    static List<Path> examples() throws IOException {
        return files(Path.of("examples"), ".ag");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExamplePrintsWhatStandsBesideIt(Path example, @TempDir Path scratch) throws IOException {
        PrintedSession session = new PrintedSession(scratch);
        assertThat(session.run(example.toString(), Files.readString(example))).isEmpty();
        String printed = String.join("\n", session.text()) + "\n";
        Path expected = OUTPUTS.resolve(name(example, ".ag") + ".out");
        if (UPDATE) {
            Files.writeString(expected, printed);
        }
        assertThat(printed).isEqualTo(Files.readString(expected));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleSaysInOneLineWhatItShowsAndFitsOnAScreen(Path example) throws IOException {
        List<String> lines = Files.readAllLines(example);
        assertThat(lines).hasSizeLessThanOrEqualTo(example.equals(PROGRAM) ? LINES_OF_A_PROGRAM : LINES_OF_A_SCREEN);
        assertThat(lines.getFirst()).startsWith("# ").endsWith(".");
        assertThat(lines.get(1)).doesNotStartWith("#");
    }

    @Test
    void everyOutputBelongsToAnExample() throws IOException {
        assertThat(files(OUTPUTS, ".out"))
                .map(output -> name(output, ".out"))
                .isEqualTo(
                        examples().stream().map(example -> name(example, ".ag")).toList());
    }

    @Test
    void thePageOfThirtyKindsNamesEveryExample() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("docs", "programs.md")).stream()
                .filter(line -> line.contains("../examples/"))
                .toList();
        assertThat(rows).hasSize(30);
        assertThat(String.join("", rows))
                .contains(examples().stream()
                        .map(example -> "(../" + example + ")")
                        .toList());
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path file, String ending) {
        return file.getFileName().toString().replace(ending, "");
    }
}
