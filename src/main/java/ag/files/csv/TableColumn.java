package ag.files.csv;

import ag.data.ColumnSummary;
import ag.files.ReadFailure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A column of a {@link CsvTable}, and what its values are taken for.
 *
 * @param name as in the first line
 * @param kind decided by all values that are not missing
 * @param values the texts
 * @param numbers the numbers they stand for; NaN where a value is missing, or where the column holds texts
 * @param missing how many values are missing
 */
public record TableColumn(String name, Kind kind, List<String> values, double[] numbers, int missing) {
    private static final Pattern GROUPED = Pattern.compile("[-+]?\\d{1,3}(\\.\\d{3})+(,\\d*)?");
    private static final List<String> TRUTHS = List.of("false", "true");

    /** What a column holds. */
    public enum Kind {
        NUMBERS("numbers"),
        /** {@code true} and {@code false}, in any letters: 1 and 0. */
        TRUTHS("true, false"),
        /** Dates such as 2024-02-29 or 29.02.2024, with a time of day or without: days since 1970-01-01. */
        DATES("dates"),
        TEXTS("texts"),
        NOTHING("nothing");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** Reads a column of a table. */
    public static TableColumn of(CsvTable table, int column, char decimal) {
        List<String> values = new ArrayList<>();
        for (List<String> row : table.rows()) {
            values.add(row.get(column));
        }
        String name = table.names().get(column);
        List<String> present = values.stream()
                .filter(value -> !CsvNumber.standsForMissing(value))
                .toList();
        long asNumbers = present.stream()
                .filter(value -> !Double.isNaN(number(value, decimal)))
                .count();
        CsvDate dates = CsvDate.of(present).orElse(CsvDate.YEAR_FIRST);
        Kind kind;
        if (present.isEmpty()) {
            kind = Kind.NOTHING;
        } else if (asNumbers == present.size()) {
            kind = Kind.NUMBERS;
        } else if (present.stream().allMatch(value -> TRUTHS.contains(value.toLowerCase(Locale.ROOT)))) {
            kind = Kind.TRUTHS;
        } else if (CsvDate.of(present).isPresent()) {
            kind = Kind.DATES;
        } else {
            kind = Kind.TEXTS;
            if (2 * asNumbers > present.size()) {
                refuseStray(table, name, values, decimal, asNumbers, present.size());
            } else if (present.stream().allMatch(value -> CsvNumber.hint(value) != null)) {
                throw CsvException.inColumn(
                        table.file(),
                        table.lines().get(values.indexOf(present.getFirst())),
                        name,
                        ReadFailure.quoted(present.getFirst()) + " is not a number",
                        CsvNumber.hint(present.getFirst()));
            }
        }
        double[] numbers = new double[values.size()];
        int missing = 0;
        for (int i = 0; i < numbers.length; i++) {
            String value = values.get(i);
            boolean isMissing =
                    kind == Kind.TEXTS ? CsvNumber.isMissingClass(value) : CsvNumber.standsForMissing(value);
            missing += isMissing ? 1 : 0;
            numbers[i] = isMissing ? Double.NaN : number(kind, value, decimal, dates);
        }
        return new TableColumn(name, kind, values, numbers, missing);
    }

    /** A text among numbers is probably a slip, or another word for a missing value. */
    private static void refuseStray(
            CsvTable table, String name, List<String> values, char decimal, long numbers, int present) {
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            if (!CsvNumber.standsForMissing(value) && Double.isNaN(number(value, decimal))) {
                String hint = CsvNumber.hint(value);
                throw CsvException.inColumn(
                        table.file(),
                        table.lines().get(i),
                        name,
                        ReadFailure.quoted(value) + " is not a number, as " + numbers + " of the " + present
                                + " values of this column are",
                        hint != null ? hint : "Mend it, or leave the column out of the inputs");
            }
        }
    }

    private static double number(Kind kind, String value, char decimal, CsvDate dates) {
        return switch (kind) {
            case NUMBERS -> number(value, decimal);
            case TRUTHS -> TRUTHS.indexOf(value.toLowerCase(Locale.ROOT));
            case DATES -> dates.days(value);
            case TEXTS, NOTHING -> Double.NaN;
        };
    }

    static double number(String value, char decimal) {
        if (decimal != ',') {
            return CsvNumber.parse(value);
        }
        // Points stand between thousands then, as in 1.234,50, and nowhere else.
        boolean grouped = GROUPED.matcher(value).matches();
        return CsvNumber.parse(value.replace(".", grouped ? "" : " ").replace(',', '.'));
    }

    boolean isMissing(int row) {
        return kind == Kind.TEXTS ? CsvNumber.isMissingClass(values.get(row)) : Double.isNaN(numbers[row]);
    }

    /** The different texts, sorted. */
    public List<String> classes() {
        TreeSet<String> classes = new TreeSet<>();
        for (int i = 0; i < values.size(); i++) {
            if (!isMissing(i)) {
                classes.add(values.get(i));
            }
        }
        return List.copyOf(classes);
    }

    /** What can be said of it at a glance. */
    public ColumnSummary summary() {
        if (kind != Kind.TEXTS) {
            double[] present =
                    Arrays.stream(numbers).filter(x -> !Double.isNaN(x)).toArray();
            if (kind == Kind.DATES) {
                double first = Arrays.stream(present).min().orElse(0);
                double last = Arrays.stream(present).max().orElse(0);
                return new ColumnSummary(name, kind.words, missing, CsvDate.text(first) + " to " + CsvDate.text(last));
            }
            return ColumnSummary.numbers(name, kind.words, present, missing);
        }
        List<String> classes = classes();
        int[] counts = classes.stream()
                .mapToInt(text -> (int) values.stream().filter(text::equals).count())
                .limit(100)
                .toArray();
        return ColumnSummary.texts(name, kind.words, classes, counts, missing);
    }
}
