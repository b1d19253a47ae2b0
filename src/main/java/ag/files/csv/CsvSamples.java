package ag.files.csv;

import ag.data.ClassNumbers;
import ag.data.CsvOptions;
import ag.data.DataSet;
import ag.data.NumberBuffer;
import ag.files.ReadFailure;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The samples read so far: picks inputs and targets out of each row and turns them into numbers. */
final class CsvSamples {
    private final CsvHeader header;
    private final int[] inputColumns;
    private final int[] targetColumns;
    private final NumberBuffer inputs;
    private final NumberBuffer targets;
    private final ClassNumbers classes = new ClassNumbers();
    private int firstLine;
    private boolean targetIsText;
    private final boolean takesAllInputs;

    /** No samples yet, with room for as many as are expected; more can be added all the same. */
    CsvSamples(CsvHeader header, CsvOptions options, int samplesExpected) {
        this.header = header;
        takesAllInputs = options.inputs().isEmpty();
        inputColumns = header.inputs(options);
        targetColumns = header.targets(options);
        inputs = new NumberBuffer(samplesExpected, inputColumns.length);
        targets = new NumberBuffer(samplesExpected, targetColumns.length);
    }

    /** Adds the sample in {@code row}. */
    void add(CsvRow row) {
        if (row.size() != header.width()) {
            throw ragged(row);
        }
        requireNothingBehindTheLastName(row);
        if (!inputs.hasRoomFor(inputColumns.length) || !targets.hasRoomFor(targetColumns.length)) {
            throw CsvException.atLine(header.file(), row.line(), "the file has more numbers than can be kept", null);
        }
        if (firstLine == 0) {
            requireValue(row);
            firstLine = row.line();
            targetIsText = targetColumns.length == 1 && !isNumber(row.value(targetColumns[0]));
        }
        for (int column : inputColumns) {
            inputs.add(number(
                    row,
                    column,
                    "Say what becomes of texts: categories = \"one_hot\" or \"codes\"; or name the input"
                            + " columns without this one"));
        }
        for (int column : targetColumns) {
            targets.add(targetIsText ? classNumber(row, column) : number(row, column, targetHint()));
        }
    }

    /** The first row decides whether the target is text or a number, so nothing may be missing there. */
    private void requireValue(CsvRow row) {
        if (targetColumns.length == 1 && CsvNumber.isMissingClass(row.value(targetColumns[0]))) {
            throw missing(row, targetColumns[0]);
        }
    }

    /** A first line that ends with a separator names no column there, and no row may have a value there. */
    private void requireNothingBehindTheLastName(CsvRow row) {
        int last = header.width() - 1;
        if (takesAllInputs && header.isTrailing(last) && !row.isEmpty(last) && !isAsked(last)) {
            throw header.unnamed(last, inputColumns);
        }
    }

    private boolean isAsked(int column) {
        return IntStream.concat(IntStream.of(inputColumns), IntStream.of(targetColumns))
                .anyMatch(asked -> asked == column);
    }

    private CsvException ragged(CsvRow row) {
        if (header.isTrailing(header.width() - 1) && row.size() == header.width() - 1) {
            return CsvException.atLine(
                    header.file(),
                    row.line(),
                    "the first line ends with a separator, and this row does not",
                    "Remove it in the first line");
        }
        if (row.size() == header.width() + 1 && row.value(row.size() - 1).isEmpty()) {
            return CsvException.atLine(
                    header.file(),
                    row.line(),
                    "this row ends with a separator, and the first line does not",
                    "Remove it, in this row and where else it stands, or end the first line with one too");
        }
        boolean tooMany = row.size() > header.width();
        String problem = "this row has %s, but the first line names %s"
                .formatted(row.size() == 1 ? "1 value" : row.size() + " values", header.width());
        String hint = tooMany ? "A value that contains the separator has to be put in quotes" : null;
        return CsvException.atLine(header.file(), row.line(), problem, hint);
    }

    private String targetHint() {
        return targetColumns.length == 1
                ? "The target is a number in line " + firstLine + "; it has to be the same kind in every row"
                : "Text can be the target only where it is the only target column";
    }

    private double classNumber(CsvRow row, int column) {
        String value = row.value(column);
        if (CsvNumber.isMissingClass(value)) {
            throw missing(row, column);
        }
        if (isNumber(value)) {
            throw failure(
                    row,
                    column,
                    ReadFailure.quoted(value) + " is a number",
                    "The target is text in line " + firstLine + "; it has to be the same kind in every row");
        }
        if (CsvNumber.hint(value) != null) {
            throw notANumber(row, column, "");
        }
        classes.spelledOtherwise(value).ifPresent(other -> {
            throw failure(
                    row,
                    column,
                    ReadFailure.quoted(value) + " and " + ReadFailure.quoted(other)
                            + " would be two classes that differ in capital letters alone",
                    "Write them in one way: " + other);
        });
        return classes.numberOf(value);
    }

    private static boolean isNumber(String value) {
        return !Double.isNaN(CsvNumber.parse(value));
    }

    private double number(CsvRow row, int column, String hint) {
        double number = row.number(column);
        if (Double.isNaN(number)) {
            throw CsvNumber.standsForMissing(row.value(column)) ? missing(row, column) : notANumber(row, column, hint);
        }
        if (Double.isInfinite(number)) {
            throw failure(row, column, ReadFailure.quoted(row.value(column)) + " is too large for a number", null);
        }
        return number;
    }

    private CsvException notANumber(CsvRow row, int column, String hint) {
        String value = row.value(column);
        String numberHint = CsvNumber.hint(value);
        String separatorHint = header.separatorHint();
        return failure(
                row,
                column,
                ReadFailure.quoted(value) + " is not a number",
                numberHint != null ? numberHint : separatorHint != null ? separatorHint : hint);
    }

    private CsvException missing(CsvRow row, int column) {
        String value = row.value(column);
        return failure(
                row,
                column,
                value.isEmpty() ? "the value is missing" : "the value is missing: " + ReadFailure.quoted(value),
                "Fill it in, or say what becomes of such rows: missing = \"drop\", \"mean\", \"median\" or a number");
    }

    private CsvException failure(CsvRow row, int column, String problem, @Nullable String hint) {
        return CsvException.inColumn(header.file(), row.line(), header.name(column), problem, hint);
    }

    /** All samples. */
    DataSet toDataSet() {
        if (firstLine == 0) {
            throw header.failure("there are no rows below the names of the columns", null);
        }
        double[] targetNumbers = targets.toArray();
        List<String> classNames = classes.sort(targetNumbers);
        return DataSet.ofFlat(inputs.toArray(), inputColumns.length, targetNumbers, targetColumns.length)
                .withColumnNames(names(inputColumns), names(targetColumns))
                .withClassNames(classNames);
    }

    private List<String> names(int[] columns) {
        return IntStream.of(columns).mapToObj(header::name).toList();
    }
}
