package ag.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ag.data.CsvCleaning;
import ag.data.CsvOptions;
import ag.host.Formats;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is read from a file can be ended while it is read, and nothing is read once more. */
final class PausesTest {
    private static final Span HERE = new Span(new SourceText("p", "p"), 0, 1);
    private static final CsvOptions OPTIONS = CsvOptions.named(List.of("x"), List.of("y"));
    private static final CsvCleaning CLEANING = new CsvCleaning(
            true, '.', CsvCleaning.Missing.REFUSE, OptionalDouble.empty(), CsvCleaning.Categories.REFUSE);

    @TempDir
    private Path folder;

    @Test
    void everyKindOfFileIsReadWithPauses() throws IOException {
        String file =
                Files.writeString(folder.resolve("t.csv"), "x,y\n1,2\n3,4\n").toString();
        Formats formats = ThisMachine.host(FileAccess.ALL).formats();
        Map<String, Consumer<Runnable>> readings = Map.of(
                "a table", pause -> formats.readCsv(file, OPTIONS, HERE, pause),
                "a table that is cleaned", pause -> formats.readCsv(file, OPTIONS, CLEANING, HERE, pause),
                "columns", pause -> formats.describeCsv(file, ',', HERE, pause),
                "a model", pause -> formats.readModel(file, HERE, pause),
                "a checkpoint", pause -> formats.readCheckpoint(file, 1, "sgd", HERE, pause));
        readings.forEach((kind, reading) -> assertThatThrownBy(() -> reading.accept(() -> {
                    throw new CancellationException("ended");
                }))
                .as(kind)
                .isInstanceOf(CancellationException.class));
        assertThat(formats.readCsv(file, OPTIONS, HERE, () -> {}).size()).isEqualTo(2);
        assertThat(formats.describeCsv(file, ',', HERE, () -> {}))
                .extracting(column -> column.name())
                .containsExactly("x", "y");
    }
}
