package ag.files.csv;

import ag.data.CsvOptions;
import ag.files.StrictText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;

/** Where CSV text comes from, and what to say when it cannot be had. */
sealed interface CsvSource permits CsvSource.Text, CsvFile {
    /** What messages call the text. */
    String name();

    /** The text from its beginning, without a byte order mark. */
    Reader open() throws IOException;

    /**
     * How many rows the text has at most, counting its lines, so that there is room for all of them from the start; 0
     * where that cannot be known in advance.
     */
    int linesAtMost() throws IOException;

    /** What stands between the quoted names of the first line, where that is not the separator expected; empty where nothing does. */
    default String separatorOfQuoted(char expected) {
        try (Reader text = open();
                BufferedReader lines = new BufferedReader(text)) {
            String first = String.valueOf(lines.readLine());
            return CsvOptions.SEPARATORS
                    .chars()
                    .filter(other -> other != expected)
                    .mapToObj(Character::toString)
                    .filter(other -> first.contains("\"" + other))
                    .findFirst()
                    .orElse("");
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** What to tell the user about a failure to read the text. */
    CsvException failed(IOException failure);

    /** Text that is already here. */
    record Text(String name, String text) implements CsvSource {
        @Override
        public Reader open() throws IOException {
            return StrictText.withoutByteOrderMark(new BufferedReader(new StringReader(text)));
        }

        @Override
        public int linesAtMost() {
            return (int) text.lines().count();
        }

        @Override
        public CsvException failed(IOException failure) {
            throw new AssertionError("text in memory cannot fail to be read", failure);
        }
    }
}
