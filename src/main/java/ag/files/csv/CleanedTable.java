package ag.files.csv;

import ag.data.CleanedData;
import ag.data.CsvCleaning;
import ag.data.CsvColumn;
import ag.data.CsvOptions;
import ag.data.DataSet;
import ag.files.ReadFailure;
import ag.spelling.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes a data set of a table with missing values and texts, and tells what it left out or filled in. */
public final class CleanedTable {
    private final CsvTable table;
    private final CsvCleaning cleaning;
    private final List<TableColumn> inputs = new ArrayList<>();
    private final List<TableColumn> targets = new ArrayList<>();
    private final Map<String, Integer> filled = new LinkedHashMap<>();

    private CleanedTable(CsvTable table, CsvOptions options, CsvCleaning cleaning) {
        this.table = table;
        this.cleaning = cleaning;
        List<Integer> wanted = places(options.targets());
        List<Integer> given = places(options.inputs());
        if (given.isEmpty()) {
            given = IntStream.range(0, table.names().size())
                    .filter(column -> !wanted.contains(column))
                    .boxed()
                    .toList();
        }
        given.forEach(column -> inputs.add(TableColumn.of(table, column, cleaning.decimal())));
        wanted.forEach(column -> targets.add(TableColumn.of(table, column, cleaning.decimal())));
    }

    /**
     * Makes the data set.
     *
     * @throws CsvException where the table cannot be used
     */
    public static CleanedData of(CsvTable table, CsvOptions options, CsvCleaning cleaning) {
        return new CleanedTable(table, options, cleaning).result();
    }

    private List<Integer> places(List<CsvColumn> columns) {
        Set<Integer> places = new LinkedHashSet<>();
        for (CsvColumn column : columns) {
            for (int place : places(column)) {
                if (!places.add(place)) {
                    throw problem(ReadFailure.quoted(table.names().get(place)) + " is asked for twice", null);
                }
            }
        }
        return List.copyOf(places);
    }

    private int[] places(CsvColumn column) {
        return switch (column) {
            case CsvColumn.Numbered(int index) -> {
                if (index < 0 || index >= table.names().size()) {
                    throw problem(
                            "there is no column number " + index,
                            "The columns are numbered from 0 to "
                                    + (table.names().size() - 1));
                }
                yield new int[] {index};
            }
            case CsvColumn.Named(String name) -> {
                int dots = name.indexOf("..");
                if (table.names().contains(name) || dots < 0) {
                    yield new int[] {place(name)};
                }
                int from = place(name.substring(0, dots).strip());
                int to = place(name.substring(dots + 2).strip());
                if (to < from) {
                    throw problem("the columns " + ReadFailure.quoted(name) + " stand in the other order", null);
                }
                yield IntStream.rangeClosed(from, to).toArray();
            }
        };
    }

    private int place(String name) {
        int place = table.names().indexOf(name);
        if (place < 0) {
            throw problem(
                    "there is no column " + ReadFailure.quoted(name),
                    Nearest.to(name, table.names())
                            .map(nearest -> "Did you mean " + ReadFailure.quoted(nearest) + "?")
                            .orElse("The columns are " + shown(table.names())));
        }
        return place;
    }

    private static String shown(List<String> names) {
        return names.stream().limit(10).map(ReadFailure::quoted).collect(Collectors.joining(", "))
                + (names.size() > 10 ? " …" : "");
    }

    private CsvException problem(String problem, @Nullable String hint) {
        return CsvException.inFile(table.file(), problem, hint);
    }

    private CleanedData result() {
        inputs.forEach(this::requireUsable);
        if (targets.size() > 1 && targets.stream().anyMatch(column -> column.kind() == TableColumn.Kind.TEXTS)) {
            throw problem("several targets have to be numbers, and one of them holds texts", null);
        }
        List<TableColumn> used = new ArrayList<>(targets);
        if (cleaning.missing() == CsvCleaning.Missing.DROP || cleaning.missing() == CsvCleaning.Missing.REFUSE) {
            used.addAll(inputs);
        }
        int[] rows = IntStream.range(0, table.rows().size())
                .filter(row -> used.stream().noneMatch(column -> column.isMissing(row)))
                .toArray();
        int dropped = table.rows().size() - rows.length;
        if (dropped > 0 && cleaning.missing() == CsvCleaning.Missing.REFUSE) {
            throw firstMissing(used);
        }
        if (rows.length == 0) {
            throw problem("every row has a missing value", "Leave out the columns with most of them: describe(file)");
        }
        List<double[]> columns = new ArrayList<>();
        List<String> names = new ArrayList<>();
        inputs.forEach(column -> addInput(column, rows, columns, names));
        List<String> classes = targets.size() == 1 && targets.getFirst().kind() == TableColumn.Kind.TEXTS
                ? distinct(targets.getFirst(), rows)
                : List.of();
        List<double[]> wanted = new ArrayList<>();
        targets.forEach(column -> wanted.add(classes.isEmpty() ? numbers(column, rows) : codes(column, rows, classes)));
        DataSet data = DataSet.ofFlat(
                        flat(columns, rows.length), columns.size(), flat(wanted, rows.length), wanted.size())
                .withColumnNames(names, targets.stream().map(TableColumn::name).toList())
                .withClassNames(classes);
        return new CleanedData(data, report(used, rows.length, dropped));
    }

