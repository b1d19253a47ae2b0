package ag.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class WholeFileTest {
    private static final String NO_POSIX = "Windows has neither these permissions nor these links and pipes";

    @TempDir
    private Path folder;

    @Test
    void aNewFileHasTheContent() throws IOException {
        Path file = folder.resolve("new.txt");
        WholeFile.write(file, bytes("one"));
        assertThat(file).hasContent("one");
        assertThat(everythingIn(folder)).containsExactly("new.txt");
    }

    @Test
    void anOldFileIsReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("old.txt"), "something longer than what follows");
        WholeFile.write(file, bytes("two"));
        assertThat(file).hasContent("two");
        assertThat(everythingIn(folder)).containsExactly("old.txt");
    }

    @Test
    void aFileInTheFolderOneIsInNeedsNoFolderInItsName() throws IOException {
        Path file = Path.of("whole-file-test-%x.txt".formatted(System.nanoTime()));
        try {
            WholeFile.write(file, bytes("here"));
            assertThat(file).hasContent("here");
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Test
    void whenTheContentFailsHalfwayTheOldFileStays() throws IOException {
        Path file = Files.writeString(folder.resolve("old.txt"), "old");
        StoreException problem = refused(() -> WholeFile.write(file, out -> {
            out.write(bytes("half of what"));
            throw new IOException("the cable was pulled");
        }));
        assertThat(problem.problem()).isEqualTo("it cannot be written: the cable was pulled");
        assertThat(problem.hint()).contains("nothing was changed");
        assertThat(file).hasContent("old");
        assertThat(everythingIn(folder)).containsExactly("old.txt");
    }

    @Test
    void aMistakeInTheProgramLeavesTheOldFileToo() throws IOException {
        Path file = Files.writeString(folder.resolve("old.txt"), "old");
        assertThatThrownBy(() -> WholeFile.write(file, out -> {
                    out.write(bytes("half"));
                    throw new OutOfMemoryError("as if");
                }))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(file).hasContent("old");
        assertThat(everythingIn(folder)).containsExactly("old.txt");
    }

    @Test
    void aMissingFolderIsNamed() {
        Path file = folder.resolve("missing").resolve("net.json");
        StoreException problem = refused(() -> WholeFile.write(file, bytes("x")));
        assertThat(problem.problem()).startsWith("there is no folder '").contains("missing'");
        assertThat(problem.hint()).contains("create it first");
        assertThat(problem.file()).isEqualTo(file.toString());
    }

    @Test
    void aFolderIsNotReplaced() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        assertThat(refused(() -> WholeFile.write(inner, bytes("x"))).problem()).isEqualTo("this is a folder");
        assertThat(inner).isDirectory();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = NO_POSIX)
    void aReadOnlyFolderIsNamed() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Path file = Files.writeString(inner.resolve("old.txt"), "old");
        Files.setPosixFilePermissions(inner, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeThat(Files.isWritable(inner)).as("root writes anywhere").isFalse();
        StoreException problem = refused(() -> WholeFile.write(file, bytes("new")));
        assertThat(problem.problem()).startsWith("there is no permission to write into the folder '");
        assertThat(file).hasContent("old");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = NO_POSIX)
    void aReadOnlyFileStaysAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("old.txt"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        assumeThat(Files.isWritable(file)).as("root writes anything").isFalse();
        assertThat(refused(() -> WholeFile.write(file, bytes("new"))).problem()).isEqualTo("this file is read-only");
        assertThat(file).hasContent("old");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = NO_POSIX)
    void aFileKeepsItsPermissionsAndANewOneGetsTheUsualOnes() throws IOException {
        Path old = Files.writeString(folder.resolve("old.txt"), "old");
        Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rw-rw----"));
        WholeFile.write(old, bytes("new"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(old)))
                .isEqualTo("rw-rw----");

        Path usual = Files.createFile(folder.resolve("usual.txt"));
        Path fresh = folder.resolve("fresh.txt");
        WholeFile.write(fresh, bytes("new"));
        assertThat(Files.getPosixFilePermissions(fresh)).isEqualTo(Files.getPosixFilePermissions(usual));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = NO_POSIX)
    void aSymbolicLinkStaysOneAndWhatItPointsToIsWritten() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("inner", "file.txt"));
        WholeFile.write(link, bytes("first"));
        assertThat(inner.resolve("file.txt")).hasContent("first");
        WholeFile.write(link, bytes("second"));
        assertThat(inner.resolve("file.txt")).hasContent("second");
        assertThat(link).isSymbolicLink();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = NO_POSIX)
    void linksThatPointAtEachOtherAreRefused() throws IOException {
        Path one = Files.createSymbolicLink(folder.resolve("one"), Path.of("two"));
        Files.createSymbolicLink(folder.resolve("two"), Path.of("one"));
        assertThat(refused(() -> WholeFile.write(one, bytes("x"))).problem()).startsWith("it cannot be written");
    }

    @Test
    @Tag("slow")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = NO_POSIX)
    void aPipeIsWrittenToAndNotReplaced() throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .as("how mkfifo ended, which makes the pipe")
                .isZero();
        CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> {
            try {
                return Files.readString(pipe);
            } catch (IOException e) {
                return e.toString();
            }
        });
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> WholeFile.write(pipe, bytes("through")));
        assertThat(read.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo("through");
        assertThat(Files.isRegularFile(pipe)).isFalse();
    }

    @Test
    void anInterruptDoesNotKeepTheFileFromBeingWritten() {
        Path file = folder.resolve("last checkpoint");
        Thread.currentThread().interrupt();
        try {
            WholeFile.write(file, bytes("saved"));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(file).hasContent("saved");
    }

    @Test
    @Tag("slow")
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux tells which process has ended")
    void whatAKilledProcessLeftBehindIsRemovedAtOnce() throws Exception {
        Path own = TemporaryFile.in(folder);
        Process other = new ProcessBuilder("true").start();
        other.waitFor();
        String ours = "-" + ProcessHandle.current().pid() + "-";
        Path left =
                Files.createFile(folder.resolve(own.getFileName().toString().replace(ours, "-" + other.pid() + "-")));
        WholeFile.write(folder.resolve("net.json"), bytes("x"));
        assertThat(left).doesNotExist();
        assertThat(own).exists();
    }

    @Test
    void whatAKilledProcessLeftBehindIsRemoved() throws IOException {
        Path abandoned = Files.createFile(folder.resolve(".ag-12ab.tmp"));
        Files.setLastModifiedTime(abandoned, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        Path inUse = Files.createFile(folder.resolve(".ag-34cd.tmp"));
        Path another = Files.createFile(folder.resolve("mine.tmp"));
        Files.setLastModifiedTime(another, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        WholeFile.write(folder.resolve("net.json"), bytes("x"));
        assertThat(abandoned).doesNotExist();
        assertThat(inUse).exists();
        assertThat(another).exists();
    }

    private static List<String> everythingIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static StoreException refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(StoreException.class, call);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
