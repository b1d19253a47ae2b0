package ag.lang.runtime;

import java.io.IOException;
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
        return decode(Files.readAllBytes(path));
    }

    /** The text of bytes; anything but UTF-8 is refused by the name it probably has. */
    public static String decode(byte[] bytes) throws IOException {
        if (bytes.length >= 2
                && ((bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe)
                        || (bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff))) {
            throw new IOException("it is UTF-16, and ag reads UTF-8");
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
