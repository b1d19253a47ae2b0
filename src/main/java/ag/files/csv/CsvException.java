package ag.files.csv;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a CSV file, where, and where possible what to do about it, in the words of its author. */
public final class CsvException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String file;
    private final int line;
    private final @Nullable String column;
    private final String problem;
    private final @Nullable String hint;

    private CsvException(String file, int line, @Nullable String column, String problem, @Nullable String hint) {
        super(file + (line > 0 ? ":" + line : "") + ": " + problem + (hint == null ? "" : ". " + hint));
        this.file = file;
        this.line = line;
        this.column = column;
        this.problem = problem;
        this.hint = hint;
    }

    static CsvException inFile(String file, String problem, @Nullable String hint) {
        return new CsvException(file, 0, null, problem, hint);
    }

    static CsvException atLine(String file, int line, String problem, @Nullable String hint) {
        return new CsvException(file, line, null, problem, hint);
    }

    static CsvException inColumn(String file, int line, String column, String problem, @Nullable String hint) {
        return new CsvException(file, line, column, "column '" + column + "': " + problem, hint);
    }

    /** The file, as it was named by whoever asked for it. */
    public String file() {
        return file;
    }

    /** The line where the row begins that has the mistake, counted from 1; empty where it is the file as a whole. */
    public OptionalInt line() {
        return line > 0 ? OptionalInt.of(line) : OptionalInt.empty();
    }

    /** The name of the column that has the mistake; empty where it is not one column. */
    public Optional<String> column() {
        return Optional.ofNullable(column);
    }

    /** What is wrong, without the place. */
    public String problem() {
        return problem;
    }

    /** What to do about it, as a sentence. */
    public Optional<String> hint() {
        return Optional.ofNullable(hint);
    }
}
