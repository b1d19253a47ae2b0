package ag.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ag.InstalledProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The build writes down the commit where there is one, and of this project alone. */
@Tag("slow")
final class WriteCommitTest {
    @TempDir
    private Path folder;

    @Test
    void aCheckoutHasACommit() throws Exception {
        assumeThat(InstalledProgram.runs("git", "--version")).isTrue();
        assertThat(written(folder)).isEqualTo("unknown\n");
        git("init", "-q");
        assertThat(written(folder)).isEqualTo("unknown\n");
        Files.writeString(folder.resolve("a"), "1");
        git("add", "a");
        git("-c", "user.name=a", "-c", "user.email=a@localhost", "commit", "-q", "-m", "a");
        String commit = written(folder);
        assertThat(commit).matches("[0-9a-f]{12}\n").isEqualTo(written(folder));
        Files.writeString(folder.resolve("a"), "2");
        assertThat(written(folder)).isEqualTo(commit.strip() + "-dirty\n");
        assertThat(written(Files.createDirectory(folder.resolve("inside")))).isEqualTo("unknown\n");
    }

    private void git(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(words));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    private static String written(Path project) throws Exception {
        Path file = project.resolve("target/commit.txt");
        Process build = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        Path.of("src/main/build/WriteCommit.java").toString(),
                        project.toString(),
                        file.toString())
                .inheritIO()
                .start();
        assertThat(build.waitFor()).isZero();
        return Files.readString(file);
    }
}
