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
    void aWordWithAQuestionMarkAsksForHelp() {
        assertThat(CellPart.of("?tanh\na = 1\ngrad?\n? plot\n??θ"))
                .containsExactly(
                        new Command("help", "tanh"),
                        new Program("\na = 1"),
                        new Command("help", "grad"),
                        new Command("help", "plot"),
                        new Command("help", "θ"));
        assertThat(CellPart.of("print \"why?\"")).containsExactly(new Program("print \"why?\""));
        assertThat(CellPart.of("tanh")).containsExactly(new Program("tanh"));
        assertThat(CellPart.of("a + b?")).containsExactly(new Program("a + b?"));
    }

    @Test
    void twoSignsTakeTheWholeCell() {
        assertThat(CellPart.of("%%time\na\n%b")).containsExactly(new Command("time", "\na\n%b"));
    }
}
