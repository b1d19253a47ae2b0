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

/** Opens files of UTF-8 text, strictly: other bytes are an error, not a replacement character. */
final class StrictText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private StrictText() {}

    /**
     * The text of the file.
     *
     * @param pause run between two blocks; what it throws ends the reading
     */
    static Reader open(Path file, Runnable pause) throws IOException {
        if (Files.isDirectory(file)) {
            throw StoreException.of(file, "this is a folder", "name a file in it");
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
    static Reader withoutByteOrderMark(Reader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    /** Says where a file stops being UTF-8. */
    static StoreException notUtf8(Path file) {
        int line = 1;
        // Unbuffered: a buffer would be decoded as a whole, and the good lines in it lost with the bad one.
        try (Reader reader = decoder(new FileInputStream(file.toFile()))) {
            for (int character = reader.read(); character >= 0; character = reader.read()) {
                line += character == '\n' ? 1 : 0;
            }
        } catch (CharacterCodingException _) {
            return StoreException.atLine(file, line, "this is not UTF-8 text", JsonInput.DAMAGED);
        } catch (IOException failure) {
            return FileTrouble.reading(file, failure);
        }
        return StoreException.of(file, "the file changed while it was read", "read it again");
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
