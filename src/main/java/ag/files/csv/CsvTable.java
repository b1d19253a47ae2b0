package ag.files.csv;

import ag.files.ReadFailure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A CSV file as it stands there: the names of its columns, and the text of every value.
 *
 * @param file what messages call it
 * @param names of the columns; {@code x0}, {@code x1} … where the file has none
 * @param rows the values of each row, without the spaces around them
 * @param lines the line where each row begins, counted from 1
 */
public record CsvTable(String file, List<String> names, List<List<String>> rows, List<Integer> lines) {
    public CsvTable {
        names = List.copyOf(names);
        rows = List.copyOf(rows);
        lines = List.copyOf(lines);
    }

    /** Collects a table row by row. */
    static final class Builder {
        private final String file;
        private final boolean header;
        private final List<String> names = new ArrayList<>();
        private final List<List<String>> rows = new ArrayList<>();
        private final List<Integer> lines = new ArrayList<>();

        Builder(String file, boolean header) {
            this.file = file;
            this.header = header;
        }

        void add(CsvRow row) {
            List<String> values = new ArrayList<>();
            for (int column = 0; column < row.size(); column++) {
                values.add(row.value(column));
            }
            if (names.isEmpty()) {
                name(row, values);
                if (header) {
                    return;
                }
            }
            if (values.size() != names.size()) {
                throw CsvException.atLine(
                        file,
                        row.line(),
                        "this row has " + values.size() + (values.size() == 1 ? " value" : " values")
                                + ", and the first line has " + names.size(),
                        "A value that contains the separator has to be put in quotes; or give another separator");
            }
            rows.add(List.copyOf(values));
            lines.add(row.line());
        }

        private void name(CsvRow row, List<String> values) {
            Set<String> seen = new HashSet<>();
            for (int column = 0; column < values.size(); column++) {
                String name = header ? values.get(column) : "x" + column;
                names.add(name.isEmpty() ? "column " + column : name);
                if (!seen.add(names.getLast())) {
                    throw CsvException.atLine(
                            file,
                            row.line(),
                            "two columns are called " + ReadFailure.quoted(names.getLast()),
                            "Rename one of them; a file without names is read with header = false");
                }
            }
        }

        CsvTable table() {
            if (rows.isEmpty()) {
                throw CsvException.inFile(file, "there are no rows", null);
            }
            return new CsvTable(file, names, rows, lines);
        }
    }
}
