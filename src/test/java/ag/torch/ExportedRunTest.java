package ag.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ag.InstalledProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be done with an exported program: several processes, checkpoints, precision, and the way back. */
@Tag("slow")
final class ExportedRunTest {
    private static final Path GOLDENS = Path.of("src/test/resources/torch");
    private static final Percentage NEAR = Percentage.withPercentage(1e-7);

    @TempDir
    private Path folder;

    private final PyTorch torch = PyTorch.here();

    private double[] export(String name) throws Exception {
        Files.copy(Path.of("examples/data/citrus.csv"), folder.resolve("citrus.csv"));
        return Exported.by(Files.readString(GOLDENS.resolve(name + ".ag")), folder)
                .losses();
    }

    private String run(String... arguments) throws Exception {
        return ended(torch.run(folder, arguments));
    }

    private static String ended(PyTorch.Said said) {
        assertThat(said.status()).as(said.errors()).isZero();
        return said.out();
    }

    /** Three processes make unequal parts, and empty ones of the last batch of a single sample. */
    @ParameterizedTest
    @ValueSource(strings = {"batches", "classes", "search", "file", "custom"})
    void severalProcessesGiveTheSameLosses(String name) throws Exception {
        double[] losses = export(name);
        int processes = name.equals("batches") ? 3 : 2;
        double[] theirs = SameLossesTest.losses(ended(torch.runAll(folder, processes, name + ".py", "--json")));
        assertThat(theirs).hasSameSizeAs(losses);
        for (int i = 0; i < losses.length; i++) {
            assertThat(theirs[i]).as("epoch %d", i).isCloseTo(losses[i], NEAR);
        }
    }

    /** The page takes moons from the prompt to two processes. */
    @Test
    void pageGivesTheSameLossesInTwoProcesses() throws Exception {
        String page = Files.readString(Path.of("docs/pytorch.md"));
        String commands = page.substring(page.indexOf("```ag\n") + 6, page.indexOf("```\n\n```sh"));
        String shell = page.substring(page.indexOf("```sh\n") + 6, page.indexOf("```\n\n`train.py`"));
        assertThat(shell).isEqualTo("torchrun --nproc_per_node 2 train.py\n");
        double[] losses = Exported.by(commands, folder).losses();
        double[] theirs = SameLossesTest.losses(ended(torch.runAll(folder, 2, "train.py", "--json")));
        assertThat(theirs).hasSize(50);
        for (int i = 0; i < losses.length; i++) {
            assertThat(theirs[i]).as("epoch %d", i).isCloseTo(losses[i], NEAR);
        }
    }

    @Test
    void helpSaysTheOptions() throws Exception {
        export("file");
        assertThat(run("file.py", "--help"))
                .contains("The training of the network net", "--data", "--resume", "--dtype", "(citrus.csv)");
    }

    @Test
    void progressAndAccuracyArePrinted() throws Exception {
        export("batches");
        assertThat(run("batches.py").lines().toList())
                .hasSize(4)
                .first()
                .asString()
                .startsWith("epoch 1 of 12: loss 0.");
    }

    @Test
    void checkpointGoesOnAsIfItHadNeverStopped() throws Exception {
        double[] losses = export("file");
        run("file.py", "--epochs", "4", "--checkpoint", "c.pt");
        double[] theirs = SameLossesTest.losses(run("file.py", "--json", "--resume", "c.pt"));
        assertThat(theirs).hasSameSizeAs(losses);
        assertThat(theirs[losses.length - 1]).isCloseTo(losses[losses.length - 1], NEAR);
    }

    @Test
    void halfThePrecisionIsNearby() throws Exception {
        double[] losses = export("plain");
        double[] theirs = SameLossesTest.losses(run("plain.py", "--json", "--dtype", "float32"));
        assertThat(theirs[5]).isNotEqualTo(losses[5]).isCloseTo(losses[5], Percentage.withPercentage(0.01));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "custom", "classes"})
    void whatWasLearnedComesBack(String name) throws Exception {
        export(name);
        run(name + ".py", "--save", "back.json");
        String program = Files.readString(GOLDENS.resolve(name + ".ag"));
        Exported.by(program + """
            load again from "back.json"
            assert again.parameters ≈ net.parameters within 1e-9
            assert again(d.inputs[0]) ≈ net(d.inputs[0]) within 1e-9
            """.replace("d.inputs", name.equals("classes") ? "blobs.inputs" : "d.inputs"), folder);
    }

    @Test
    void codeIsClean() throws Exception {
        List<String> files;
        try (Stream<Path> all = Files.list(GOLDENS)) {
            files = all.map(path -> path.toAbsolutePath().toString())
                    .filter(path -> path.endsWith(".py"))
                    .toList();
        }
        assertThat(files).hasSizeGreaterThanOrEqualTo(6);
        List<String> compile = new ArrayList<>(List.of("-c", """
            import sys
            for path in sys.argv[1:]:
                compile(open(path).read(), path, "exec")
            """));
        compile.addAll(files);
        run(compile.toArray(String[]::new));
        for (String linter : List.of("pyflakes", "pycodestyle")) {
            assumeThat(InstalledProgram.runs("/usr/bin/python3", "-m", linter, "--version"))
                    .as(linter)
                    .isTrue();
            List<String> arguments = new ArrayList<>(List.of("-m", linter));
            arguments.addAll(files);
            PyTorch.Said said = torch.run(folder, arguments.toArray(String[]::new));
            assertThat(said.out() + said.errors()).isEmpty();
        }
    }
}
