package ag.files.csv;

import ag.data.CsvOptions;
import ag.data.DataSet;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Objects;

/**
 * Reads data sets from CSV: UTF-8 text whose first line names the columns and every other line is a sample.
 *
 * <ul>
 *   <li>Values may be put in double quotes, and have to be where they contain the separator, a quote (written twice) or
 *       a line break. Spaces around values and names do not count. Lines may end as on any system, empty lines are
 *       skipped, and a byte order mark is ignored.
 *   <li>Inputs are decimal numbers such as {@code -2}, {@code .5} or {@code 1e-3}, with a point on every machine. Words
 *       that some programs write for numbers ({@code NaN}, {@code Infinity}) and hexadecimal notation are refused.
 *   <li>A target column holds numbers, or else text. Which of the two, its first value decides; the other kind further
 *       down is refused as a probable mistake. Text is turned into the class numbers 0, 1, 2 … in the sorted order of
 *       the texts, as scikit-learn's {@code LabelEncoder} does; {@link DataSet#classNames()} keeps them.
 *   <li>Rows of another length than the header, missing values, columns named twice, broken quotes and text that is not
 *       UTF-8 are refused with a {@link CsvException} that names the place. Nothing is guessed or left out silently.
 * </ul>
 */
public final class CsvReader {
    /** Values are shorter than this; without a bound a device without an end would be read as one value. */
    private static final int LONGEST_VALUE = 1 << 20;

    private CsvReader() {}

    /**
     * Reads a file.
     *
     * @throws CsvException where the file cannot be read or used
     */
    public static DataSet read(Path file, CsvOptions options) {
        return read(file, options, () -> {});
    }

    /** As {@link #read(Path, CsvOptions)}, with something to run between two blocks; what it throws ends the reading. */
    public static DataSet read(Path file, CsvOptions options, Runnable pause) {
        return read(new CsvFile(file, pause), options);
    }

    /**
     * Reads CSV text.
     *
     * @param name what messages call the text, as if it were a file's name
     * @throws CsvException where the text cannot be used
     */
    public static DataSet parse(String name, String text, CsvOptions options) {
        return read(new CsvSource.Text(name, text), options);
    }

    /**
     * Reads a file as it stands there, for {@link CleanedTable}.
     *
     * @param header whether the first line names the columns
     */
    public static CsvTable table(Path file, char separator, boolean header, Runnable pause) {
        CsvFile source = new CsvFile(file, pause);
        return read(source, separator, rows -> {
            CsvTable.Builder table = new CsvTable.Builder(source.name(), header);
            rows.forEachRemaining(row -> {
                if (!row.isBlank()) {
                    table.add(row);
                }
            });
            return table.table();
        });
    }

    /** What is made of the rows of a file, which come one by one. */
    private interface Use<T> {
        T of(Iterator<CsvRow> rows) throws IOException;
    }

    private static DataSet read(CsvSource source, CsvOptions options) {
        return read(source, options.separator(), rows -> read(source, rows, options));
    }

    private static <T> T read(CsvSource source, char fieldSeparator, Use<T> use) {
        boolean blanks = fieldSeparator == CsvOptions.BLANKS;
        CsvRow row = new CsvRow(blanks);
        try (Reader opened = source.open();
                Reader text = blanks ? new BlankSeparated(opened) : opened;
                var rows = de.siegmar.fastcsv.reader.CsvReader.builder()
                        .fieldSeparator(fieldSeparator)
                        .allowUnclosedQuote(false)
                        .maxBufferSize(LONGEST_VALUE)
                        .trimWhitespacesAroundQuotes(!blanks)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .build(row, text)) {
            return use.of(rows.iterator());
        } catch (CsvParseException e) {
            if (String.valueOf(e.getMessage()).startsWith("The maximum buffer size")) {
                throw CsvException.atLine(
                        source.name(),
                        row.line(),
                        "a value in this row is longer than a million characters",
                        "Either a quote before it is never closed, or this is no CSV");
            }
            String separator = row.line() <= 1 ? source.separatorOfQuoted(fieldSeparator) : "";
            throw CsvException.atLine(
                    source.name(),
                    row.line(),
                    "a quoted value that begins in this row does not end properly",
                    separator.isEmpty()
                            ? "A quote inside a quoted value is written twice: \"\""
                            : CsvHeader.separatorHint("'" + separator + "'"));
        } catch (UncheckedIOException e) {
            throw source.failed(Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw source.failed(e);
        }
    }

    private static DataSet read(CsvSource source, Iterator<CsvRow> rows, CsvOptions options) throws IOException {
        CsvSamples samples = null;
        while (rows.hasNext()) {
            CsvRow row = rows.next();
            if (row.isBlank()) {
                continue;
            }
            if (samples == null) {
                CsvHeader header = new CsvHeader(source.name(), row, options);
                samples = new CsvSamples(header, options, source.linesAtMost() - 1);
            } else {
                samples.add(row);
            }
        }
        if (samples == null) {
            throw CsvException.inFile(source.name(), "the file is empty", "Its first line has to name the columns");
        }
        return samples.toDataSet();
    }
}
