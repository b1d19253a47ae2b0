package ag.repl;

import static ag.repl.TypedKeys.ALT_ENTER;
import static ag.repl.TypedKeys.CTRL_C;
import static ag.repl.TypedKeys.CTRL_D;
import static ag.repl.TypedKeys.CTRL_R;
import static ag.repl.TypedKeys.ENTER;
import static ag.repl.TypedKeys.RIGHT;
import static ag.repl.TypedKeys.TAB;
import static ag.repl.TypedKeys.UP;
import static org.assertj.core.api.Assertions.assertThat;

import ag.machine.FileAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
final class TypedKeysTest {
    @TempDir
    Path state;

    @Test
    void anEntryIsAnswered() throws IOException {
        try (TypedKeys repl = repl()) {
            repl.type("1 + 1", ENTER);
            repl.await("ag> 1 + 1\n2\nag>");
        }
    }

    @Test
    void anEntryWithAnOpenBracketGoesOnInTheNextLine() throws IOException {
        try (TypedKeys repl = repl()) {
            repl.type("(1 +", ENTER, "2)", ENTER);
            repl.await("ag> (1 +\n...> 2)\n3\nag>");
        }
    }

    @Test
    void altEnterBeginsANewLine() throws IOException {
        try (TypedKeys repl = repl()) {
            repl.type("x = 2", ALT_ENTER, "3x", ENTER);
            repl.await("ag> x = 2\n...> 3x\nx = 2\n6\nag>");
        }
    }

    @Test
    void aHistoryThatWasCutInTheMiddleOfACharacterOrIsNoTextAtAllKeepsItsWholeLines() throws IOException {
        Path history = Files.createDirectories(state.resolve("ag")).resolve("history");
        Files.write(history, new byte[] {'n', (byte) 0xFF, '\n', '4', '2', '\n', 'l', 'e', 't', ' ', (byte) 0xCE});
        try (TypedKeys repl = repl()) {
            repl.type(UP, ENTER);
            repl.await("ag> 42\n42\nag>");
        }
        try (TypedKeys repl = repl()) {
            repl.type(UP, ENTER);
            repl.await("ag> 42\n42\nag>");
        }
    }

    @Test
    void tabCompletesANameAndListsSeveral() throws IOException {
        try (TypedKeys repl = repl()) {
            repl.type("hypo", TAB);
            repl.await("ag> hypot");
            repl.type("(3, 4)", ENTER);
            repl.await("\n5\n");
            repl.type("2*tan", TAB);
            repl.await("hyperbolic tangent, from -1 to 1");
        }
    }

    @Test
    void tabSaysWhatIsMissingWhereNothingFits() throws IOException {
        try (TypedKeys repl = repl()) {
            repl.type("train ", TAB);
            repl.await("ag> train\nthere is no network yet: mlp net { input 2; layer 1 } makes one");
            repl.type("x");
            repl.await(shown -> shown.endsWith("ag> train x"), "the line alone");
            repl.type(CTRL_C, "6*7", ENTER);
            repl.await("ag> 6*7\n42\nag>");
        }
    }

    @Test
    void aMistakeBehindACommandIsShownWithItsOwnLine() throws IOException {
        Path file = state.resolve("wrong.ag");
        Files.writeString(file, "1 + nobody");
        try (TypedKeys repl = repl()) {
            repl.type(":time 1 + nobody", ENTER);
            repl.await("--> :time:1:5\n  |\n1 | 1 + nobody\n  |     ^^^^^^\n");
            repl.type(":load " + file, ENTER);
            repl.await("wrong.ag:1:5\n  |\n1 | 1 + nobody\n  |     ^^^^^^\n");
        }
    }

    @Test
    void aMistakeBehindAPastedTabIsShownWithItsLine() throws IOException {
        try (TypedKeys repl = repl()) {
            repl.type("\u001b[200~a = 1\t+ \tnobody\u001b[201~", ENTER);
            repl.await("1 | a = 1    +     nobody\n  |                ^^^^^^\n");
        }
    }

    @Test
    void aCompletedWordBehindWhichMoreStandsIsFollowedByASpace() throws IOException {
        try (TypedKeys repl = repl()) {
            repl.type(":tim", TAB, "prin", TAB, "6*7", ENTER);
            repl.await("ag> :time print 6*7\n42\ntook ");
        }
    }

