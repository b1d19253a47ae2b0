package ag.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a file cannot be written, by what is found in its place. */
final class FileTroubleTest {
    @TempDir
    private Path folder;

    private static String told(Path file, IOException cause) {
        return FileTrouble.writing(file, cause).problem();
    }

    /** What lies where the folder should be may be nothing, or a file. */
    @Test
    void aFileIsNoFolder() throws IOException {
        IOException cause = new IOException("not so");
        Path file = Files.writeString(folder.resolve("a"), "");
        assertThat(told(folder.resolve("nowhere").resolve("m.json"), cause)).startsWith("there is no folder ");
        assertThat(told(file.resolve("m.json"), cause)).startsWith("there is no folder ");
        assertThat(told(folder.resolve("m.json"), cause)).doesNotContain("there is no folder");
        assertThat(told(folder.resolve("m.json"), new AccessDeniedException("m.json")))
                .startsWith("there is no permission to write into the folder ");
    }
}
