package ag.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ag.lang.source.Diagnostic;
import ag.lang.source.ErrorCode;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A call ends with the status that {@code docs/command-line.md} promises, whatever ended it. */
@Timeout(120)
@Tag("slow")
final class ExitStatusTest {
    private static final Pattern PROMISED = Pattern.compile("^\\| (\\d+) \\| ([^|]+) \\|$", Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("\"kind\":\"error\".*\"code\":\"([a-z-]+)\"");

    /** The codes that end a program from outside; all others are mistakes of a program. */
    private static int promised(String code) {
        return switch (code) {
            case "limit-time", "limit-nodes", "out-of-memory" -> 124;
            case "interrupted" -> 130;
            default -> 1;
        };
    }

    @ParameterizedTest
    @EnumSource
    void eachDiagnosticHasTheStatusThatIsPromised(ErrorCode error) {
        Span nowhere = new Span(new SourceText("a.ag", ""), 0, 0);
        assertThat(ExitStatus.of(new Diagnostic(error, "", nowhere, "")).code()).isEqualTo(promised(error.text()));
    }

    /** The wrong programs that there are, run as a call; files are out of their reach, and some stumble over that. */
    @Test
    void eachWrongProgramEndsWithTheStatusOfItsDiagnostic() throws Exception {
        Set<String> seen = new TreeSet<>();
        for (Path program : wrongPrograms()) {
            List<String> arguments = new ArrayList<>(List.of("--json", "--sandbox"));
            Files.readString(program)
                    .lines()
                    .findFirst()
                    .filter(line -> line.startsWith("# ag "))
                    .map(line -> line.substring("# ag ".length()).replace("--json", ""))
                    .ifPresent(options -> arguments.addAll(Stream.of(options.split(" "))
                            .filter(word -> !word.isEmpty())
                            .toList()));
            arguments.add(program.toString());
            Call call = Call.of(arguments.toArray(String[]::new));
            String code = CODE.matcher(call.output())
                    .results()
                    .reduce((_, last) -> last)
                    .map(found -> found.group(1))
                    .orElse("none");
            assertThat(call.status()).as("%s ends with %s", program, code).isEqualTo(promised(code));
            seen.add(code);
        }
        assertThat(seen).contains("limit-time", "limit-nodes", "assertion").hasSizeGreaterThan(40);
    }

    private static List<Path> wrongPrograms() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "resources", "errors"), 2)) {
            List<Path> programs =
                    files.filter(file -> file.toString().endsWith(".ag")).toList();
            assertThat(programs).hasSizeGreaterThan(110);
            return programs;
        }
    }

    /** What belongs to no diagnostic of a program: the call, its files and its commands; {@code ~} is a space within a word. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        0   | -e 1
        0   | --version
        0   | help tanh
        1   | -e nobody
        1   | test src/test/resources/errors/name/command_as_a_value.ag
        1   | check src/test/resources/errors/syntax/arabic_digits.ag
        2   | nowhere.ag
        2   | check nowhere.ag
        2   | test nowhere.ag
        2   | fmt nowhere.ag
        2   | src
        2   | --no-such-option
        2   | help nothing-of-this-name
        2   | completions
        124 | --max-time 50ms -e while~true~{~}
        124 | --max-nodes 10 -e let~a=1;s=a;repeat~99~{~s=s+a~}
        """)
    void eachCallEndsAsPromised(int status, String call) {
        String[] words =
                Stream.of(call.split(" ")).map(word -> word.replace('~', ' ')).toArray(String[]::new);
        assertThat(Call.of(words).status()).isEqualTo(status);
    }

    @Test
    void theWorstEndingOfSeveralCounts() {
        Call call = Call.of("--max-time", "50ms", "-e", "while true { }", "-e", "nobody", "-e", "1", "nowhere.ag");
        assertThat(call.status()).isEqualTo(124);
        assertThat(Call.of("-e", "nobody", "nowhere.ag", "-e", "1").status()).isEqualTo(2);
    }

    /** The standard says which status a shell sees; the page and the program say the same. */
    @ParameterizedTest
    @EnumSource(ExitStatus.class)
    void thePageNamesEachStatus(ExitStatus status) throws Exception {
        assertThat(PROMISED.matcher(Files.readString(Path.of("docs", "command-line.md")))
                        .results()
                        .map((MatchResult row) -> row.group(1)))
                .contains(String.valueOf(status.code()));
    }

    /** With so little memory that the program cannot have what it asks for. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        zeros(1e8)
        [x for x in 1..1e8]
        v = [1]; while true { v = concat(v, v) }
        let a = 1; y = a; while true { y = y + a }
        """)
    void memoryThatRunsOutIsALimit(String program) throws Exception {
        Process child = new ProcessBuilder(ChildProcess.java(
                        List.of("-XX:TieredStopAtLevel=1", "-Xmx32m"),
                        Main.class,
                        "--max-memory",
                        "32m",
                        "--json",
                        "-e",
                        program + "; print \"not reached\""))
                .redirectErrorStream(true)
                .start();
        child.getOutputStream().close();
        String said = new String(child.getInputStream().readAllBytes(), UTF_8);
        assertThat(said).contains("\"code\":\"out-of-memory\"").doesNotContain("not reached");
        assertThat(child.waitFor()).isEqualTo(124);
    }
}
