package ag.docs;

import static org.assertj.core.api.Assertions.assertThat;

import ag.host.Host;
import ag.lang.source.SourceText;
import ag.machine.ThisMachine;
import ag.result.Result;
import ag.session.Interruption;
import ag.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pictures of the documentation are what the program draws today; {@code -Dgolden.update=true} draws them again. */
final class PicturesTest {
    private static final Path PICTURES = Path.of("docs", "pictures");

    @TempDir
    private Path folder;

    @Test
    void thePicturesAreThoseThatAreDrawn() throws IOException {
        boolean update = Boolean.getBoolean("golden.update");
        Path drawn = update ? PICTURES : folder;
        Host host = ThisMachine.host((path, _) -> drawn.resolve(path));
        List<Result> results = new ArrayList<>();
        String program = Files.readString(PICTURES.resolve("pictures.ag"));
        assertThat(new Session(results::add, host, Interruption.none()).run(new SourceText("pictures.ag", program)))
                .isEmpty();
        try (Stream<Path> pictures = Files.list(PICTURES)) {
            List<Path> all =
                    pictures.filter(path -> path.toString().endsWith(".svg")).toList();
            assertThat(all).isNotEmpty();
            for (Path picture : all) {
                assertThat(drawn.resolve(picture.getFileName())).hasSameTextualContentAs(picture);
            }
        }
    }
}
