package ag.fuzz;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Replays the corpus: inputs that led the fuzzer to code it had not seen, and whatever it finds to break a promise. */
@Tag("slow")
final class CorpusTest {
    private static final Path CORPUS = Path.of("src", "test", "resources", "fuzz");

    @TestFactory
    Stream<DynamicContainer> nothingInTheCorpusBreaksAPromise() {
        return Stream.of(
                replay("program", ProgramTarget::fuzzerTestOneInput),
                replay("csv", CsvTarget::fuzzerTestOneInput),
                replay("model", ModelTarget::fuzzerTestOneInput),
                replay("checkpoint", CheckpointTarget::fuzzerTestOneInput));
    }

    private static DynamicContainer replay(String folder, Consumer<byte[]> target) {
        return dynamicContainer(
                folder,
                files(CORPUS.resolve(folder)).stream()
                        .map(file -> dynamicTest(
                                file.getFileName().toString(), () -> target.accept(Files.readAllBytes(file)))));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.sorted().toList();
            if (found.isEmpty()) {
                throw new IllegalStateException("the corpus is gone: " + folder);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
