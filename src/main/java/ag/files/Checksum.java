package ag.files;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * A checksum over the texts and numbers of a document, in order. Its layout does not count, so a tool that formats JSON does no
 * harm.
 */
final class Checksum {
    private final CRC32C crc = new CRC32C();
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    Checksum add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        crc.update(bytes);
        return this;
    }

    Checksum add(long whole) {
        crc.update(number.clear().putLong(whole).flip());
        return this;
    }

    Checksum add(double[] numbers) {
        add(numbers.length);
        for (double x : numbers) {
            add(Double.doubleToLongBits(x));
        }
        return this;
    }

    /** As it stands in a file. */
    String text() {
        return "crc32c %08x".formatted(crc.getValue());
    }
}
