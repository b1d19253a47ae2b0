package ag.files.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Text whose values stand apart by blanks: each tab becomes a blank, so that one separator is left. */
final class BlankSeparated extends FilterReader {
    BlankSeparated(Reader text) {
        super(text);
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        return c == '\t' ? ' ' : c;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        for (int i = offset; i < offset + count; i++) {
            if (buffer[i] == '\t') {
                buffer[i] = ' ';
            }
        }
        return count;
    }
}
