package ag.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A file beside the one that is being written, to be moved there when it is complete. A process that is killed leaves it
 * behind; the next one to write into the same folder removes it.
 */
final class TemporaryFile {
    private static final String PREFIX = ".ag-";
    private static final String SUFFIX = ".tmp";

    /** No program needs this long between two blocks of a file: of files that another machine may be writing, this alone tells. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private static final String PLACE = place();

    private TemporaryFile() {}

    /** A new, empty file in the folder, with the permissions that new files get there. */
    static Path in(Path folder) throws IOException {
        removeAbandoned(folder);
        String name = Long.toHexString(ThreadLocalRandom.current().nextLong());
        return Files.createFile(
                folder.resolve(PREFIX + writer(ProcessHandle.current().pid()) + "-" + name + SUFFIX));
    }

    /** Who writes a file: where process numbers count, and the number. */
    private static String writer(long process) {
        return PLACE + "-" + process;
    }

    /**
     * Names the machine, and the container on it, as far as one process can see another: numbers of processes mean nothing in a folder
     * that machines share. Empty where the system does not tell.
     */
    private static String place() {
        try {
            String machine = Files.readString(Path.of("/proc/sys/kernel/random/boot_id"));
            String numbers =
                    Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
            return Integer.toHexString((machine + numbers).hashCode());
        } catch (IOException | UnsupportedOperationException notTold) {
            return "";
        }
    }

    /** Whether the process that was writing the file is known to be no more. */
    private static boolean wasKilled(Path file) {
        String[] parts = file.getFileName().toString().split("-", -1);
        if (PLACE.isEmpty() || parts.length != 4 || !parts[1].equals(PLACE)) {
            return false;
        }
        try {
            return ProcessHandle.of(Long.parseLong(parts[2])).isEmpty();
        } catch (NumberFormatException notOurs) {
            return false;
        }
    }

    private static void removeAbandoned(Path folder) {
        FileTime since = FileTime.from(Instant.now().minus(ABANDONED));
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            for (Path file : left) {
                if (wasKilled(file) || Files.getLastModifiedTime(file).compareTo(since) < 0) {
                    discard(file);
                }
            }
        } catch (IOException | DirectoryIteratorException untidy) {
            // Tidying up does not keep a program from writing; what is wrong with the folder will show then.
        }
    }

    /** Removes the file if it is still there. A failure is passed over: it comes after one that says more. */
    static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException leftBehind) {
            // The next write into this folder will try again.
        }
    }
}
