package ag.files.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;

/**
 * The row that is being read. There is only one, filled again for every line, so that a million rows leave nothing
 * behind.
 */
final class CsvRow extends AbstractBaseCsvCallbackHandler<CsvRow> {
    /** The values one after the other, without the spaces around them. */
    private char[] text = new char[256];

    /** Where in the text each value ends. */
    private int[] ends = new int[16];

    private int size;
    private boolean anyQuoted;
    private final boolean blanks;

    /** @param blanks whether values stand apart by blanks, of which there may be several */
    CsvRow(boolean blanks) {
        this.blanks = blanks;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        size = 0;
        anyQuoted = false;
    }

    @Override
    protected void handleField(int number, char[] buffer, int offset, int length, boolean quoted) {
        if (blanks && length == 0 && !quoted) {
            return;
        }
        int index = blanks ? size : number;
        int start = offset;
        int end = offset + length;
        while (start < end && isSpace(buffer[start])) {
            start++;
        }
        while (start < end && isSpace(buffer[end - 1])) {
            end--;
        }
        if (index >= ends.length) {
            ends = Arrays.copyOf(ends, 2 * index + 8);
        }
        int from = start(index);
        int to = from + end - start;
        if (to > text.length) {
            text = Arrays.copyOf(text, to + text.length);
        }
        System.arraycopy(buffer, start, text, from, end - start);
        ends[index] = to;
        size = index + 1;
        anyQuoted |= quoted;
    }

    // A no-break space too: spreadsheets leave them behind.
    private static boolean isSpace(char c) {
        return c <= ' '
                ? Character.isWhitespace(c)
                : c > '~' && (Character.isWhitespace(c) || Character.isSpaceChar(c));
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
        int start = start(column);
        return new String(text, start, ends[column] - start);
    }

    boolean isEmpty(int column) {
        return start(column) == ends[column];
    }

    /** The number in a column, as {@link CsvNumber#parse(String)} reads it. */
    double number(int column) {
        return CsvNumber.parse(text, start(column), ends[column]);
    }

    private int start(int column) {
        return column == 0 ? 0 : ends[column - 1];
    }

    /** Whether there is nothing in the line but spaces. */
    boolean isBlank() {
        return size == 0 || (size == 1 && !anyQuoted && isEmpty(0));
    }
}
