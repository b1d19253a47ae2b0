package ag.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ag.InstalledProgram;
import ag.files.ModelFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that is full, and a folder that must not be written into, really are so: a small file system of its own, mounted for
 * the child process alone. That needs Linux with user namespaces; elsewhere these tests are skipped.
 */
@EnabledIf(value = "canMount", disabledReason = "needs unshare(1) and unprivileged user namespaces")
@Tag("slow")
final class FullDiskTest {
    private static final String NETWORKS = """
        data d = make_moons(n = 20, seed = 1)
        mlp small { input 2; layer 1; seed 2 }
        mlp large { input 2; layer 100 tanh; layer 100 tanh; layer 1; seed 2 }
        """;

    @TempDir
    private Path folder;

    static boolean canMount() {
        return InstalledProgram.runs("unshare", "-Urm", "sh", "-c", "mount -t tmpfs -o size=4k tmpfs /mnt");
    }

    @Test
    void onAFullDiskTheOldFilesStay() throws Exception {
        Outcome outcome = onDiskOf(
                "64k",
                ":",
                NETWORKS + "save small to \"model\"; save small to \"exported\"; save small to \"checkpoint\"",
                NETWORKS + "save large to \"model\"",
                NETWORKS + "export large to \"exported\"",
                NETWORKS + "train large on d { optimizer adam(lr = 0.1); epochs 1; checkpoint \"checkpoint\" }");
        assertThat(outcome.said())
                .contains(
                        "error: model: the disk is full",
                        "error: exported: the disk is full",
                        "error: checkpoint: the disk is full",
                        "nothing was changed; make room");
        assertThat(outcome.left()).containsExactlyInAnyOrder("model", "exported", "checkpoint");
        for (String file : outcome.left()) {
            assertThat(ModelFile.read(folder.resolve("left").resolve(file)).parameters())
                    .hasSize(3);
        }
    }

    @Test
    void aPictureThatDoesNotFitLeavesTheOldOne() throws Exception {
        String write = "plot sin(x) for x in 0..1 to \"file.png\"";
        Outcome outcome = onDiskOf("16k", "echo old > file.png", "print 1", write);
        assertThat(outcome.said()).contains("the disk is full");
        assertThat(outcome.left()).containsExactly("file.png");
        assertThat(folder.resolve("left/file.png")).hasContent("old");
    }

    @Test
    void aReadOnlyFolderIsSaidToBeOne() throws Exception {
        Outcome outcome = onDiskOf(
                "1m",
                "mount -o remount,ro .",
                NETWORKS + "save small to \"file\"",
                NETWORKS + "save large to \"file\"");
        assertThat(outcome.said()).contains("error: file: this file is read-only");
        assertThat(ModelFile.read(folder.resolve("left/file")).parameters()).hasSize(3);
        outcome = onDiskOf("1m", "mount -o remount,ro .", "print 1", NETWORKS + "save large to \"new\"");
        assertThat(outcome.said()).contains("error: new: it cannot be written", "nothing was changed");
        assertThat(outcome.left()).isEmpty();
    }

    @Test
    void aDeviceThatIsFullSaysSo() throws Exception {
        assumeThat(Path.of("/dev/full")).as("only Linux has it").exists();
        Call call = Call.of("-e", NETWORKS + "save large to \"/dev/full\"");
        assertThat(call.status()).isOne();
        assertThat(call.error()).contains("/dev/full: the disk is full");
        assertThat(Files.isRegularFile(Path.of("/dev/full"))).isFalse();
    }

    private record Outcome(String said, List<String> left) {}

    /** Runs a program on a disk of its own, a command of the shell, and more programs; copies what is on the disk then. */
    private Outcome onDiskOf(String size, String between, String first, String... more) throws Exception {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        Path left = folder.resolve("left");
        Path one = Files.writeString(folder.resolve("first.ag"), first);
        List<String> others = new ArrayList<>();
        for (String program : more) {
            Path file = folder.resolve("more" + others.size() + ".ag");
            others.add(Files.writeString(file, program).toString());
        }
        String script = "mount -t tmpfs -o size=" + size + " tmpfs " + disk + " && cd " + disk + " && \"$@\" " + one
                + " && " + between + "; \"$@\" " + String.join(" ", others) + "; echo status $?; rm -rf " + left
                + "; cp -a . " + left;
        List<String> command = new ArrayList<>(List.of("unshare", "-Urm", "sh", "-c", script, "sh"));
        command.addAll(ChildProcess.command());
        Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).as(said).isZero();
        assertThat(said).contains("status 1");
        try (Stream<Path> files = Files.list(left)) {
            return new Outcome(
                    said, files.map(file -> file.getFileName().toString()).toList());
        }
    }
}
