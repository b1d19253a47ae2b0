package ag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The commands beside {@code run}: check, test, fmt, help and completions. */
@Tag("slow")
final class CommandsTest {
    @TempDir
    Path folder;

    @Test
    void checkFindsEveryStatementThatIsNone() throws IOException {
        Call call = Call.of("check", write("a.ag", "a = 3 4\nb = )\nc = 1\n"));
        assertThat(call.error()).contains("a.ag:1:7", "a.ag:2:5").doesNotContain("a.ag:3");
        assertThat(call.status()).isEqualTo(1);
    }

    @Test
    void checkFindsNamesThatNothingDefines() throws IOException {
        String program = write("a.ag", """
            y = weigth + 1
            weight = 2
            print "{nobody}", weight
            f(x) = later(x) + nowhere
            later(x) = x^2
            """);
        Call call = Call.of("check", "--json", program);
        assertThat(call.output().lines())
                .satisfiesExactly(
                        first -> assertThat(first).contains("unknown name 'weigth'", "\"line\":1,\"column\":5"),
                        second -> assertThat(second).contains("unknown name 'nobody'", "\"line\":3,\"column\":9"),
                        third -> assertThat(third).contains("unknown name 'nowhere'", "\"line\":4,\"column\":19"));
        assertThat(call.status()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i = 1\nrepeat 3 { if i > 2 { print last }; last = i; i += 1 }",
                "f(n) = if n == 0 then 1 else n*f(n - 1)\nf(3)",
                "for (k, x) in enumerate([1, 2]) { s = k + x }\ns",
                "g(x) = { z = x; h(t) = t + z; h(2) }",
                """
                mlp net { input 2; layer 3 tanh no bias; init he }
                data d = xor()
                train net on d { loss mse; optimizer sgd(lr = 1/(epoch + 1)); stop when loss < 1 }
                net([0, 0])
                """,
                "plot sin for t in 0..1\n[x + y for x in 1..2 for y in 1..x if x > y]",
                "load net from \"nowhere.ag.json\"\nsummary net",
            })
    void checkRunsNothingAndKnowsWhatIsDefinedOnTheWay(String program) {
        assertThat(Call.where().reads(program).call("check", "-").error()).isEmpty();
    }

    @Test
    void checkKnowsWhatImportedFilesDefine() throws IOException {
        String library = write("library.ag", "scale(x) = 2x\nprint \"not run\"\n");
        String program = write("a.ag", "import \"" + library.replace("\\", "\\\\") + "\"\nscale(3)\n");
        Call call = Call.of("check", program);
        assertThat(call.output()).contains("no mistakes found").doesNotContain("not run");
        assertThat(call.status()).isZero();
    }

    private static final String TESTS = """
        let a = 2
        L = a^2
        test "holds" { assert L == 4 }
        test "changes" { set a = 5; assert L == 25 }
        test "sees no other" { assert L == 4 }
        test "is wrong" { assert L == 5 }
        test "never ends" { while true { } }
        test "is reached" { assert true }
        """;

    @Test
    @Timeout(20)
    void testsRunApartFromEachOther() throws IOException {
        Call call = Call.of("test", "--max-time", "500ms", write("t.ag", TESTS));
        assertThat(call.output())
                .contains("passed  holds", "passed  changes", "passed  sees no other", "FAILED  is wrong")
                .contains("FAILED  never ends", "passed  is reached", "4 passed, 2 failed");
        assertThat(call.status()).isEqualTo(1);
    }

