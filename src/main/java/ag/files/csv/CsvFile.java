package ag.files.csv;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

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
        return CsvSource.withoutByteOrderMark(new BufferedReader(
                new InputStreamReader(paused(Files.newInputStream(path)), StandardCharsets.UTF_8.newDecoder())));
    }

    private InputStream paused(InputStream stream) {
        return new FilterInputStream(stream) {
            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                pause.run();
                return super.read(into, from, length);
            }
        };
    }

    @Override
    public int linesAtMost() throws IOException {
        if (!Files.isRegularFile(path)) {
            return 0; // a pipe can be read only once
        }
        int lines = 0;
        byte last = '\n';
        byte[] block = new byte[1 << 16];
        try (InputStream stream = paused(Files.newInputStream(path))) {
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
            return CsvException.inFile(name(), "this is a folder, not a file", null);
        }
        return switch (failure) {
            case NoSuchFileException _ ->
                CsvException.inFile(name(), "there is no such file", "Give the path from the folder you are in");
            case AccessDeniedException _ -> CsvException.inFile(name(), "the file may not be read", null);
            case CharacterCodingException _ -> notUtf8();
            default -> CsvException.inFile(name(), "the file cannot be read: " + failure.getMessage(), null);
        };
    }

    private CsvException notUtf8() {
        if (!Files.isRegularFile(path)) {
            return CsvException.inFile(name(), "the text is not UTF-8", SAVE_AS_UTF8);
        }
        try {
            return CsvException.atLine(name(), firstLineThatIsNotUtf8(), "the text is not UTF-8", SAVE_AS_UTF8);
        } catch (IOException e) {
            return failed(e);
        }
    }

    // Latin-1 gives every byte back as it was; and as a line break is never a part of a longer UTF-8 sequence, the
    // lines
    // can be looked at one by one.
    private int firstLineThatIsNotUtf8() throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(path, StandardCharsets.ISO_8859_1)) {
            int number = 1;
            for (String line = lines.readLine(); line != null && isUtf8(line); line = lines.readLine()) {
                number++;
            }
            return number;
        }
    }

    private static boolean isUtf8(String latin1) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(latin1.getBytes(StandardCharsets.ISO_8859_1)));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
