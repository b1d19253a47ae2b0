package ag.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import ag.kernel.CellPart.Command;
import ag.kernel.CellPart.Program;
import org.junit.jupiter.api.Test;

/** A cell falls into programs and lines with a percent sign. */
final class CellPartTest {
    @Test
    void aProgramIsOnePart() {
        assertThat(CellPart.of("let a = 2\n\na + 1")).containsExactly(new Program("let a = 2\n\na + 1"));
        assertThat(CellPart.of("5 % 3")).containsExactly(new Program("5 % 3"));
        assertThat(CellPart.of(" \n")).isEmpty();
    }

    @Test
    void linesKeepTheirNumbers() {
        assertThat(CellPart.of("%time a\nb\nc\n %run x.ag\nd"))
                .containsExactly(
                        new Command("time", "a"),
                        new Program("\nb\nc"),
                        new Command("run", "x.ag"),
                        new Program("\n\n\n\nd"));
    }

    @Test
    void twoSignsTakeTheWholeCell() {
        assertThat(CellPart.of("%%time\na\n%b")).containsExactly(new Command("time", "\na\n%b"));
    }
}
