package ag.files.csv;

import ag.data.CsvColumn;
import ag.data.CsvOptions;
import ag.files.ReadFailure;
import ag.files.StrictText;
import ag.spelling.Nearest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The first line of a CSV file: the names of its columns, among which those asked for are found. */
final class CsvHeader {
    private static final int MOST_LISTED = 10;

    private final String file;
    private final int line;
    private final char separator;
    private final List<String> names;

    CsvHeader(String file, CsvRow row, CsvOptions options) {
        this.file = file;
        this.line = row.line();
        this.separator = options.separator();
        this.names = IntStream.range(0, row.size()).mapToObj(row::value).toList();
        requireText();
        requireDifferentNames();
        if (holdsNumbers() && !(options.hasNames() && areCounted())) {
            throw failure(
                    "this line has to name the columns, but it holds numbers",
                    "Put a line with a name for each column before it, or write header = false");
        }
    }

    // UTF-16 without a byte order mark passes as UTF-8 with a zero byte beside every letter.
    private void requireText() {
        if (names.stream().anyMatch(name -> name.indexOf('\0') >= 0)) {
            throw failure(StrictText.NOT_UTF8 + ": it has zero bytes", CsvFile.SAVE_AS_UTF8);
        }
    }

    // Columns without a name are let pass, for spreadsheets write them; they can be asked for by their place.
    private void requireDifferentNames() {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!name.isEmpty() && !seen.add(name)) {
                throw failure("two columns are called " + ReadFailure.quoted(name), "Rename one of them");
            }
        }
    }

    /** Whether the names count on: years, or 0, 1, 2 … as some programs call columns that have no other name. */
    private boolean areCounted() {
        double first = CsvNumber.parse(names.getFirst());
        return first == Math.floor(first)
                && IntStream.range(0, width()).allMatch(column -> CsvNumber.parse(names.get(column)) == first + column);
    }

    private boolean holdsNumbers() {
        return names.stream().noneMatch(name -> Double.isNaN(CsvNumber.parse(name)));
    }

    String file() {
        return file;
    }

    /** The number of columns. */
    int width() {
        return names.size();
    }

    /** What to call a column in messages and in the data set. */
    String name(int column) {
        String name = names.get(column);
        return name.isEmpty() ? "column " + column : name;
    }

    /** The places of the target columns. */
    int[] targets(CsvOptions options) {
        return places(options.targets());
    }

    /** The places of the input columns: those asked for, or else all that are not targets. */
    int[] inputs(CsvOptions options) {
        if (!options.inputs().isEmpty()) {
            return places(options.inputs());
        }
        Set<Integer> targets = IntStream.of(targets(options)).boxed().collect(Collectors.toSet());
        int[] others = IntStream.range(0, width())
                .filter(column -> !targets.contains(column) && !isTrailing(column))
                .toArray();
        for (int column : others) {
            if (names.get(column).isEmpty()) {
                throw unnamed(column, others);
            }
        }
        if (others.length == 0) {
            throw failure("there is no column beside the target", null);
        }
        return others;
    }

    /** A column without a name that would become an input, and what are the others. */
    CsvException unnamed(int column, int... inputs) {
        return failure(
                "column " + column
                        + " has no name, so it is probably no input: other programs number the rows in such a"
                        + " column",
                "Give it a name, or say which columns are inputs: inputs = [" + namedAmong(inputs) + "]");
    }

    /** Whether it is what a separator at the end of the line makes: a last column without a name. */
    boolean isTrailing(int column) {
        return column > 0 && column == width() - 1 && names.get(column).isEmpty();
    }

    private String namedAmong(int[] columns) {
        return IntStream.of(columns)
                .filter(column -> !names.get(column).isEmpty())
                .limit(MOST_LISTED)
                .mapToObj(column -> "\"" + names.get(column) + "\"")
                .collect(Collectors.joining(", "));
    }

    private int[] places(List<CsvColumn> wanted) {
        int[] places = new int[wanted.size()];
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < places.length; i++) {
            places[i] = place(wanted.get(i));
            if (!seen.add(places[i])) {
                throw failure(ReadFailure.quoted(name(places[i])) + " is asked for twice", null);
            }
        }
        return places;
    }

    private int place(CsvColumn column) {
        return switch (column) {
            case CsvColumn.Named(String name) -> placeOf(name);
            case CsvColumn.Numbered(int index) -> placeOf(index);
        };
    }

    private int placeOf(String name) {
        int place = name.isEmpty() ? -1 : names.indexOf(name);
        if (place < 0) {
            throw failure("there is no column " + ReadFailure.quoted(name), unknownNameHint(name));
        }
        return place;
    }

    private int placeOf(int index) {
        if (index < 0 || index >= width()) {
            String hint = separatorHint();
            throw failure(
                    "there is no column number " + index,
                    hint != null ? hint : "The columns are numbered from 0 to " + (width() - 1));
        }
        return index;
    }

    private String unknownNameHint(String name) {
        String separatorHint = separatorHint();
        if (separatorHint != null) {
            return separatorHint;
        }
        if (holdsNumbers()) {
            return "This line has to name the columns, but it holds numbers";
        }
        return Nearest.to(name, names)
                .map(nearest -> "Did you mean " + ReadFailure.quoted(nearest) + "?")
                .orElseGet(this::listOfNames);
    }

    private String listOfNames() {
        String listed = IntStream.range(0, Math.min(width(), MOST_LISTED))
                .mapToObj(column -> ReadFailure.quoted(name(column)))
                .collect(Collectors.joining(", "));
        return "The columns are " + listed + (width() > MOST_LISTED ? " …" : "");
    }

    /** What to say where the whole line was read as one name because another separator was expected. */
    @Nullable
    String separatorHint() {
        if (width() > 1) {
            return null;
        }
        return CsvOptions.SEPARATORS
                .chars()
                .filter(other -> other != separator && name(0).indexOf(other) >= 0)
                .mapToObj(other -> other == '\t' ? "a tab" : "'" + (char) other + "'")
                .map(CsvHeader::separatorHint)
                .findFirst()
                .orElse(null);
    }

    /** What to say where values are probably separated otherwise. */
    static String separatorHint(String separator) {
        return "Are the values separated by " + separator + "? Then give that as the separator";
    }

    /** A mistake in this line. */
    CsvException failure(String problem, @Nullable String hint) {
        return CsvException.atLine(file, line, problem, hint);
    }
}
