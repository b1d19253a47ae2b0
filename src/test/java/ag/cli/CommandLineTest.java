package ag.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ag.cli.Surroundings.Sink;
import ag.cli.Surroundings.Source;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineTest {
    @TempDir
    Path folder;

    @Test
    void aTextInTheCallIsRun() {
        assertThat(Call.of("-e", "let a = 2; grad a^3")).isEqualTo(new Call(0, "a^3 = 8   ∂(a^3)/∂a = 12\n", ""));
    }

    @Test
    void aTextThatBeginsWithAMinusIsNoOption() {
        assertThat(Call.of("-e", "-exp(0)").output()).isEqualTo("-1\n");
    }

    @Test
    void eachTextOfSeveralHasASessionOfItsOwn() {
        Call call = Call.of("-e", "rate = 1; rate", "-e", "rate");
        assertThat(call.output()).isEqualTo("1\n");
        assertThat(call.error()).contains("unknown name 'rate'");
        assertThat(call.status()).isEqualTo(1);
    }

    @Test
    void whatIsPipedInIsRunWithoutBeingAskedFor() {
        assertThat(Call.where().reads("print 6 * 7\n").call().output()).isEqualTo("42\n");
    }

    @Test
    void aLoneMinusStandsForWhatIsPipedIn() {
        Call call = Call.where().reads("1 +").call("run", "-");
        assertThat(call.error()).contains("--> -:1:3");
        assertThat(call.status()).isEqualTo(1);
    }

    @Test
    void aFileThatFailsKeepsNoOtherFromRunning() throws IOException {
        String wrong = write("wrong.ag", "print 1\nprint nobody\n");
        String right = write("right.ag", "print 2\n");
        Call call = Call.of(wrong, right);
        assertThat(call.output()).isEqualTo("1\n2\n");
        assertThat(call.error()).contains("unknown name 'nobody'", "wrong.ag:2:7");
        assertThat(call.status()).isEqualTo(1);
    }

    @Test
    void aFileThatIsNotThereIsAWrongCall() {
        Call call = Call.of(folder.resolve("missing.ag").toString(), "-e", "print 2");
        assertThat(call.output()).isEqualTo("2\n");
        assertThat(call.error()).contains("missing.ag: there is no such file");
        assertThat(call.status()).isEqualTo(2);
    }

    @Test
    void aFileThatIsNotUtf8IsAProgramThatFails() throws IOException {
        Path latin = folder.resolve("latin.ag");
        Files.write(latin, "x = 1 # naïve".getBytes(ISO_8859_1));
        Call call = Call.of(latin.toString());
        assertThat(call.error()).contains("it is not UTF-8");
        assertThat(call.status()).isEqualTo(1);
    }

    @Test
    void resultsGoToTheOutputAndEverythingElseBesideIt() {
        Call call = Call.of("-e", "let a = 0; log(a)");
        assertThat(call.output()).isEqualTo("-inf\n");
        assertThat(call.error()).startsWith("note: log(0) is -inf");
    }

    @Test
    void quietLeavesNotesOut() {
        assertThat(Call.of("--quiet", "-e", "let a = 0; log(a)")).isEqualTo(new Call(0, "-inf\n", ""));
    }

    @Test
    void jsonPutsAllOfItOnTheOutputALineEach() {
        Call call = Call.of("--json", "-e", "let a = 0; log(a); nobody");
        assertThat(call.error()).isEmpty();
        assertThat(call.output().lines())
                .satisfiesExactly(
                        note -> assertThat(note).contains("\"kind\":\"note\""),
                        value -> assertThat(value).contains("\"kind\":\"value\"", "\"value\":\"-Infinity\""),
                        error -> assertThat(error).contains("\"kind\":\"error\"", "\"code\":\"unknown-name\""));
        assertThat(call.status()).isEqualTo(1);
    }

    @Test
    void jsonIsNotNestedDeeperThanItsReadersGo() {
        Call call = Call.of("--json", "-e", "v = [\"x\"]; repeat 2000 { v = [v] }; v; print 1");
        assertThat(call.output()).contains("\"code\":\"too-deep\"").doesNotContain("internal");
        assertThat(call.status()).isEqualTo(1);
        assertThat(Call.of("--json", "-e", "v = [\"x\"]; repeat 900 { v = [v] }; v")
                        .output())
                .contains("\"value\":[[[[");
    }

    @Test
    void aFileThatIsNotThereIsAnErrorInJsonToo() {
        assertThat(Call.of("--json", "missing.ag").output()).startsWith("{\"kind\":\"error\",\"file\":\"missing.ag\",");
    }

    @Test
    void whatCannotBeReadIsNamedAndKeepsNoOtherFromRunning() throws IOException {
        Path none = folder.resolve("none.ag");
        Call call = Call.of("", folder.toString(), none.toString(), "a\0b", write("a.ag", "print 1"));
        assertThat(call.error())
                .contains(
                        "cannot read '': a file has a name",
                        folder + ": this is a folder",
                        none + ": there is no such file")
                .contains("no file can have this name");
        assertThat(call.output()).isEqualTo("1\n");
        assertThat(call.status()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lines(\"\")", "import \"\"", "data d = csv(\"\", target = \"y\")", "load net from \"\""})
    void noFileHasAnEmptyName(String program) {
        assertThat(Call.of("-e", program).error()).startsWith("error: a file has a name, and this is empty\n");
    }

    @Test
    void nothingAtAllIsAProgram() throws IOException {
        assertThat(Call.of(write("empty.ag", ""), write("remark.ag", "# only this")))
                .isEqualTo(new Call(0, "", ""));
        assertThat(Call.of()).isEqualTo(new Call(0, "", ""));
        assertThat(Call.of("-e", "")).isEqualTo(new Call(0, "", ""));
        assertThat(Call.of("-e", "--json=3").error()).contains("--> -e:1:2");
    }

    @Test
    void whatComesInContinuesAProgramWithDashI() throws IOException {
        Call call = Call.where()
                .reads("set a = 3; print L, b")
                .call("-i", write("a.ag", "let a = 2; L = a^2"), "-e", "b = 7", write("wrong.ag", "nobody"));
        assertThat(call.output()).isEqualTo("9 7\n");
        assertThat(call.error()).contains("wrong.ag:1:1");
        assertThat(call.status()).isEqualTo(1);
    }

    @Test
    void theSameSeedGivesTheSameNumbers() {
        String first = Call.of("--seed", "5", "-e", "random()").output();
        assertThat(Call.of("-e", "random()", "--seed=5").output()).isEqualTo(first);
        assertThat(Call.of("--seed", "6", "-e", "random()").output()).isNotEqualTo(first);
    }

    @Test
    void aProgramThatTakesTooLongEndsAndTheNextRuns() {
        Call call = Call.of("--max-time", "50ms", "-e", "print 1; while true { }", "-e", "print 2");
        assertThat(call.output()).isEqualTo("1\n2\n");
        assertThat(call.error()).contains("longer than --max-time allows");
        assertThat(call.status()).isEqualTo(124);
    }

    @Test
    void aProgramThatMakesTooManyValuesEnds() {
        Call call = Call.of("--max-nodes", "1_000", "-e", "let a = 1; s = a; repeat 1e6 { s = s + a }");
        assertThat(call.error()).contains("more than 1000 values");
        assertThat(call.status()).isEqualTo(124);
    }

    @Test
    void aSandboxHasNoFiles() throws IOException {
        String imported = write("imported.ag", "print 1");
        Call call = Call.of("--sandbox", "-e", "import \"" + imported.replace("\\", "\\\\") + "\"");
        assertThat(call.output()).isEmpty();
        assertThat(call.error()).contains("files are not allowed here");
        assertThat(call.status()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "--jsn, did you mean --json?",
        "--max-tim=3s, did you mean --max-time?",
        "--sed 3, did you mean --seed?",
        "-x, unknown option -x",
        "--junit report.xml, --junit means nothing to ag run",
        "--max-nodes, --max-nodes needs a value behind it: --max-nodes N",
        "--seed one, 'one' is none",
        "--seed -1, a whole number from 0 to 4294967295",
        "--seed 4294967296, '4294967296' is none",
        "--seed 5d, '5d' is none",
        "--seed=, --seed needs a value behind it",
        "--max-time=, --max-time needs a value behind it",
        "--max-time 0, '0' is none",
        "--max-time NaN, 'NaN' is none",
        "--json=no, --json takes no value",
        "-e --seed --json=no, --json takes no value",
        "-e -- --json=no, --json takes no value",
        "--max-time soon, 'soon' is none",
        "--max-time -3s, '-3s' is none",
        "--max-nodes 1.5, '1.5' is none",
    })
    void aWrongCallSaysWhatIsMeant(String arguments, String message) {
        Call call = Call.of(arguments.split(" ", -1));
        assertThat(call.error()).contains(message, "see: ag --help");
        assertThat(call.output()).isEmpty();
        assertThat(call.status()).isEqualTo(2);
    }

    @Test
    void theHelpFitsAScreen() {
        Call call = Call.of("--help");
        assertThat(call.output().lines())
                .as("and the prompt below it")
                .hasSizeLessThan(24)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(call.status()).isZero();
        assertThat(Call.of("-h")).isEqualTo(call);
    }

    @ParameterizedTest
    @EnumSource(Option.class)
    void theHelpNamesEveryOption(Option option) {
        assertThat(Call.of("--help").output()).contains(option.dashed());
    }

    @Test
    void theVersionIsANumberAndACommit() {
        assertThat(Call.of("--version").output()).matches("ag \\S+ \\(commit (unknown|[0-9a-f]{12,}(-dirty)?)\\)\n");
    }

    @Test
    void coloursAreForTerminals() {
        assertThat(Call.of("-e", "nobody").error()).doesNotContain("\u001b");
        assertThat(Call.where().onATerminal().call("-e", "nobody").error()).contains("\u001b[1;31merror");
    }

    @Test
    void coloursCanBeRefused() {
        assertThat(Call.where().onATerminal().call("--no-color", "-e", "nobody").error())
                .doesNotContain("\u001b");
        assertThat(Call.where()
                        .onATerminal()
                        .has("NO_COLOR", "1")
                        .call("-e", "nobody")
                        .error())
                .doesNotContain("\u001b");
        assertThat(Call.where()
                        .onATerminal()
                        .has("TERM", "dumb")
                        .call("-e", "nobody")
                        .error())
                .doesNotContain("\u001b");
    }

    @Test
    void asciiIsAskedForOrATerminalIsDumb() {
        String program = "let θ = 2, x₁ = 3; L = √θ*x₁² + ∛x₁; derive L wrt x₁";
        String ascii = Call.of("--ascii", "-e", program).output();
        assertThat(ascii).endsWith("dL/dx_1 = 2x_1*sqrt(theta) + 1/(3*(cbrt(x_1))^2) = 8.64553\n");
        assertThat(Call.where()
                        .onATerminal()
                        .has("TERM", "dumb")
                        .call("-e", program)
                        .output())
                .isASCII()
                .contains("sqrt(theta)");
        // What is printed is read, letters by their names included.
        assertThat(Call.of("-e", "let θ = 2, x₁ = 3; 2x_1*sqrt(theta) + 1/(3*cbrt(x_1)^2)")
                        .output())
                .isEqualTo("8.64553\n");
    }

    @Test
    void whereOnlyAsciiShowsSignsAreSpelledOut() {
        assertThat(Call.where().inAscii().call("-e", "let θ = 2; grad θ²").output())
                .isEqualTo("theta^2 = 4   d(theta^2)/dtheta = 4\n");
        assertThat(Call.where().inAscii().call("--json", "-e", "print \"θ\"").output())
                .contains("\"text\":\"\\u03B8\"");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "de_DE.UTF-8, ASCII, true",
                "C.utf8, ASCII, true",
                "C, UTF-8, false",
                "de_DE.ISO-8859-1, UTF-8, false",
                "'', ASCII, true",
                "null, UTF-8, true",
                "null, windows-1252, false",
            })
    void theLocaleTellsWhetherMoreThanAsciiShows(String locale, String nativeEncoding, boolean unicode) {
        assertThat(Surroundings.isUnicode(locale, nativeEncoding)).isEqualTo(unicode);
    }

    @Test
    void aReaderThatGoesAwayEndsTheProgramQuietly() {
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        int status = callWriting(to("Broken pipe"), error, "-e", "while true { print 1 }");
        assertThat(error.toString(UTF_8)).isEmpty();
        assertThat(status).isZero();
    }

    @Test
    void aFullDiskIsReported() {
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        int status = callWriting(to("No space left on device"), error, "-e", "print 1");
        assertThat(error.toString(UTF_8))
                .isEqualTo("ag: cannot write to the standard output: No space left on device\n");
        assertThat(status).isEqualTo(1);
    }

    @Test
    void viewsFitATerminalAndStayWholeElsewhere() {
        String program = "let a = 3; L = sin(a^2)*a; explain L wrt a";
        assertThat(Call.where().onATerminal().call("-e", program).output().lines())
                .isNotEmpty()
                .allMatch(line -> line.replaceAll("\u001b\\[[0-9;]*m", "").length() <= 40);
        assertThat(Call.of("-e", program).output().lines()).anyMatch(line -> line.length() > 40);
    }

    private static int callWriting(OutputStream output, OutputStream error, String... arguments) {
        Surroundings around = new Surroundings(
                new Source(new ByteArrayInputStream(new byte[0]), false),
                new Sink(output, false),
                new Sink(error, false),
                Map.of(),
                true,
                () -> 80);
        return new CommandLine(around).run(arguments);
    }

    private static OutputStream to(String failure) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(failure);
            }
        };
    }

    private String write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        return file.toString();
    }
}
