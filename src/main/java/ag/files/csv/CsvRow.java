package ag.files.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;

/**
 * The row that is being read. There is only one, filled anew for every line, so that a million rows leave nothing
 * behind.
 */
final class CsvRow extends AbstractBaseCsvCallbackHandler<CsvRow> {
    private String[] values = {};
    private int size;
    private boolean anyQuoted;

    @Override
    protected void handleBegin(long startingLineNumber) {
        size = 0;
        anyQuoted = false;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        int start = offset;
        int end = offset + length;
        while (start < end && isSpace(buffer[start])) {
            start++;
        }
        while (start < end && isSpace(buffer[end - 1])) {
            end--;
        }
        if (index >= values.length) {
            values = Arrays.copyOf(values, 2 * index + 8);
        }
        values[index] = new String(buffer, start, end - start);
        size = index + 1;
        anyQuoted |= quoted;
    }

    // A no-break space too: spreadsheets leave them behind.
    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    @Override
    protected CsvRow buildRecord() {
        return this;
    }

    /** The line where the row begins, counted from 1. */
    int line() {
        return (int) getStartingLineNumber();
    }

    int size() {
        return size;
    }

    /** The value in a column without the spaces around it. */
    String value(int column) {
        return values[column];
    }

    /** Whether there is nothing in the line but spaces. */
    boolean isBlank() {
        return size == 1 && !anyQuoted && values[0].isEmpty();
    }
}
