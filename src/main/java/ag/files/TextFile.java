package ag.files;

import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads text files, which are UTF-8, with or without a byte order mark. */
public final class TextFile {
    private static final int BLOCK = 1 << 16;

    private TextFile() {}

    /**
     * The text of a file, or of a pipe or device.
     *
     * @param pause run now and then while it is read; it throws where the program has to end
     */
    public static String read(Path path, Runnable pause) throws IOException {
        if (Files.isDirectory(path)) {
            throw new FileSystemException(path.toString(), null, ReadFailure.FOLDER);
        }
        return InterruptibleReading.of(path, pause, between -> decode(bytes(path, between)));
    }

    /** The text of a stream that another program writes. */
    public static String read(InputStream stream, Runnable pause) throws IOException {
        return InterruptibleReading.apart(pause, between -> decode(bytes(stream, false, between)));
    }

    /** By a plain stream: the channels of {@link Files} load Java's network library first, which takes a millisecond. */
    private static byte[] bytes(Path path, Runnable pause) throws IOException {
        try (InputStream file = new FileInputStream(path.toFile())) {
            return bytes(file, !Files.isRegularFile(path), pause);
        } catch (FileNotFoundException unclear) {
            return Files.readAllBytes(path); // says why it cannot
        }
    }

    /** @param endless whether there may be no end: what is no text is refused at its beginning */
    private static byte[] bytes(InputStream stream, boolean endless, Runnable pause) throws IOException {
        InputStream paused = new PausedInput(stream, pause);
        byte[] first = paused.readNBytes(BLOCK);
        if (first.length < BLOCK) {
            return first;
        }
        if (endless) {
            decode(first, false);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream(4 * BLOCK);
        all.write(first);
        paused.transferTo(all);
        return all.toByteArray();
    }

    /** The text of bytes; anything but UTF-8 is refused by the name it probably has. */
    public static String decode(byte[] bytes) throws IOException {
        return decode(bytes, true);
    }

    /** @param complete whether this is all; otherwise a letter may be cut at its end, and nothing else but text may be in it */
    private static String decode(byte[] bytes, boolean complete) throws IOException {
        String wide = wideEncoding(bytes);
        if (!wide.isEmpty()) {
            throw new IOException("it is " + wide + ", and ag reads UTF-8");
        }
        try {
            CharBuffer letters = CharBuffer.allocate(bytes.length);
            CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), letters, complete);
            if (result.isError()) {
                result.throwException();
            }
            String text = letters.flip().toString();
            if (!complete && text.indexOf('\0') >= 0) {
                throw new IOException("it has zero bytes, so it is no text");
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw new IOException("it is not UTF-8 (perhaps Latin-1 or Windows-1252), and ag reads UTF-8", notUtf8);
        }
    }

    /** The encoding of more than one byte for each letter that the first bytes tell of; empty for none. */
    private static String wideEncoding(byte[] bytes) {
        int zeros = 0;
        for (int i = 0; i < Math.min(bytes.length, 4); i++) {
            zeros |= bytes[i] == 0 ? 1 << i : 0;
        }
        boolean marked = bytes.length >= 2
                && ((bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe)
                        || (bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff));
        return switch (zeros) {
            case 0b0111, 0b1110, 0b0011, 0b1100 -> "UTF-32";
            case 0b0101, 0b1010 -> "UTF-16";
            default -> marked ? "UTF-16" : "";
        };
    }
}
