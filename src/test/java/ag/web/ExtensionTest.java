package ag.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The tests of the extension for Visual Studio Code, with its stand-in for the editor and the real program. */
@Tag("web")
@Timeout(600)
final class ExtensionTest {
    private static final Path EXTENSION = Path.of("editors", "vscode");

    @Test
    void itsOwnTestsPass() throws Exception {
        npm("ci", "--no-audit", "--no-fund", "--loglevel=error");
        npm("run", "check");
        npm("run", "build");
        assertThat(npm("test")).contains("# fail 0", "# skipped 0");
    }

    private static String npm(String... arguments) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder("npm").directory(EXTENSION.toFile()).redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        builder.environment().put("AG", Path.of("ag").toAbsolutePath().toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
