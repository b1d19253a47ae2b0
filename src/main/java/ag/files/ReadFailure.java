package ag.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/**
 * Why a file cannot be read, in the same words for programs, data sets, models and checkpoints.
 *
 * @param reason what is wrong, as it stands behind {@code cannot read net.json:}
 * @param known whether it is one of the usual reasons; if not, {@code reason} is what the system says
 * @param hint what to do; empty where there is nothing to add
 */
public record ReadFailure(String reason, boolean known, String hint) {
    private static final int LONGEST_SHOWN = 40;

    /** What is said of a folder that is read as if it were a file. */
    public static final String FOLDER = "this is a folder";

    /** The reason of a failure. */
    public static ReadFailure of(IOException failure) {
        return switch (failure) {
            case NoSuchFileException _ ->
                new ReadFailure("there is no such file", true, "give the path from the folder you are in");
            case AccessDeniedException _ -> new ReadFailure("there is no permission to read it", true, "");
            case FileSystemException failed
            when FOLDER.equals(failed.getReason()) -> new ReadFailure(FOLDER, true, "name a file in it");
            case FileSystemException failed -> unknown(failed.getReason());
            default -> unknown(failure.getMessage());
        };
    }

    private static ReadFailure unknown(@Nullable String reason) {
        return new ReadFailure(reason == null ? "it cannot be used" : reason, false, "");
    }

    /** A text of a file as it is shown in a message: in quotes, on one line, and not longer than a message should be. */
    public static String quoted(String text) {
        String line = text.replaceAll("\\R", "⏎");
        boolean fits = line.codePointCount(0, line.length()) <= LONGEST_SHOWN;
        return "'" + (fits ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST_SHOWN)) + "…") + "'";
    }

    /** What is wrong, as it stands behind the name of the file. */
    public String problem() {
        return known ? reason : "it cannot be read: " + reason;
    }
}
