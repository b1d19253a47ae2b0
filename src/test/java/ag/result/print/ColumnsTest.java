package ag.result.print;

import static org.assertj.core.api.Assertions.assertThat;

import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.result.NetworkResult;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What fits into its columns stands whole, and what does not ends where they end. */
final class ColumnsTest {
    @ParameterizedTest
    @CsvSource({
        "abc, 4, abc",
        "abc, 3, abc",
        "abc, 2, a…",
        "abc, 1, …",
        "形形, 5, 形形",
        "形形, 4, 形形",
        "形形, 3, 形…",
        "形形, 2, …",
    })
    void aTextIsCutWhereItIsTooWide(String text, int columns, String shown) {
        assertThat(Width.shorten(text, columns)).isEqualTo(shown);
        assertThat(Width.of(Width.shorten(text, columns))).isLessThanOrEqualTo(columns);
    }

    @Test
    void columnsAreAsWideAsTheirWidestEntry() {
        Table table = new Table(Style.PLAIN, List.of("name", "is"));
        table.add(List.of("a", "input"));
        table.add(List.of("velocity", "formula"));
        table.add(List.of("形形", "x\nyy"));
        assertThat(table.text()).isEqualTo("name      is\na         input\nvelocity  formula\n形形      x\n          yy");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "1, 1 s",
        "59, 59 s",
        "59.4, 59 s",
        "59.6, 1:00 min",
        "60, 1:00 min",
        "61, 1:01 min",
        "3599, 59:59 min",
        "3600, 60:00 min",
    })
    void theTimeThatIsLeft(double seconds, String left) {
        assertThat(bar(1, 2, null, seconds, 80)).endsWith("  loss 0.5  " + left + " left");
    }

    @ParameterizedTest
    @CsvSource({"0, 4, 80, 0, 24", "1, 4, 80, 6, 18", "4, 4, 80, 24, 0", "3, 4, 56, 6, 3", "1, 4, 10, 0, 0"})
    void theBarFillsTheLine(int done, int epochs, int columns, int full, int empty) {
        String line = bar(done, epochs, 0.875, done, columns);
        assertThat(line.chars().filter(c -> c == '█').count()).isEqualTo(full);
        assertThat(line.chars().filter(c -> c == '░').count()).isEqualTo(empty);
        assertThat(line).contains("epoch " + done + "/" + epochs + " ", "  accuracy 87.5 %");
    }

    private static String bar(int done, int epochs, @Nullable Double accuracy, double seconds, int columns) {
        Span span = new Span(new SourceText("", ""), 0, 0);
        return new ProgressBar(Style.PLAIN)
                .line(new NetworkResult.Progress(done, epochs, 0.5, accuracy, seconds, false, null, span), columns);
    }
}
