package ag.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Puts what the operating system says about a file into words for its user. */
final class FileTrouble {
    /** A disk with less room than this counts as full when a write has failed. */
    private static final long FULL = 64 * 1024;

    private FileTrouble() {}

    /** Why the file could not be written. What it held before is still there. */
    static StoreException writing(Path file, IOException cause) {
        Path folder = folder(file);
        StoreException told;
        if (!Files.isDirectory(folder)) {
            told = StoreException.of(
                    file, "there is no folder " + ReadFailure.quoted(folder.toString()), "create it first");
        } else if (isFull(folder, cause)) {
            told = StoreException.of(
                    file, "the disk is full", "nothing was changed; make room, or write to another disk");
        } else if (cause instanceof AccessDeniedException) {
            told = StoreException.of(
                    file,
                    "there is no permission to write into the folder " + ReadFailure.quoted(folder.toString()),
                    "choose another folder, or ask for the permission");
        } else {
            told = StoreException.of(file, "it cannot be written: " + reason(cause), "nothing was changed");
        }
        told.initCause(cause);
        return told;
    }

    /** Why the file could not be read. */
    static StoreException reading(Path file, IOException cause) {
        ReadFailure failure = ReadFailure.of(cause);
        StoreException told = StoreException.of(file, failure.problem(), failure.hint());
        told.initCause(cause);
        return told;
    }

    private static Path folder(Path file) {
        return Objects.requireNonNullElse(file.getParent(), Path.of("."));
    }

    /** The system's message may be in any language, so the room that is left decides too. */
    private static boolean isFull(Path folder, IOException cause) {
        String reason = reason(cause);
        if (reason.contains("No space left") || reason.contains("quota exceeded")) {
            return true;
        }
        try {
            return Files.getFileStore(folder).getUsableSpace() < FULL && !(cause instanceof AccessDeniedException);
        } catch (IOException unknown) {
            return false;
        }
    }

    /** What the system says, without the name of a temporary file that the user has never heard of. */
    private static String reason(IOException cause) {
        String reason = cause instanceof FileSystemException failure ? failure.getReason() : cause.getMessage();
        return Objects.requireNonNullElse(reason, cause.getClass().getSimpleName());
    }
}
