package ag.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Holds our formats against those of Python: each row of {@code decimals.txt} is a number in hexadecimal, the letter, the precision,
 * and what {@code format(x, '.{precision}{letter}')} of Python 3 gives.
 */
final class DecimalsTest {
    @Test
    void itWritesWhatPythonWrites() throws IOException {
        for (String row : Files.readAllLines(Path.of("src/test/resources/reference/decimals.txt"))) {
            String[] parts = row.split(" ", -1);
            double x = parts[0].equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(parts[0]);
            int precision = Integer.parseInt(parts[2]);
            String ours = switch (parts[1]) {
                case "f" -> Decimals.fixed(x, precision);
                case "e" -> Decimals.scientific(x, precision);
                default -> Decimals.general(x, precision);
            };
            assertThat(ours).as(row).isEqualTo(parts[3]);
        }
    }
}
