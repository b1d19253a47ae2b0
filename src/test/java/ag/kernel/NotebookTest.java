package ag.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ag.InstalledProgram;
import ag.cli.ChildProcess;
import ag.cli.Main;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Jupyter's own client speaks with the kernel, and runs the notebooks of {@code examples}. */
@Tag("slow")
@Timeout(600)
final class NotebookTest {
    private static final String PYTHON = "/usr/bin/python3";

    @TempDir
    private Path data;

    @BeforeEach
    void install() throws Exception {
        assumeThat(InstalledProgram.runs(PYTHON, "-c", "import jupyter_client, nbclient"))
                .isTrue();
        List<String> flags = List.of("-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED");
        KernelSpec.install(
                ChildProcess.java(flags, Main.class),
                Map.of("JUPYTER_DATA_DIR", data.toString()),
                System.getProperty("os.name"));
    }

    @Test
    void theKernelSpeaksJupytersProtocol() throws Exception {
        python(Path.of("."), "src/test/python/kernel.py");
    }

    @Test
    void theNotebooksGiveWhatStandsInThem() throws Exception {
        Path examples = Path.of("examples");
        try (Stream<Path> files = Files.list(examples)) {
            List<String> notebooks = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".ipynb"))
                    .sorted()
                    .toList();
            assertThat(notebooks).hasSize(3);
            List<String> words = new ArrayList<>(List.of("../src/test/python/notebooks.py"));
            words.addAll(notebooks);
            python(examples, words.toArray(String[]::new));
        }
    }

    private void python(Path folder, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(PYTHON, "-W", "ignore"));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("JUPYTER_DATA_DIR", data.toString());
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
    }
}
