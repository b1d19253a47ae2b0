package ag.files;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Objects;
import java.util.Set;

/**
 * Writes files whole or not at all. The content goes to a temporary file in the same folder, from there onto the disk, and
 * only then takes the place of the old file, in one step: whoever is killed on the way, runs out of disk or reads meanwhile
 * finds the old file or the new one, never a mixture.
 */
public final class WholeFile {
    /** As many links in a row as Linux follows. */
    private static final int MOST_LINKS = 40;

    private WholeFile() {}

    /** Produces the content of a file. */
    @FunctionalInterface
    public interface Content {
        /** Writes everything to {@code out}, which it leaves open. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Makes {@code content} the content of the file, which is created if it is not there yet. A symbolic link is followed.
     *
     * @throws StoreException if that fails; the file is then as it was before
     */
    public static void write(Path file, byte[] content) {
        write(file, out -> out.write(content));
    }

    /** As {@link #write(Path, byte[])}, for content too large to be held in memory. */
    public static void write(Path file, Content content) {
        if (Files.isDirectory(file)) {
            throw StoreException.of(file, "this is a folder", "name a file in it");
        }
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                writeThrough(file, content);
            } else {
                replace(behindLinks(file), file, content);
            }
        } catch (IOException failure) {
            throw FileTrouble.writing(file, failure);
        }
    }

    /** A device or a pipe holds nothing that could be lost, and must not be replaced by an ordinary file. */
    private static void writeThrough(Path device, Content content) throws IOException {
        try (OutputStream out = new FileOutputStream(device.toFile())) {
            content.writeTo(out);
        }
    }

    private static void replace(Path place, Path named, Content content) throws IOException {
        boolean replaces = Files.exists(place);
        if (replaces && !Files.isWritable(place)) {
            throw StoreException.of(
                    named, "this file is read-only", "write to another file, or allow writing to this one");
        }
        Path folder = Objects.requireNonNull(place.getParent(), "a file is in a folder");
        Path temporary = TemporaryFile.in(folder);
        try {
            if (replaces) {
                keepPermissions(place, temporary);
            }
            // Not a FileChannel: an interrupt, which ends training, would close it in the middle of the last
            // checkpoint.
            try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
                content.writeTo(out);
                out.getFD().sync();
            }
            Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            TemporaryFile.discard(temporary);
        }
        rememberMove(folder);
    }

    private static Path behindLinks(Path file) throws IOException {
        Path place = file.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(place); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemLoopException(file.toString());
            }
            place = place.resolveSibling(Files.readSymbolicLink(place));
        }
        return place;
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        if (!from.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(from);
        if (!Files.getPosixFilePermissions(to).equals(permissions)) {
            Files.setPosixFilePermissions(to, permissions);
        }
    }

    /** Has the move survive a power failure too, where the system lets a folder be synchronized. */
    private static void rememberMove(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notHere) {
            // Windows cannot do this. The file itself is complete, in its old or its new form.
        }
    }
}
