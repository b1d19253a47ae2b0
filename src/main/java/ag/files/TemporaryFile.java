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

    /**
     * Nobody needs this long between two blocks of a file. Process numbers would tell sooner who was killed, but not in a
     * folder that several machines share.
     */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private TemporaryFile() {}

    /** A new, empty file in the folder, with the permissions that new files get there. */
    static Path in(Path folder) throws IOException {
        removeAbandoned(folder);
        String name = Long.toHexString(ThreadLocalRandom.current().nextLong());
        return Files.createFile(folder.resolve(PREFIX + name + SUFFIX));
    }

    private static void removeAbandoned(Path folder) {
        FileTime since = FileTime.from(Instant.now().minus(ABANDONED));
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            for (Path file : left) {
                if (Files.getLastModifiedTime(file).compareTo(since) < 0) {
                    discard(file);
                }
            }
        } catch (IOException | DirectoryIteratorException untidy) {
            // Tidying up keeps nobody from writing; what is wrong with the folder will show then.
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
