package ag.files;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Opens files of UTF-8 text as streams, strictly: other bytes are an error, not a replacement character. */
public final class StrictText {
    /** What is said of text in another encoding. */
    public static final String NOT_UTF8 = "this is not UTF-8 text";

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private StrictText() {}

    /**
     * The text of the file.
     *
     * @param pause run between two blocks; what it throws ends the reading
     */
    static Reader open(Path file, Runnable pause) throws IOException {
        if (Files.isDirectory(file)) {
            throw StoreException.of(file, ReadFailure.FOLDER, "name a file in it");
        }
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (!Files.isRegularFile(file)) {
            throw StoreException.of(file, "this is not an ordinary file", "copy what it holds into one");
        }
        if (!Files.isReadable(file)) {
            throw new AccessDeniedException(file.toString());
        }
        return new BufferedReader(decoder(new PausedInput(new FileInputStream(file.toFile()), pause)));
    }

    /** The reader behind the mark that some editors put at the beginning of a file. */
    public static Reader withoutByteOrderMark(Reader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    /** Says where a file stops being UTF-8. */
    static StoreException notUtf8(Path file) {
        try {
            int line = lineThatIsNotUtf8(file);
            return line > 0
                    ? StoreException.atLine(file, line, NOT_UTF8, JsonInput.DAMAGED)
                    : StoreException.of(file, "the file changed while it was read", "read it again");
        } catch (IOException failure) {
            return FileTrouble.reading(file, failure);
        }
    }

    /** The first line that is not UTF-8, counted from 1; 0 where there is none. */
    public static int lineThatIsNotUtf8(Path file) throws IOException {
        int line = 1;
        // Unbuffered: a buffer would be decoded as a whole, and the good lines in it lost with the bad one.
        try (Reader reader = decoder(new FileInputStream(file.toFile()))) {
            for (int character = reader.read(); character >= 0; character = reader.read()) {
                line += character == '\n' ? 1 : 0;
            }
            return 0;
        } catch (CharacterCodingException _) {
            return line;
        }
    }

    private static Reader decoder(InputStream bytes) {
        return new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}
