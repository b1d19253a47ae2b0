package ag.data;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which columns of a CSV file become inputs and targets, and what separates its values.
 *
 * @param inputs the input columns in the order wanted; none means every column that is not a target
 * @param targets the target columns; none for data without targets
 * @param separator what stands between two values of a row: a comma, a semicolon, a vertical bar, a tab or blanks
 */
public record CsvOptions(List<CsvColumn> inputs, List<CsvColumn> targets, char separator) {
    public static final String SEPARATORS = ",;|\t";

    /** Any number of blanks and tabs. */
    public static final char BLANKS = ' ';

    public CsvOptions {
        inputs = List.copyOf(inputs);
        targets = List.copyOf(targets);
        if (separator != BLANKS && SEPARATORS.indexOf(separator) < 0) {
            throw new IllegalArgumentException(
                    "values are separated by ',' ';' '|', a tab or blanks, not by '%s'".formatted(separator));
        }
    }

    /** Columns by name, separated by commas; no input names means every column that is not a target. */
    public static CsvOptions named(List<String> inputs, List<String> targets) {
        return new CsvOptions(columns(inputs), columns(targets), ',');
    }

    private static List<CsvColumn> columns(List<String> names) {
        return names.stream().<CsvColumn>map(CsvColumn.Named::new).toList();
    }

    /** Whether a column is pointed at by its name. */
    public boolean hasNames() {
        return Stream.concat(inputs.stream(), targets.stream()).anyMatch(CsvColumn.Named.class::isInstance);
    }

    /** The same columns of a file with another separator. */
    public CsvOptions withSeparator(char separator) {
        return new CsvOptions(inputs, targets, separator);
    }
}
