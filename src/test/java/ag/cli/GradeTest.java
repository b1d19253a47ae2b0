package ag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Marks for answers to a worksheet. The derivatives in the answers were worked out by hand. */
final class GradeTest {
    private static final String SHEET = "worksheet \"chain rule\" 3 questions level 2 seed 7";

    @TempDir
    Path folder;

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void answersAreMarkedAndMistakesNamed() throws IOException {
        String sheet = write("sheet.ag", SHEET + " to \"never-written.html\"\n" + SHEET + " answers\n");
        String ann =
                write("ann.txt", "Ann, 12b\n1: 2x e^(x^2 + 5)\n2) y' = x*(4 + x^2)^(-1/2)\n3. 1/(2 sqrt(x^2 + 8))\n");
        String bob = write("bob.txt", "1: e^(2x)\n3: save net to \"x\"\n");
        Call call = Call.of("grade", sheet, ann, bob);
        List<String> lines = call.output().lines().toList();
        assertThat(call.error()).isEmpty();
        assertThat(lines.get(2)).startsWith(ann).endsWith("+  +  -  2 of 3");
        assertThat(lines.get(3)).startsWith(bob).endsWith("-  .  ?  0 of 3");
        assertThat(lines)
                .contains(
                        "  " + ann + ", 3: 1/(2 sqrt(x^2 + 8)) — the derivative of the inner function is missing",
                        "  " + bob + ", 3: save net to \"x\" — no formula in x");
        assertThat(Files.readString(folder.resolve("sheet-marks.csv")))
                .startsWith("file,question,asked,answer,mark,mistakes,remark\n")
                .contains(
                        ",wrong,chain-inner-missing,",
                        ",unreadable,,",
                        ",chain-inner-derived",
                        "\"save net to \"\"x\"\"\"");
        assertThat(folder.resolve("never-written.html")).doesNotExist();
    }

    @Test
    void whatASpreadsheetWouldRunIsMadeAText() throws IOException {
        String sheet = write("sheet.ag", SHEET);
        String ann = write("ann.txt", "1: -2x e^(x^2 + 5)\n");
        assertThat(Call.of("grade", sheet, ann).status()).isZero();
        assertThat(Files.readString(folder.resolve("sheet-marks.csv"))).contains(",'-2x e^(x^2 + 5),wrong,sign-gained");
    }

    @Test
    void aCallWithoutAnswersOrWorksheetSaysWhatIsMissing() throws IOException {
        String sheet = write("sheet.ag", "1 + 1");
        String ann = write("ann.txt", "1: 2x");
        assertThat(Call.of("grade", sheet).error()).contains("ag grade sheet.ag answers/*.txt");
        assertThat(Call.of("grade", sheet, ann).error()).contains("makes no worksheet");
    }
}