    @Test
    void aTestThatIsWronglyWrittenFailsAlone() throws IOException {
        String file = write("t.ag", """
            a = 2
            test "first" { assert a == 2 }
            test "what is this" { assert a +* 2 == 4 }
            test "bad \\q name" { assert true }
            test "last" { assert a == 2 }
            """);
        Call call = Call.of("test", "--json", file);
        assertThat(call.output().lines())
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"name\":\"first\",\"passed\":true"),
                        second -> assertThat(second)
                                .contains("\"line\":3,\"name\":\"what is this\",\"passed\":false", "\"column\":32"),
                        third -> assertThat(third).contains("\"line\":4", "\"passed\":false", "bad-escape"),
                        last -> assertThat(last).contains("\"name\":\"last\",\"passed\":true"));
        assertThat(call.status()).isEqualTo(1);
    }

    @Test
    void testsReportInJson() throws IOException {
        Call call = Call.of("test", "--json", "--max-time=500ms", write("t.ag", TESTS));
        assertThat(call.output().lines())
                .hasSize(6)
                .allSatisfy(line -> assertThat(line).startsWith("{\"kind\":\"test\""));
        assertThat(call.error()).isEmpty();
    }

    @Test
    void testsReportInJUnitsXml() throws Exception {
        Path report = folder.resolve("report.xml");
        String broken = write("broken.ag", "x = nobody\ntest \"cannot \\t begin <&>\" { assert true }\n");
        Call.of("test", "--max-time", "500ms", "--junit", report.toString(), write("t.ag", TESTS), broken);
        Document xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());
        Element first = (Element) xml.getElementsByTagName("testsuite").item(0);
        assertThat(first.getAttribute("tests")).isEqualTo("6");
        assertThat(first.getAttribute("failures")).isEqualTo("2");
        assertThat(first.getAttribute("errors")).isEqualTo("0");
        Element second = (Element) xml.getElementsByTagName("testsuite").item(1);
        assertThat(second.getAttribute("errors")).isEqualTo("1");
        Element error = (Element) second.getElementsByTagName("error").item(0);
        assertThat(error.getAttribute("type")).isEqualTo("unknown-name");
        assertThat(error.getTextContent()).contains("unknown name 'nobody'");
    }

    @Test
    void aFileWithoutTestsHasNotPassed() throws IOException {
        Call call = Call.of("test", write("t.ag", "a = 1\n"));
        assertThat(call.output()).contains("there are no tests");
        assertThat(call.status()).isEqualTo(1);
    }

    @Test
    void aFileThatIsNoProgramKeepsNoOtherFromItsTests() throws IOException {
        Call call = Call.of("test", write("no.ag", "a = (\n"), write("t.ag", "test \"one\" { assert 1 == 1 }\n"));
        assertThat(call.output()).contains("passed  one", "1 passed, 1 failed");
        assertThat(call.status()).isEqualTo(1);
    }

    @Test
    void fmtLaysAFileOutAndTheSecondTimeFindsNothingToDo() throws IOException {
        String file = write("a.ag", "y=1+2   #three\r\n");
        assertThat(Call.of("fmt", "--check", file)).returns(1, Call::status);
        assertThat(Call.of("fmt", file)).returns(0, Call::status);
        assertThat(Path.of(file)).hasContent("y = 1 + 2  #three\n");
        assertThat(Call.of("fmt", "--check", file)).isEqualTo(new Call(0, "", ""));
        assertThat(Call.of("fmt", file)).isEqualTo(new Call(0, "", ""));
    }

    @Test
    void fmtLeavesAFileThatIsNoProgramAlone() throws IOException {
        String file = write("a.ag", "y=(1+2");
        Call call = Call.of("fmt", file);
        assertThat(call.error()).contains("never closed");
        assertThat(call.status()).isEqualTo(1);
        assertThat(Path.of(file)).hasContent("y=(1+2");
    }

    @Test
    void fmtReadsWhatComesIn() {
        assertThat(Call.where().reads("y=1").call("fmt", "-")).isEqualTo(new Call(0, "y = 1\n", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "test", "fmt"})
    void aCommandOnFilesNeedsOne(String command) {
        Call call = Call.of(command);
        assertThat(call.error()).contains("ag " + command + " needs a file");
        assertThat(call.status()).isEqualTo(2);
    }

    @Test
    void helpExplains() {
        assertThat(Call.of("help", "tanh").output()).startsWith("tanh(x)\n  hyperbolic tangent");
        assertThat(Call.of("help")).isEqualTo(Call.of("--help"));
        assertThat(Call.of("help", "all").output()).contains("softmax", "train");
        Call misspelt = Call.of("help", "tahn");
        assertThat(misspelt.error()).contains("did you mean ag help tanh?");
        assertThat(misspelt.status()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void completionsNameEveryCommandAndOption(String shell) {
        String script = Call.of("completions", shell).output();
        for (Command command : Command.values()) {
            assertThat(script).contains(command.word());
        }
        for (Option option : Option.values()) {
            assertThat(script).contains(shell.equals("fish") ? " " + option.word() : option.dashed());
        }
    }

    @Test
    void thereAreThreeShells() {
        assertThat(Call.of("completions", "tcsh").error()).contains("bash, zsh and fish");
        assertThat(Call.of("completions").status()).isEqualTo(2);
    }

    @Test
    @EnabledOnOs(
            value = {OS.LINUX, OS.MAC},
            disabledReason = "there is no bash")
    void bashCompletes() throws Exception {
        String script = Call.of("completions", "bash").output()
                + "COMP_WORDS=(ag test --ju); COMP_CWORD=2; _ag; echo ${COMPREPLY[*]}\n"
                + "COMP_WORDS=(ag comp); COMP_CWORD=1; _ag; echo ${COMPREPLY[*]}\n"
                + "COMP_WORDS=(ag help tan); COMP_CWORD=2; _ag; echo ${COMPREPLY[*]}\n"
                + "COMP_WORDS=(ag completions z); COMP_CWORD=2; _ag; echo ${COMPREPLY[*]}\n";
        Process bash = new ProcessBuilder("bash", "--norc", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(bash.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("--junit\ncompletions\ntangent tan tanh\nzsh\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lots", "1k", "15m", "0g", "-1g", "512", "1025g", "1048577m", "99999g", "9999999999g"})
    void memoryIsGivenInMegabytesOrGigabytes(String size) {
        Call call = Call.of("--max-memory=" + size, "-e", "1");
        assertThat(call.error())
                .contains(
                        "--max-memory needs a size from 16m to 1024g, such as 512m or 4g, and '" + size + "' is none");
        assertThat(call.status()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Command.class)
    void theHelpNamesEveryCommand(Command command) {
        if (command != Command.RUN && command != Command.REPL && command != Command.KERNEL) {
            assertThat(Call.of("--help").output()).contains("ag " + command.word());
        }
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
