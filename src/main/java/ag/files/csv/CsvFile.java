package ag.files.csv;

import ag.files.PausedInput;
import ag.files.ReadFailure;
import ag.files.StrictText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A file of CSV in UTF-8.
 *
 * @param pause run between two blocks; it throws where reading has to end
 */
record CsvFile(Path path, Runnable pause) implements CsvSource {
    static final String SAVE_AS_UTF8 = "Save it with the encoding UTF-8";

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public Reader open() throws IOException {
        // This decoder reports bytes that are not UTF-8; most others put a replacement character in their place.
        return StrictText.withoutByteOrderMark(new BufferedReader(new InputStreamReader(
                new PausedInput(Files.newInputStream(path), pause), StandardCharsets.UTF_8.newDecoder())));
    }

    @Override
    public int linesAtMost() throws IOException {
        if (!Files.isRegularFile(path)) {
            return 0; // a pipe can be read only once
        }
        int lines = 0;
        byte last = '\n';
        byte[] block = new byte[1 << 16];
        try (InputStream stream = new PausedInput(Files.newInputStream(path), pause)) {
            for (int length = stream.read(block); length > 0; length = stream.read(block)) {
                for (int i = 0; i < length; i++) {
                    lines += block[i] == '\n' ? 1 : 0;
                }
                last = block[length - 1];
            }
        }
        return last == '\n' ? lines : lines + 1;
    }

    @Override
    public String separatorOfQuoted(char expected) {
        // A pipe can be read only once.
        return Files.isRegularFile(path) ? CsvSource.super.separatorOfQuoted(expected) : "";
    }

    @Override
    public CsvException failed(IOException failure) {
        if (Files.isDirectory(path)) {
            return CsvException.inFile(name(), ReadFailure.FOLDER, "Name a file in it");
        }
        if (failure instanceof CharacterCodingException) {
            return notUtf8();
        }
        ReadFailure reason = ReadFailure.of(failure);
        return CsvException.inFile(name(), reason.problem(), reason.hint().isEmpty() ? null : sentence(reason.hint()));
    }

    private static String sentence(String hint) {
        return hint.substring(0, 1).toUpperCase(Locale.ROOT) + hint.substring(1);
    }

    private CsvException notUtf8() {
        if (!Files.isRegularFile(path)) {
            return CsvException.inFile(name(), StrictText.NOT_UTF8, SAVE_AS_UTF8);
        }
        try {
            return CsvException.atLine(
                    name(), Math.max(1, StrictText.lineThatIsNotUtf8(path)), StrictText.NOT_UTF8, SAVE_AS_UTF8);
        } catch (IOException e) {
            return failed(e);
        }
    }
}
