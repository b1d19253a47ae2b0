package ag.files.csv;

import static org.assertj.core.api.Assertions.assertThat;

import ag.data.CsvOptions;
import ag.data.DataSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file that is read as numbers and as a table of texts has the same rows both ways, and the same line is wrong in it. */
final class TablesAgreeTest {
    @TempDir
    private Path folder;

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void numbersAndTextsAreTheSameRows(int seed) throws IOException {
        Random random = new Random(seed);
        int width = 2 + random.nextInt(3);
        List<String> names = IntStream.range(0, width).mapToObj(i -> "c" + i).toList();
        List<String> lines = new ArrayList<>(List.of(String.join(",", names)));
        List<List<Double>> rows = new ArrayList<>();
        int ragged = seed % 2 == 0 ? -1 : 1 + random.nextInt(6);
        for (int line = 1; line <= 6; line++) {
            int size = line == ragged ? width + (random.nextBoolean() ? 1 : -1) : width;
            List<Double> row = random.ints(size, -50, 50).mapToObj(x -> x / 4.0).toList();
            rows.add(row);
            lines.add(String.join(
                    ",",
                    row.stream()
                            .map(x -> random.nextInt(4) == 0 ? "\"" + x + "\"" : " " + x)
                            .toList()));
        }
        Path file = Files.writeString(folder.resolve("t.csv"), String.join("\r\n", lines));
        CsvOptions options = CsvOptions.named(names.subList(0, width - 1), names.subList(width - 1, width));
        int wrong = wrong(() -> CsvReader.read(file, options, () -> {}));
        assertThat(wrong).isEqualTo(ragged < 0 ? 0 : ragged + 1);
        assertThat(wrong(() -> CsvReader.table(file, ',', true, () -> {}))).isEqualTo(wrong);
        if (ragged < 0) {
            DataSet read = CsvReader.read(file, options, () -> {});
            CsvTable table = CsvReader.table(file, ',', true, () -> {});
            assertThat(table.names()).isEqualTo(names);
            assertThat(read.size()).isEqualTo(rows.size());
            assertThat(table.rows().stream()
                            .map(row -> row.stream()
                                    .map(text -> TableColumn.number(text, '.'))
                                    .toList())
                            .toList())
                    .isEqualTo(rows);
        }
    }

    /** The line that is told to be wrong; 0 where none is. */
    private static int wrong(Runnable reading) {
        try {
            reading.run();
            return 0;
        } catch (CsvException problem) {
            return problem.line().orElseThrow();
        }
    }
}
