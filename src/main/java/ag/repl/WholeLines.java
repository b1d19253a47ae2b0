package ag.repl;

import ag.files.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads files that grow line by line. A program that was killed while it wrote has left a part of a line at the end, perhaps a
 * part of a character: that line is as good as not written.
 */
final class WholeLines {
    private WholeLines() {}

    /** The lines that have an end. */
    static String of(byte[] content) {
        int length = content.length;
        while (length > 0 && content[length - 1] != '\n') {
            length--;
        }
        return new String(content, 0, length, StandardCharsets.UTF_8);
    }

    /**
     * Leaves a file nothing but whole lines of whole characters, so that it can be read and the next line is one of its own.
     *
     * @throws ag.files.StoreException if it cannot be written
     */
    static void mend(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        byte[] whole = of(content).getBytes(StandardCharsets.UTF_8);
        if (!Arrays.equals(content, whole)) {
            WholeFile.write(file, whole);
        }
    }
}