    @ParameterizedTest
    @CsvSource({"[H, [F", "OH, OF", "[1~, [4~", "[7~, [8~"})
    void homeAndEndAreUnderstoodAsAnyTerminalSendsThem(String home, String end) throws IOException {
        try (TypedKeys repl = repl()) {
            repl.type("3", "\u001b" + home, "2*", "\u001b" + end, "7", ENTER);
            repl.await("ag> 2*37\n74\nag>");
        }
    }

    @Test
    void upBringsTheEntriesThatBeginAsTheTypedOneDoes() throws IOException {
        try (TypedKeys repl = repl()) {
            repl.type("let a = 1", ENTER);
            repl.await("a = 1\nag>");
            repl.type("let b = 2", ENTER);
            repl.await("b = 2\nag>");
            repl.type("a + b", ENTER);
            repl.await("3\nag>");
            repl.type("let", UP, UP, ENTER);
            repl.await("3\nag> let a = 1\na = 1\nag>");
        }
    }

    @Test
    void anEntryOfSeveralLinesComesBackWhole() throws IOException {
        try (TypedKeys repl = repl()) {
            repl.type("(1 +", ENTER, "2)", ENTER);
            repl.await("3\nag>");
            repl.type(UP);
            repl.await("3\nag> (1 +\n...> 2)");
            repl.type(ENTER);
            repl.await("3\nag> (1 +\n...> 2)\n3\nag>");
        }
    }

    @Test
    void ctrlRSearchesTheHistory() throws IOException {
        try (TypedKeys repl = repl()) {
            repl.type("alpha = 7", ENTER);
            repl.await("alpha = 7\nalpha = 7\nag>");
            repl.type("2", ENTER);
            repl.await("\n2\nag>");
            repl.type(CTRL_R, "lph");
            repl.await("bck-i-search: lph_");
            repl.type(ENTER);
            repl.await("2\nag> alpha = 7\nalpha = 7\nag>");
        }
    }

    @Test
    void theRestOfAnEntryOfTheHistoryShowsAndIsTakenByTheRightArrow() throws IOException {
        try (TypedKeys repl = repl()) {
            repl.type("alpha = 7", ENTER);
            repl.await("alpha = 7\nag>");
            repl.type("al");
            repl.await("alpha = 7\nag> alpha = 7");
            repl.type(RIGHT, " + 1", ENTER);
            repl.await("alpha = 8\nag>");
        }
    }

    @Test
    void theHistoryOutlivesTheSession() throws IOException {
        try (TypedKeys repl = repl()) {
            repl.type("remembered = 5", ENTER);
            repl.await("remembered = 5\nremembered = 5");
            assertThat(Files.readString(state.resolve("ag/history"))).contains("remembered = 5");
        }
        try (TypedKeys repl = repl()) {
            repl.type(UP);
            repl.await("ag> remembered = 5");
        }
    }

    @Test
    void ctrlCDropsTheLineAndWhatShowsBelowIt() throws IOException {
        try (TypedKeys repl = repl()) {
            repl.type("2*tan", TAB);
            repl.await("hyperbolic tangent");
            repl.type(CTRL_C);
            repl.await(shown -> shown.endsWith("ag>") && !shown.contains("hyperbolic"), "an empty line");
            repl.type("7", ENTER);
            repl.await("ag> 7\n7\nag>");
        }
    }

    @Test
    void ctrlCStopsALoopAndTheSessionGoesOn() throws IOException {
        try (TypedKeys repl = repl()) {
            repl.type("k = 5", ENTER);
            repl.await("k = 5\nag>");
            repl.type("while true { if k < 6 { k = 6; print \"on\" } }", ENTER);
            repl.await("\non");
            repl.type(CTRL_C);
            repl.await("interrupted; what was computed before is kept\nag>");
            repl.type("k", ENTER);
            repl.await("ag> k\n6\nag>");
        }
    }

    @Test
    void ctrlDLeaves() throws IOException {
        try (TypedKeys repl = repl()) {
            repl.type(CTRL_D);
            repl.awaitEnd();
        }
    }

    @Test
    void aPastedConversationLosesItsPrompts() throws IOException {
        try (TypedKeys repl = repl()) {
            repl.type("\u001b[200~ag> p = 2\rp = 2\rag> p + 1\r3\r\u001b[201~");
            repl.await("ag> p = 2\n...> p + 1");
            repl.type(ENTER);
            repl.await("p = 2\n3\nag>");
        }
    }

