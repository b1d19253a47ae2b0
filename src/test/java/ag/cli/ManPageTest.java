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

    /** A hyphen that is not escaped becomes a typographic one, which no shell takes; a dot or a quote at a line's beginning is a command. */
    @Test
    void itIsWrittenSoThatItReadsAsItStands() {
        String page = ManPage.text("1.0-x");
        assertThat(page.lines().filter(line -> !line.startsWith(".TH"))).allSatisfy(line -> {
            assertThat(line.replace("\\-", "")).doesNotContain("-");
            assertThat(line).doesNotStartWith("'").matches("(\\.[A-Za-z]{2}( .*)?|\\.[BI] .*|[^.].*)");
        });
        String plain = page.replace("\\-", "-").replace("\\\\", "\\");
        assertThat(Arrays.stream(Command.values()))
                .allSatisfy(command -> assertThat(plain).contains(command.help()));
        assertThat(Arrays.stream(Option.values()))
                .allSatisfy(option -> assertThat(plain).contains(option.help()));
        assertThat(page.lines().filter(line -> line.startsWith(".SH")))
                .containsExactly(
                        ".SH NAME",
                        ".SH SYNOPSIS",
                        ".SH DESCRIPTION",
                        ".SH COMMANDS",
                        ".SH OPTIONS",
                        ".SH EXIT STATUS",
                        ".SH EXAMPLES");
    }
}
