package ag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks {@code --sandbox} and the limits, as {@code docs/security.md} promises they hold. */
@Tag("slow")
final class SandboxTest {
    private static final String STEERING =
            "\u001b[31m\u0007\u009b2J\u202e\u2028\u2029\u061c\u200e\u200f\u2066\u2069\ufeff\u200b\u00ad\udb40\udc41\b";
    private static final String CHOICE = "let a = 3\nL = if \"ESC\" == \"b\" then a else a^2";
    private static final String PRELUDE =
            "mlp net { input 2; layer 1 }\ndata d = xor()\nf(x) = x\nlet a = 1\nL = a^2\n";

    @TempDir
    Path folder;

    static Stream<String> waysToFiles() {
        return Stream.of(
                "import \"FILE\"",
                "lines(\"FILE\")",
                "data e = csv(\"FILE\", target = \"y\")",
                "load net from \"FILE\"",
                "save net to \"FILE\"",
                "export net to \"FILE\"",
                "plot f for x in 0..1 to \"FILE.svg\"",
                "plot f for x in 0..1 to \"FILE.png\"",
                "graph L to \"FILE.svg\"",
                "graph L to \"FILE.png\"",
                "graph L to \"FILE.dot\"",
                "graph L to \"FILE.html\"",
                "explore L to \"FILE.html\"",
                "derive L wrt a to \"FILE.tex\"",
                "train net on d { loss mse; optimizer sgd(lr = 0.1); epochs 1 }; plot loss of net to \"FILE.svg\"",
                "plot boundary of net on d to \"FILE.svg\"",
                "train net on d { loss mse; optimizer sgd(lr = 0.1); epochs 2; checkpoint \"FILE\" every 1 }",
                "train net on d { loss mse; optimizer sgd(lr = 0.1); epochs 2; resume \"FILE\" }");
    }

