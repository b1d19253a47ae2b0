package ag.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ag.InstalledProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The archive that {@code mvn -Prelease package} has made runs where it is unpacked, with an empty PATH. */
@Tag("slow")
@Timeout(300)
final class ImageTest {
    private static final Path RELEASE = Path.of("target", "release");

    @TempDir
    private Path folder;

    private Path root = Path.of("");

    @BeforeEach
    void unpack() throws Exception {
        assumeThat(RELEASE).as("mvn -Prelease package makes it").isDirectory();
        try (Stream<Path> files = Files.list(RELEASE)) {
            Path archive = files.filter(file -> file.toString().endsWith(".tar.gz"))
                    .findFirst()
                    .orElseThrow();
            run(List.of(
                    "tar",
                    "-C",
                    folder.toString(),
                    "-xzf",
                    archive.toAbsolutePath().toString()));
        }
        try (Stream<Path> files = Files.list(folder)) {
            root = files.findFirst().orElseThrow();
        }
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", command.getFirst().equals("tar") ? "/usr/bin:/bin" : "");
        Process process = builder.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }

    private String ag(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(root.resolve("bin/ag").toString()));
        command.addAll(List.of(arguments));
        return run(command);
    }

    @Test
    void itRunsProgramsAndDraws() throws Exception {
        assertThat(ag("-e", "let a = 2, b = 3, c = 4, d = 5; L = ((a*b)+c)*(a+d); grad L"))
                .isEqualTo("L = 70   ∂L/∂a = 31  ∂L/∂b = 14  ∂L/∂c = 7  ∂L/∂d = 10\n");
        Path picture = folder.resolve("p.png");
        ag("-e", "plot sin(x) for x in 0..1 to \"" + picture + "\"");
        assertThat(Files.readAllBytes(picture)).startsWith(0x89, 'P', 'N', 'G');
        assertThat(ag("--version")).startsWith("ag ");
    }

    @Test
    void itsStartUpCacheHoldsWhereItIsUnpacked() throws Exception {
        assertThat(run(List.of(
                        root.resolve("runtime/bin/java").toString(),
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:AOTMode=on",
                        "-XX:AOTCache=" + root.resolve("lib/start/program.aot"),
                        "-cp",
                        root.resolve("lib/ag.jar").toString(),
                        "ag.cli.Main",
                        "-e",
                        "6*7")))
                .isEqualTo("42\n");
    }

    /** What was taken out of Java and of the libraries is missed by none. */
    @Test
    void itRunsAllProgramsOfTheTests() throws Exception {
        List<String> arguments = new ArrayList<>(List.of("run", "--quiet"));
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/programs"))) {
            files.filter(file -> file.toString().endsWith(".ag"))
                    .sorted()
                    .map(file -> file.toAbsolutePath().toString())
                    .forEach(arguments::add);
        }
        assertThat(arguments).hasSizeGreaterThan(100);
        ag(arguments.toArray(String[]::new));
        String drawn = ag("-e", """
            let a = 2, b = 3
            L = a*b^2
            graph L to "graph.png"
            graph L to "graph.svg"
            explore L to "page.html"
            mlp net { input 2; layer 4 tanh; layer 1 }
            save net to "net.json"
            export net to "net.onnx"
            load again from "net.onnx"
            """);
        assertThat(drawn).contains("wrote graph to graph.png", "wrote ONNX model");
    }

    @Test
    void itTalksInATerminal() throws Exception {
        assumeThat(InstalledProgram.runs("script", "--version")).isTrue();
        Path typed = Files.writeString(folder.resolve("typed"), "let a = 2\nL = a^3\ngrad L\n:quit\n");
        ProcessBuilder builder = new ProcessBuilder(
                        "script", "-qc", root.resolve("bin/ag").toString(), "/dev/null")
                .redirectInput(typed.toFile())
                .redirectErrorStream(true);
        builder.environment().put("TERM", "xterm");
        builder.environment().put("HOME", folder.toString());
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        assertThat(printed).contains("L = 8   ∂L/∂a = 12");
    }

    @Test
    void thePackageRunsWhereItIsUnpacked() throws Exception {
        assumeThat(InstalledProgram.runs("dpkg-deb", "--version")).isTrue();
        try (Stream<Path> files = Files.list(RELEASE)) {
            Path archive = files.filter(file -> file.toString().endsWith(".deb"))
                    .findFirst()
                    .orElseThrow();
            Path unpacked = folder.resolve("system");
            Process process = new ProcessBuilder("dpkg-deb", "-x", archive.toString(), unpacked.toString())
                    .inheritIO()
                    .start();
            assertThat(process.waitFor()).isZero();
            assertThat(run(List.of(unpacked.resolve("usr/bin/ag").toString(), "-e", "6*7")))
                    .isEqualTo("42\n");
            assertThat(unpacked.resolve("usr/share/man/man1/ag.1.gz")).isNotEmptyFile();
            assertThat(unpacked.resolve("usr/share/doc/ag/copyright")).isNotEmptyFile();
            assertThat(Files.size(archive)).isLessThan(45_000_000);
        }
    }

    @Test
    void itHasManPageCompletionsAndLicences() {
        assertThat(root.resolve("share/man/man1/ag.1")).content().contains(".SH OPTIONS", "\\-\\-max\\-time");
        assertThat(root.resolve("share/bash-completion/completions/ag"))
                .content()
                .contains("complete -o filenames -F _ag ag");
        assertThat(root.resolve("share/zsh/site-functions/_ag")).content().startsWith("#compdef ag");
        assertThat(root.resolve("share/fish/vendor_completions.d/ag.fish"))
                .content()
                .contains("complete -c ag");
        assertThat(root.resolve("share/licences/README.md")).content().contains("OpenJDK");
    }
}
