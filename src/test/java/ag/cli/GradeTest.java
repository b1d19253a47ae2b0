package ag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        String ann = write("ann.txt", "Ann, 12b\n1: 12x (x^2 + 7)^5\n2) y' = 2x*(8 + x^2)^(-1)\n3. 3 cos(x)^2\n");
        String bob = write("bob.txt", "1: (2x)^6\n3: save net to \"x\"\n");
        Call call = Call.of("grade", sheet, ann, bob);
        List<String> lines = call.output().lines().toList();
        assertThat(call.error()).isEmpty();
        assertThat(lines.get(2)).startsWith(ann).endsWith("+  +  -  2 of 3");
        assertThat(lines.get(3)).startsWith(bob).endsWith("-  .  ?  0 of 3");
        assertThat(lines)
                .contains(
                        "  " + ann + ", 3: 3 cos(x)^2 — the inner function is replaced by its derivative",
                        "  " + bob + ", 3: save net to \"x\" — no formula in x");
        assertThat(Files.readString(folder.resolve("sheet-marks.csv")))
                .startsWith("file,sheet,question,asked,answer,mark,mistakes,remark\n")
                .contains(
                        ",wrong,chain-inner-derived,",
                        ",unreadable,,",
                        ",chain-inner-derived",
                        "\"save net to \"\"x\"\"\"");
        assertThat(folder.resolve("never-written.html")).doesNotExist();
    }

    @Test
    void whatASpreadsheetWouldRunIsMadeAText() throws IOException {
        String sheet = write("sheet.ag", SHEET);
        String ann = write("ann.txt", "2: -2x/(x^2 + 8)\n");
        assertThat(Call.of("grade", sheet, ann).status()).isZero();
        assertThat(Files.readString(folder.resolve("sheet-marks.csv"))).contains(",'-2x/(x^2 + 8),wrong,sign-gained");
    }

    @Test
    void aCallWithoutAnswersOrWorksheetSaysWhatIsMissing() throws IOException {
        String sheet = write("sheet.ag", "1 + 1");
        String ann = write("ann.txt", "1: 2x");
        assertThat(Call.of("grade", sheet).error()).contains("ag grade sheet.ag answers/*.txt");
        assertThat(Call.of("grade", sheet, ann).error()).contains("makes no worksheet");
    }

    @Test
    void eachFileIsMarkedByTheSheetThatItNames() throws IOException {
        String sheet = write("class.ag", "worksheet { x^2; x^3; x^4; x^5; x^6; sin(x) } 1 questions seed 1..20");
        String[] files = new String[20];
        for (int i = 0; i < 20; i++) {
            // What is asked on a sheet of its own seed is what the range asks on that sheet.
            String asked = Call.of("-e", "worksheet { x^2; x^3; x^4; x^5; x^6; sin(x) } 1 questions seed " + (i + 1))
                    .output();
            String answer = asked.contains("sin")
                    ? "cos(x)"
                    : List.of("2x", "3x^2", "4x^3", "5x^4", "6x^5")
                            .get("²³⁴⁵⁶"
                                    .indexOf(asked.strip().charAt(asked.strip().length() - 2)));
            files[i] = write("s" + i + ".txt", "Sheet: " + (i + 1) + "\n1: " + answer);
        }
        String lost = write("lost.txt", "1: 2x");
        String other = write("other.txt", "sheet 21\n1: 2x");
        List<String> call = new ArrayList<>(List.of("grade", sheet));
        call.addAll(List.of(files));
        call.addAll(List.of(lost, other));
        Call marked = Call.of(call.toArray(String[]::new));
        assertThat(marked.output().lines().filter(line -> line.endsWith("+  1 of 1")))
                .hasSize(20);
        assertThat(marked.output())
                .contains(lost + ": it names no sheet from 1 to 20", other + ": it names no sheet from 1 to 20");
    }

    @Test
    void aFileThatCannotBeReadKeepsNoOtherFromBeingMarked() throws IOException {
        String sheet = write("sheet.ag", SHEET);
        String ann = write("ann.txt", "1: 12x (x^2 + 7)^5");
        String bob = folder.resolve("bob.txt").toString();
        Files.write(folder.resolve("bob.txt"), new byte[] {(byte) 0xff, (byte) 0xfe, '1', 0, ':', 0});
        String eve = folder.resolve("eve.txt").toString();
        Call call = Call.of("grade", sheet, bob, ann, eve);
        assertThat(call.status()).isZero();
        assertThat(call.output())
                .contains(
                        bob + "  ?  ?  ?  0 of 3",
                        ann + "  +  .  .  1 of 3",
                        "  " + bob + ": cannot read " + bob + ": it is UTF-16, and ag reads UTF-8",
                        "  " + eve + ": cannot read " + eve + ": there is no such file");
        assertThat(Files.readString(folder.resolve("sheet-marks.csv")))
                .contains(eve + ",,3,,,unreadable,,cannot read ");
        assertThat(Call.of("grade", sheet, eve).status()).isNotZero();
    }

    @Test
    void exercisesOfOnesOwnAreMarkedWithWhatTheProgramDefines() throws IOException {
        String sheet = write("own.ag", """
            f(x) = x e^x
            y = 2t^3
            print "not said"
            worksheet "Test" { f; y; d/dx (a x^2); ln(3x) } answers
            """);
        String ann = write("ann.txt", "1: (1 + x) e^x\n2: 6t^2\n3: 2a*x\n4: 3/x\n");
        Call call = Call.of("grade", sheet, ann);
        assertThat(call.output())
                .contains("+  +  +  -  3 of 4", "the logarithm keeps a factor that cancels")
                .doesNotContain("not said");
    }

    @Test
    void aLongAnswerIsCutInTheTableAndAStrangeOneIsMadeVisible() throws IOException {
        String sheet = write("sheet.ag", SHEET);
        String ann = write("ann.txt", "1: " + "(".repeat(3000) + "x" + ")".repeat(3000) + "\n2: \u0000x\n");
        assertThat(Call.of("grade", sheet, ann).output().lines()).allMatch(line -> line.length() < 300);
        assertThat(Files.readString(folder.resolve("sheet-marks.csv"))).doesNotContain("\u0000");
    }
}
