package ag.repl;

import static org.assertj.core.api.Assertions.assertThat;

import ag.host.Host;
import ag.lang.source.Diagnostic;
import ag.lang.source.SourceText;
import ag.machine.FileAccess;
import ag.result.Format;
import ag.result.Result;
import ag.result.print.Style;
import ag.result.print.TextPrinter;
import ag.session.Interruption;
import ag.session.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConversationTest {
    @TempDir
    Path folder;

    @Test
    void whatWorkedIsSavedAsAProgramThatRuns() throws IOException {
        Path saved = folder.resolve("saved.ag");
        Talk talk = new Talk();
        talk.enter("let a = 2; L = a^3");
        talk.enter("nobody");
        talk.enter("f(x) = {\n  y = x\n  y + 1\n}");
        assertThat(talk.enter(":save " + saved)).isEqualTo("wrote 3 statements to " + saved + "\n");
        assertThat(saved).hasContent("let a = 2\nL = a^3\nf(x) = {\n  y = x\n  y + 1\n}\n");

        Talk another = new Talk();
        another.enter(":load " + saved);
        assertThat(another.enter("f(L)")).isEqualTo("9\n");
    }

    @Test
    void noStatementOfAFileSteersTheTerminalWhereItIsShownAgain() throws IOException {
        String steering = "\u001b[31m\u202e";
        Path loaded = java.nio.file.Files.writeString(
                folder.resolve("loaded.ag"),
                "s = \"" + steering + "\"\nf(x) = if s == \"" + steering + "\" then x else 2\n");
        Talk talk = new Talk(FileAccess.ALL, _ -> "t = \"" + steering + "\"");
        StringBuilder said = new StringBuilder();
        for (String entry : new String[] {":load " + loaded, "s", "f", ":list", ":vars", ":help s", ":edit", ":undo"}) {
            said.append(talk.enter(entry));
        }
        assertThat(said.toString())
                .contains("1  s = \"\\u001b[31m\\u202e\"", "took back: t = \"\\u001b[31m")
                .doesNotContain("\u001b", "\u202e");
    }

    @Test
    void whatUsesTheLastValueIsSavedAsAProgramThatRuns() throws IOException {
        Path saved = folder.resolve("saved.ag");
        Talk talk = new Talk();
        List.of("let a = 3", "a^2", "y = ans*a", "2", "ans", "grad y").forEach(talk::enter);
        talk.enter(":save " + saved);

        List<Result> results = new ArrayList<>();
        Optional<Diagnostic> mistake = new Session(results::add, Host.PLAIN, Interruption.none())
                .run(new SourceText("saved.ag", java.nio.file.Files.readString(saved)));
        assertThat(mistake).isEmpty();
        TextPrinter printer = new TextPrinter(Style.PLAIN, new Format(Format.STANDARD_DIGITS));
        assertThat(results).extracting(printer::text).containsExactly("9", "2", "2", "y = 27   ∂y/∂a = 27");
    }

    @Test
    void theLastValueRemembersHowItWasMade() {
        Talk talk = new Talk();
        talk.enter("let a = 3; a^2");
        assertThat(talk.enter("grad ans")).isEqualTo("ans = 9   ∂ans/∂a = 6\n");
        talk.enter("set a = 5");
        assertThat(talk.enter("ans")).isEqualTo("25\n");
    }

    @Test
    void viewsCallAValueByTheNameOfTheUsersNotByTheLastAnswers() {
        Talk talk = new Talk();
        talk.enter("let x = 2");
        talk.enter("x");
        assertThat(talk.enter("trace x^2")).contains("x ", "input").doesNotContain("ans");
        talk.enter("y = x^2");
        talk.enter("y");
        assertThat(talk.enter("explain y wrt x")).contains("x → y").doesNotContain("ans");
    }

    @Test
    void aFormulaWithoutAValueIsListedAsSuch() {
        Talk talk = new Talk();
        talk.enter("let k = 1");
        talk.enter("y = [1, 2][k]");
        talk.enter("set k = 5");
        assertThat(talk.enter(":vars")).contains("y     formula  no value: there is no element 5: the length is 2");
        assertThat(talk.enter("set k = 0; y")).endsWith("1\n");
    }

    @Test
    void aStatementTakenBackHasNeverHappened() {
        Talk talk = new Talk();
        talk.enter("let rate = 2");
        talk.enter("set rate = 5");
        talk.enter(":undo");
        assertThat(talk.enter("rate")).isEqualTo("2\n");
        talk.enter(":undo");
        talk.enter(":undo");
        assertThat(talk.enter("rate")).contains("unknown name 'rate'");
    }

    @Test
    void whatIsTakenBackPrintsNothingAgain() {
        Talk talk = new Talk();
        talk.enter("print 1");
        talk.enter("2");
        assertThat(talk.enter(":undo")).isEqualTo("took back: 2\n");
    }

    @Test
    void aStatementThatFailsKeepsWhatTheEntryDidBefore() {
        Talk talk = new Talk();
        talk.enter("a = 1; b = nobody; c = 3");
        assertThat(talk.enter(":list")).isEqualTo("1  a = 1\n");
        assertThat(talk.enter("a")).isEqualTo("1\n");
    }

    @Test
    void anEndlessLoopCanBeInterruptedAndTheSessionGoesOn() throws Exception {
        Talk talk = new Talk();
        talk.enter("a = 1");
        CompletableFuture<String> endless = CompletableFuture.supplyAsync(() -> talk.enter("while true { a = 2 }"));
        do {
            talk.conversation().interrupt();
            Thread.sleep(5);
        } while (!endless.isDone());
        assertThat(endless.get(1, TimeUnit.SECONDS)).isEqualTo("interrupted; what was computed before is kept\n");
        // The interruption may come before the first turn of the loop or after it.
        assertThat(talk.enter("a")).isIn("1\n", "2\n");
    }

    @Test
    void anInterruptionEndsWithTheProgramItWasFor() {
        Talk talk = new Talk();
        talk.enter("let k = 1; v = [10, 20]; f(i) = v[i]; L = f(k); set k = 0");
        talk.conversation().interrupt();
        assertThat(talk.enter(":vars")).contains("L     formula   10").doesNotContain("interrupted");
        talk.enter("set k = 1");
        talk.conversation().interrupt();
        assertThat(talk.enter(":help L")).startsWith("L is yours: formula 20");
    }

    @Test
    void aFormulaWithoutAValueIsNoReasonToLeave() throws Exception {
        Talk talk = new Talk();
        talk.enter("let k = 1; f(n) = if n <= 0 then 0 else 1 + f(n - 1); L = f(k); twice = 2f(k)");
        talk.enter("set k = 99990");
        assertThat(talk.enter(":help L")).startsWith("L is yours: formula 99990");
        talk.enter("set k = 1e9");
        assertThat(talk.enter(":vars"))
                .contains("L      formula   no value: calls are nested", "twice  formula   no value");
        assertThat(talk.enter(":help L")).startsWith("L is yours: formula no value: calls are nested");
        talk.enter("set k = 1; g(x) = { n = x; while n > 1 { n = x }; n }; M = g(k); set k = 3");
        CompletableFuture<String> endless = CompletableFuture.supplyAsync(() -> talk.enter(":vars"));
        do {
            talk.conversation().interrupt();
            Thread.sleep(5);
        } while (!endless.isDone());
        assertThat(endless.get(1, TimeUnit.SECONDS)).contains("M      formula   no value: interrupted");
        assertThat(talk.enter("set k = 1; L + M")).endsWith("\n2\n");
    }

    @Test
    void timeSaysHowLongAProgramTook() {
        assertThat(new Talk().enter(":time 1 + 1")).matches("2\ntook [0-9.]+(e[+-]\\d+)? m?s\n");
    }

    @Test
    void theLastEntryCanBeEditedAndRunsAgain() {
        Talk talk = new Talk(FileAccess.NONE, text -> text.replace("nobody", "2"));
        talk.enter("1 + nobody");
        assertThat(talk.enter(":edit")).isEqualTo("1 + 2\n3\n");
    }

    @Test
    void aSandboxSavesAndLoadsNothing() {
        Talk talk = new Talk(FileAccess.NONE, text -> text);
        assertThat(talk.enter(":save x.ag")).contains("files are not allowed here");
        assertThat(talk.enter(":load x.ag")).contains("files are not allowed here");
    }

    @Test
    void aCopiedConversationLosesItsPromptsAndAnswers() {
        assertThat(new Talk().enter("ag> f(x) = x^2\nfunction f(x) = x²\nag> f(\n...> 3)\n9\n"))
                .isEqualTo("function f(x) = x²\n9\n");
    }

    @Test
    void anErrorInALineTooLongForTheScreenIsShownWithTheLine() {
        String line = "1 + ".repeat(20) + "nobody";
        assertThat(new Talk().enter(line)).startsWith("error: unknown name 'nobody'\n --> entry 1:1:81");
    }

    @Test
    void aCommandThatIsTooShortNamesThoseItMayBe() {
        assertThat(new Talk().enter(":s")).isEqualTo("""
            error: :s may be any of several commands
              = write :save, or :set
            """);
        assertThat(new Talk().enter(":")).contains("see :help");
    }

    @Test
    void anErrorBelowOutputIsShownWithTheLine() {
        assertThat(new Talk().enter("print 1; nobody")).contains("--> entry 1:1:10");
    }

    @ParameterizedTest
    @ValueSource(strings = {":quit", ":q", "quit", "exit", "exit()"})
    void leavingIsUnderstoodInManyWays(String farewell) {
        assertThat(new Talk().goesOnAfter(farewell)).isFalse();
    }

    @Test
    void aNameOfTheUsersIsNoFarewell() {
        Talk talk = new Talk();
        talk.enter("exit = 3");
        assertThat(talk.goesOnAfter("exit")).isTrue();
    }
}