    @Test
    void anErrorIsMarkedUnderTheLine() throws IOException {
        try (TypedKeys repl = repl()) {
            repl.type("1 + nobody", ENTER);
            repl.await("ag> 1 + nobody\n        ^^^^^^\nerror: unknown name 'nobody'");
        }
    }

    @Test
    void aDumbTerminalGetsPlainText() throws IOException {
        try (TypedKeys repl =
                new TypedKeys(TypedKeys.Setup.in(state).type("dumb").colour(true))) {
            repl.type("let a = 2", ENTER, "grad a^2", ENTER);
            repl.await("a^2 = 4");
            repl.type("nobody", ENTER);
            repl.await("unknown name 'nobody'");
            assertThat(repl.raw()).doesNotContain("\u001b");
        }
    }

    @Test
    void withoutColourNoSequenceColours() throws IOException {
        try (TypedKeys repl = repl()) {
            repl.type("tanh(0.5) # half", ENTER);
            repl.await("0.462117");
            assertThat(repl.raw()).doesNotContainPattern("\u001b\\[[0-9;]*3[0-9]m");
        }
        try (TypedKeys repl = new TypedKeys(TypedKeys.Setup.in(state).colour(true))) {
            repl.type("tanh(0.5)", ENTER);
            repl.await("0.462117");
            assertThat(repl.raw()).containsPattern("\u001b\\[[0-9;]*3[0-9]m");
        }
    }

    @Test
    void withoutUnicodeAllIsAscii() throws IOException {
        try (TypedKeys repl = new TypedKeys(TypedKeys.Setup.in(state).unicode(false))) {
            repl.type("let a = 2", ENTER, "grad a^2", ENTER);
            repl.await("a^2 = 4   d(a^2)/da = 4");
            assertThat(repl.raw().chars()).allMatch(c -> c < 0x80);
        }
    }

    @Test
    void aNarrowTerminalWrapsWhatIsTyped() throws IOException {
        try (TypedKeys repl = new TypedKeys(TypedKeys.Setup.in(state).size(20, 24))) {
            repl.type("1 + 2 + 3 + 4 + 5 + 6 + nobody", ENTER);
            repl.await("error: unknown name");
            repl.type("1 + 2 + 3 + 4 + 5 + 6", ENTER);
            repl.await("\n21\nag>");
        }
    }

    @Test
    void aResizedWindowGoesOn() throws IOException {
        try (TypedKeys repl = repl()) {
            repl.type("(1 +", ENTER, "2)");
            repl.await("ag> (1 +\n...> 2)\n= 3");
            repl.resize(40, 10);
            repl.await(shown -> shown.endsWith("ag> (1 +\n...> 2)"), "the entry anew");
            repl.type(" + 3", ENTER);
            repl.await("ag> (1 +\n...> 2) + 3\n6\nag>");
        }
    }

    @Test
    void aFormulaShowsItsValueWhileItIsTyped() throws IOException {
        try (TypedKeys repl = repl()) {
            repl.type("let a = 2", ENTER);
            repl.await("a = 2\nag>");
            repl.type("a^3 + 1");
            repl.await("ag> a^3 + 1\n= 9   d/da = 12");
            repl.type(" +");
            repl.await(shown -> shown.endsWith("ag> a^3 + 1 +"), "the value to go");
            repl.type(" 1", ENTER);
            repl.await("ag> a^3 + 1 + 1\n10\nag>");
            repl.type(":set live off", ENTER, "a^4");
            repl.await("ag> a^4");
            sleep(300);
            assertThat(repl.shown()).doesNotContain("= 16");
        }
    }

    @Test
    void whatIsLongerThanTheWindowIsShownPageByPage() throws IOException {
        try (TypedKeys repl = new TypedKeys(TypedKeys.Setup.in(state).size(80, 12))) {
            repl.type(":help tanh", ENTER);
            repl.await(shown -> shown.contains("hyperbolic tangent") && !shown.contains("ag>  "), "the first page");
            repl.type("q");
            repl.await("ag>");
            repl.type("6*7", ENTER);
            repl.await("42\nag>");
        }
    }

