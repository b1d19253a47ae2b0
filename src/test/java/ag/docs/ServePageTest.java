package ag.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ag.InstalledProgram;
import ag.cli.ChildProcess;
import ag.cli.Main;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The client in Python on the page of {@code ag serve} does what the page says. */
@Tag("slow")
@Timeout(120)
final class ServePageTest {
    @Test
    void theClientInPythonWorks() throws Exception {
        assumeThat(InstalledProgram.runs("python3", "--version")).isTrue();
        String client = new Page(Path.of("docs", "serve.md"))
                .blocks().stream()
                        .filter(block -> block.info().equals("python"))
                        .map(Block::text)
                        .collect(Collectors.joining());
        String command = ChildProcess.java(List.of("-XX:TieredStopAtLevel=1"), Main.class, "serve").stream()
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(", "));
        assertThat(client).contains("\"./ag\", \"serve\"");
        Process python = new ProcessBuilder("python3", "-c", client.replace("\"./ag\", \"serve\"", command))
                .redirectErrorStream(true)
                .start();
        String printed = new String(python.getInputStream().readAllBytes(), UTF_8);
        assertThat(python.waitFor()).as(printed).isZero();
        assertThat(printed.lines())
                .containsExactly(
                        "{'a': 12.0}",
                        "x \\, \\left(x \\, \\cos\\left(x\\r" + "ight) + 2 \\, \\sin\\left(x\\r" + "ight)\\r" + "ight)",
                        "error: unknown name 'nosuch'",
                        " --> input:1:1",
                        "  |",
                        "1 | nosuch + 1",
                        "  | ^^^^^^",
                        "  = define it first: let nosuch = 2 makes an input, nosuch = 2 a constant, nosuch(x) = … a"
                                + " function",
                        "['tan', 'tanh']",
                        "hyperbolic tangent, from -1 to 1");
    }
}
