package ag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The manual page names every command and option. */
final class ManPageTest {
    @Test
    void itIsMadeFromTheTables() {
        String page = ManPage.text("1.0-x");
        assertThat(page).startsWith(".TH AG 1 \"\" \"ag 1.0\\-x\"");
        assertThat(Arrays.stream(Command.values()))
                .allSatisfy(command -> assertThat(page).contains(".B ag " + command.word() + "\n"));
        assertThat(Arrays.stream(Option.values()))
                .allSatisfy(option ->
                        assertThat(page).contains(".B " + option.dashed().replace("-", "\\-")));
    }
}