    @Test
    void aDumbTerminalGetsAllAtOnce() throws IOException {
        try (TypedKeys repl =
                new TypedKeys(TypedKeys.Setup.in(state).type("dumb").size(80, 12))) {
            repl.type(":help tanh", ENTER, "6*7", ENTER);
            repl.await("42");
            assertThat(repl.raw()).contains("0.786448");
        }
    }

    @Test
    void aTrainingShowsHowFarItIs() throws IOException {
        try (TypedKeys repl = repl()) {
            repl.type("mlp net { input 2; layer 32 tanh; layer 1 }; data d = make_moons(n = 1000)", ENTER);
            repl.type("train net on d { loss bce_logits; optimizer sgd(lr = 0.01); epochs 1000000 }", ENTER);
            repl.await("/1000000 ");
            repl.type(CTRL_C);
            repl.await("interrupted; what was computed before is kept\nag>");
            assertThat(repl.shown()).doesNotContain("/1000000 ");
        }
    }

    @Test
    void anInterruptedTrainingIsSavedAsFarAsItWent() throws IOException {
        Path saved = state.resolve("saved.ag");
        String learned;
        try (TypedKeys repl = repl()) {
            repl.type(
                    "mlp net { input 2; layer 4 tanh; layer 1; seed 1 }; data d = make_moons(n = 500, seed = 1)",
                    ENTER);
            repl.type("train net on d { loss bce_logits; optimizer sgd(lr = 0.1); epochs 10_000_000; batch 7 }", ENTER);
            repl.await("/10000000 ");
            repl.type(CTRL_C);
            repl.await("interrupted; what was computed before is kept\nag>");
            repl.type(":set digits 17", ENTER, "b = net.parameters", ENTER);
            learned = answer(repl.await(shown -> answer(shown).endsWith("]"), "the parameters"));
            repl.type(":undo", ENTER);
            repl.await("took back: b = net.parameters");
            repl.type("c = net.parameters", ENTER);
            repl.await(shown -> answer(shown).equals(learned.replaceFirst("b", "c")), "the same parameters again");
            repl.type(":undo", ENTER);
            repl.await("took back: c = net.parameters");
            repl.type(":save " + saved, ENTER);
            repl.await("wrote 3 statements");
        }
        assertThat(Files.readString(saved)).containsPattern("batch 7; stop after step \\d+ }\n$");
        try (TypedKeys repl = repl()) {
            repl.type(":set digits 17", ENTER, ":load " + saved, ENTER);
            repl.await("trained net");
            repl.type("b = net.parameters", ENTER);
            repl.await(shown -> answer(shown).equals(learned), "the same parameters again");
        }
    }

    /** The last definition on the screen with what it gives, however many rows that takes. */
    private static String answer(String shown) {
        String[] parts = shown.replaceFirst("\nag>$", "").split("net.parameters\n", -1);
        return parts[parts.length - 1].replace("\n", "");
    }

    @Test
    void whatASessionDidCanBeTakenBackAfterACrash() throws IOException {
        Path sessions = state.resolve("ag/sessions");
        try (TypedKeys repl = repl()) {
            repl.type("let a = 2; nobody", ENTER);
            repl.await("nobody'");
            repl.type("b = a^2", ENTER);
            repl.await("b = 4");
            repl.type("c = 1", ENTER);
            repl.await("c = 1\nc = 1");
            repl.type(":undo", ENTER);
            repl.await("took back");
            assertThat(onlyFile(sessions)).hasContent("let a = 2\nb = a^2\n");
            // As a crash leaves it.
            Files.copy(onlyFile(sessions), sessions.resolve("99991231-000000-000-1.ag"));
        }
        Files.move(sessions.resolve("99991231-000000-000-1.ag"), sessions.resolve("99991231-000000-000-999999999.ag"));
        try (TypedKeys repl = repl()) {
            repl.await("the last session was cut off");
            repl.type(":load", ENTER, "b", ENTER);
            repl.await("ag> b\n4\nag>");
        }
    }

    @Test
    void aSandboxKeepsNothing() throws IOException {
        try (TypedKeys repl = new TypedKeys(TypedKeys.Setup.in(state).files(FileAccess.NONE))) {
            repl.type("a = 1", ENTER);
            repl.await("a = 1\na = 1");
        }
        assertThat(state).isEmptyDirectory();
    }

    private static Path onlyFile(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    private TypedKeys repl() throws IOException {
        return new TypedKeys(TypedKeys.Setup.in(state));
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
