package ag.files;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** Says why a file could not be written or read, where, and where possible what to do about it, in the words of its user. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String file;
    private final int line;
    private final String problem;
    private final String hint;

    private StoreException(String file, int line, String problem, String hint) {
        super(file + (line > 0 ? ":" + line : "") + ": " + problem + (hint.isEmpty() ? "" : ". " + hint));
        this.file = file;
        this.line = line;
        this.problem = problem;
        this.hint = hint;
    }

    /** It is the file as a whole. */
    static StoreException of(Path file, String problem, String hint) {
        return new StoreException(file.toString(), 0, problem, hint);
    }

    /** It is this line of the file, counted from 1. */
    static StoreException atLine(Path file, int line, String problem, String hint) {
        return new StoreException(file.toString(), line, problem, hint);
    }

    /** The file, as it was named by whoever asked for it. */
    public String file() {
        return file;
    }

    /** The line that has the mistake, counted from 1; empty where it is the file as a whole. */
    public OptionalInt line() {
        return line > 0 ? OptionalInt.of(line) : OptionalInt.empty();
    }

    /** What is wrong, without the place. */
    public String problem() {
        return problem;
    }

    /** What to do about it. */
    public Optional<String> hint() {
        return hint.isEmpty() ? Optional.empty() : Optional.of(hint);
    }
}
