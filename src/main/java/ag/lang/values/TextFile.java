package ag.lang.values;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads text files, which are UTF-8, with or without a byte order mark. */
public final class TextFile {
    private TextFile() {}

    public static String read(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new FileSystemException(path.toString(), null, "it is a folder");
        }
        return decode(bytes(path));
    }

    /** By a plain stream: the channels of {@link Files} load Java's network library first, which takes a millisecond. */
    private static byte[] bytes(Path path) throws IOException {
        try (InputStream file = new FileInputStream(path.toFile())) {
            return file.readAllBytes();
        } catch (FileNotFoundException unclear) {
            return Files.readAllBytes(path); // says why it cannot
        }
    }

    /** The text of bytes; anything but UTF-8 is refused by the name it probably has. */
    public static String decode(byte[] bytes) throws IOException {
        String wide = wideEncoding(bytes);
        if (!wide.isEmpty()) {
            throw new IOException("it is " + wide + ", and ag reads UTF-8");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
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

    /** Why a file could not be read or written, in words. */
    public static String reason(IOException problem) {
        return switch (problem) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "it may not be touched";
            case FileSystemException failed -> failed.getReason() == null ? "it cannot be used" : failed.getReason();
            default -> problem.getMessage() == null ? "it cannot be used" : problem.getMessage();
        };
    }
}