    private void requireUsable(TableColumn column) {
        if (column.kind() == TableColumn.Kind.NOTHING) {
            throw problem(
                    "the column " + ReadFailure.quoted(column.name()) + " is empty", "Leave it out of the inputs");
        }
        if (column.kind() == TableColumn.Kind.TEXTS && cleaning.categories() == CsvCleaning.Categories.REFUSE) {
            throw problem(
                    "the column " + ReadFailure.quoted(column.name()) + " holds texts: " + shown(column.classes()),
                    "Say what becomes of texts: categories = \"one_hot\" or \"codes\"; or leave the column out");
        }
    }

    private CsvException firstMissing(List<TableColumn> used) {
        for (int row = 0; row < table.rows().size(); row++) {
            for (TableColumn column : used) {
                if (column.isMissing(row)) {
                    return CsvException.inColumn(
                            table.file(),
                            table.lines().get(row),
                            column.name(),
                            "the value is missing",
                            "Say what becomes of such rows: missing = \"drop\", \"mean\", \"median\" or a number");
                }
            }
        }
        throw new IllegalStateException("no value is missing");
    }

    private void addInput(TableColumn column, int[] rows, List<double[]> columns, List<String> names) {
        int gaps = (int) IntStream.of(rows).filter(column::isMissing).count();
        if (gaps > 0) {
            filled.put(column.name(), gaps);
        }
        if (column.kind() != TableColumn.Kind.TEXTS) {
            double[] numbers = numbers(column, rows);
            double stand = gaps == 0 ? 0 : standIn(numbers);
            columns.add(
                    Arrays.stream(numbers).map(x -> Double.isNaN(x) ? stand : x).toArray());
            names.add(column.name());
            return;
        }
        List<String> classes = distinct(column, rows);
        double[] codes = codes(column, rows, classes);
        if (cleaning.categories() == CsvCleaning.Categories.CODES) {
            columns.add(codes);
            names.add(column.name());
            return;
        }
        for (int code = 0; code < classes.size(); code++) {
            int wanted = code;
            columns.add(Arrays.stream(codes).map(x -> x == wanted ? 1 : 0).toArray());
            names.add(column.name() + "=" + classes.get(code));
        }
    }

    private static double[] numbers(TableColumn column, int[] rows) {
        return IntStream.of(rows).mapToDouble(row -> column.numbers()[row]).toArray();
    }

    private double standIn(double[] numbers) {
        double[] present =
                Arrays.stream(numbers).filter(x -> !Double.isNaN(x)).sorted().toArray();
        int half = present.length / 2;
        return switch (cleaning.missing()) {
            case MEAN -> Arrays.stream(present).average().orElse(0);
            case MEDIAN -> present.length % 2 == 1 ? present[half] : (present[half - 1] + present[half]) / 2;
            case VALUE -> cleaning.value().orElseThrow();
            case REFUSE, DROP -> throw new IllegalStateException("no value is missing");
        };
    }

    private static List<String> distinct(TableColumn column, int[] rows) {
        Set<String> texts = new HashSet<>();
        for (int row : rows) {
            if (!column.isMissing(row)) {
                texts.add(column.values().get(row));
            }
        }
        return texts.stream().sorted().toList();
    }

    /** The place of each text among the classes; of a missing one, the most frequent there, the first of equals. */
    private static double[] codes(TableColumn column, int[] rows, List<String> classes) {
        Map<String, Integer> places = new HashMap<>();
        for (String text : classes) {
            places.put(text, places.size());
        }
        int[] counts = new int[classes.size()];
        for (int row : rows) {
            if (!column.isMissing(row)) {
                counts[places.getOrDefault(column.values().get(row), 0)]++;
            }
        }
        int frequent = IntStream.range(0, counts.length).reduce(0, (a, b) -> counts[b] > counts[a] ? b : a);
        return IntStream.of(rows)
                .mapToDouble(row -> column.isMissing(row)
                        ? frequent
                        : places.getOrDefault(column.values().get(row), 0))
                .toArray();
    }

    private static double[] flat(List<double[]> columns, int rows) {
        double[] flat = new double[Math.multiplyExact(rows, columns.size())];
        for (int column = 0; column < columns.size(); column++) {
            for (int row = 0; row < rows; row++) {
                flat[row * columns.size() + column] = columns.get(column)[row];
            }
        }
        return flat;
    }

    private String report(List<TableColumn> used, int kept, int dropped) {
        String left = dropped == 0
                ? ""
                : "left out " + dropped + " of " + (kept + dropped) + " rows with missing values ("
                        + used.stream()
                                .filter(column -> column.missing() > 0)
                                .map(column -> column.name() + ": " + column.missing())
                                .collect(Collectors.joining(", "))
                        + ")";
        String filling = filled.isEmpty()
                ? ""
                : "filled in "
                        + filled.entrySet().stream()
                                .map(entry -> entry.getValue() + " of " + entry.getKey())
                                .collect(Collectors.joining(", "));
        return left + (left.isEmpty() || filling.isEmpty() ? "" : "; ") + filling;
    }
}