    @ParameterizedTest
    @MethodSource("waysToFiles")
    void noStatementReachesAFile(String statement) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "y\nclassified\n");
        Call call = sandboxed(statement.replace("FILE", path(secret)));
        assertThat(call.output()).doesNotContain("classified");
        assertThat(call.error()).contains("files are not allowed here").doesNotContain("classified");
        assertThat(secret).hasContent("y\nclassified\n");
        assertThat(folder).isDirectoryContaining("glob:**secret").isDirectoryNotContaining("glob:**secret?*");
        assertThat(call.status()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("waysToFiles")
    void noStatementMakesAFile(String statement) throws IOException {
        sandboxed(statement.replace("FILE", path(folder.resolve("new"))));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @EnabledOnOs(
            value = {OS.LINUX, OS.MAC},
            disabledReason = "Windows has no such devices")
    void noSymbolicLinkLeadsOut() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.ag"), "print 42\n");
        Path link = Files.createSymbolicLink(folder.resolve("link.ag"), secret);
        assertThat(sandboxed("import \"" + path(link) + "\"").output()).isEmpty();
        // A program that is itself reached by a link is one that the caller has named.
        assertThat(Call.of("--sandbox", link.toString()).output()).isEqualTo("42\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "test"})
    void noOtherCommandReachesAFile(String command) throws IOException {
        String library = path(Files.writeString(folder.resolve("library.ag"), "secret = 42\nprint (\n"));
        Path program =
                Files.writeString(folder.resolve("a.ag"), "import \"" + library + "\"\ntest \"t\" { assert true }\n");
        Call call = Call.of(command, "--sandbox", program.toString());
        assertThat(call.output() + call.error())
                .contains("files are not allowed here")
                .doesNotContain("secret");
        assertThat(call.status()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while true { }",
                "while true { print \"x\" }",
                "f(n) = { while true { }; n }\nf(1)",
                "let a = 1\nminimize a^2 over a { optimizer sgd(lr = 0); steps 10000000 }",
                "mlp n { input 2; layer 9 tanh; layer 1 }\n"
                        + "train n on xor() { loss mse; optimizer sgd(lr = 0); epochs 100000000 }",
                "A = ones(2000, 2000)\nA @ A @ A @ A @ A @ A",
                "v = [\"a\"]\nw = [\"a\"]\nrepeat 60 { v = [v, v]; w = [w, w] }\nv == w",
                // This notices no limit by itself: one operation of enormous size.
                "v = [\"a\"]\nw = [\"a\"]\nrepeat 60 { v = [v, v]; w = [w, w] }\nunique([v, w])",
            })
    void whatNeverEndsIsEnded(String program) {
        long began = System.nanoTime();
        Call call =
                Call.of("--sandbox", "--quiet", "--max-time", "200ms", "-e", "print 1\n" + program, "-e", "print 2");
        assertThat(call.output()).startsWith("1\n").endsWith("2\n");
        assertThat(call.error()).contains("longer than --max-time allows");
        assertThat(call.status()).isEqualTo(124);
        assertThat((System.nanoTime() - began) / 1e9).isLessThan(30);
    }

    @Test
    void noResultIsWrittenWithoutEnd() {
        Call call = Call.of("--json", "--max-time", "500ms", "-e", "v = [\"a\"]\nrepeat 60 { v = [v, v] }\nv");
        assertThat(call.output()).startsWith("{\"kind\":\"error\"").contains("\"code\":\"limit-time\"", "\"line\":3");
        assertThat(call.status()).isEqualTo(124);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f(n) = f(n + 1)\nf(0)",
                "f(n) = 1 + f(n + 1)\nf(0)",
                "f(n) = g(n)\ng(n) = f(n)\nf(0)",
                "f(x) = f'(x)\nf(1)",
                "f(v) = gradient(f, v)[0]\nf([1])",
            })
    void recursionEndsInAMessage(String program) {
        Call call = Call.of("--sandbox", "-e", program);
        assertThat(call.error()).contains("nested").doesNotContain("\tat ", "internal");
        assertThat(call.status()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10^1e9",
                "2^2^2^2^2^2",
                "1e99999",
                "(1e308)^(1e308)",
                "x = 2\nrepeat 100 { x = x^x }\nx",
                "exp(1e300)"
            })
    void hugeNumbersAreInfinite(String program) {
        Call call = Call.of("--sandbox", "-e", program);
        assertThat(call.output()).isEqualTo("inf\n");
        assertThat(call.status()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "print \"ESC\"",
                "\"ESC\"",
                "[\"ESC\", \"b\"]",
                "assert \"ESC\" == \"b\"",
                "test \"ESC\" { assert false }",
                "lines(\"ESC\")",
                "import \"ESC\"",
                "load net from \"ESC\"",
                "nobody  # ESC",
                "x = 1 + ESC",
                "plot sin, cos for x in 0..1 to \"ESC/x.svg\"",
                "f(x) = \"ESC\"\nplot f for x in 0..1",
                "CHOICE\ngrad L",
                "CHOICE\ngrad (if \"ESC\" == \"b\" then a else a^2)",
                "CHOICE\ntrace (if \"ESC\" == \"b\" then a else a^2)",
                "CHOICE\ncheck (if \"ESC\" == \"b\" then a else a^2)",
                "CHOICE\nexplain (if \"ESC\" == \"b\" then a else a^2) wrt a",
                "CHOICE\nderive (if \"ESC\" == \"b\" then a else a^2) wrt a",
                "CHOICE\ncompare (if \"ESC\" == \"b\" then a else a^2) wrt a",
                "CHOICE\nnudge a by (if \"ESC\" == \"b\" then 1 else 2)",
                "CHOICE\nguess grad((if \"ESC\" == \"b\" then a else a^2), a) = 3",
                "CHOICE\nstep (if \"ESC\" == \"b\" then a else a^2)",
                "CHOICE\ngraph (if \"ESC\" == \"b\" then a else a^2)",
                "CHOICE\nplot (if \"ESC\" == \"b\" then sin else cos) for x in 0..1",
                "CHOICE\nplot L for \"ESC\" in 0..1",
                "CHOICE\nminimize (if \"ESC\" == \"b\" then a else a^2) over a { steps 2; optimizer sgd(lr = 0.1) }",
                "CHOICE\nassert (if \"ESC\" == \"b\" then a else a^2) ~= 7",
                "mlp net { input 2; layer 1 \"ESC\" }",
                "data d = csv(\"ESC\", target = \"ESC\")",
                "o = \"ESC\"\nv = [1]\nv[o]",
                "one_hot([\"ESC\"], [\"b\"])",
                "index_of([\"ESC\"], \"b\")",
            })
    void noTextSteersTheTerminal(String program) throws IOException {
        String steering = program.replace("CHOICE", CHOICE).replace("ESC", STEERING);
        String brokenOff = program.replace("CHOICE", CHOICE).replace("ESC", STEERING + "\r");
        for (String text : new String[] {steering, brokenOff}) {
            for (String option : new String[] {"--quiet", "--json"}) {
                Call call = Call.of(option, "-e", text);
                assertThat(call.output() + call.error()).matches(SandboxTest::isHarmless, "is harmless");
            }
        }
        Path named = folder.resolve("\u001b[31m.ag");
        Files.write(named, steering.getBytes(StandardCharsets.UTF_8));
        for (String command : new String[] {"run", "check", "test", "fmt"}) {
            Call call = Call.of(command, named.toString());
            assertThat(call.output() + call.error()).matches(SandboxTest::isHarmless, "is harmless");
        }
    }

    @Test
    void jsonKeepsTheTextThatItMakesVisible() throws IOException {
        for (String text : new String[] {STEERING, "é 👩\u200d💻", "\\\\u202e \u202e\u007f"}) {
            Call call = Call.of("--json", "-e", "print \"" + text + "\"");
            assertThat(field("text", call.output())).isEqualTo(text.replace("\\\\", "\\"));
        }
    }

    private static String field(String name, String line) throws IOException {
        try (JsonParser json = new JsonFactory().createParser(line)) {
            while (!name.equals(json.nextFieldName())) {
                assertThat(json.hasCurrentToken()).isTrue();
            }
            return json.nextTextValue();
        }
    }

    @Test
    void noWrongCallSteersTheTerminal() {
        for (String word :
                new String[] {"--\u001b[31m", "--seed=\u001b[31m", "--max-memory=\u001b[2J", "\u001b[31m.ag"}) {
            assertThat(Call.of(word).error()).matches(SandboxTest::isHarmless, "is harmless");
        }
        assertThat(Call.of("help", "\u001b[31m").error()).matches(SandboxTest::isHarmless, "is harmless");
        assertThat(Call.of("completions", "\u001b[31m").error()).matches(SandboxTest::isHarmless, "is harmless");
    }

    private static boolean isHarmless(String text) {
        return text.codePoints()
                .allMatch(c -> c == '\n'
                        || switch (Character.getType(c)) {
                            case Character.CONTROL,
                                    Character.FORMAT,
                                    Character.LINE_SEPARATOR,
                                    Character.PARAGRAPH_SEPARATOR -> false;
                            default -> true;
                        });
    }

    private static Call sandboxed(String program) {
        return Call.of("--sandbox", "--quiet", "-e", PRELUDE + program);
    }

    private static String path(Path file) {
        return file.toString().replace("\\", "\\\\");
    }
}
