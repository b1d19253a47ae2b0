package ag.golden;

import static org.assertj.core.api.Assertions.assertThat;

import ag.host.Host;
import ag.lang.source.Diagnostic;
import ag.lang.source.SourceText;
import ag.session.Interruption;
import ag.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a message tells to type is accepted where the mistake was. */
final class AdviceTest {
    /** Mistakes whose advice is a whole line, which must run as it stands. */
    private static final Set<String> WHOLE_LINES =
            Set.of("two-readings", "other-system", "not-there", "no-value-yet", "which-letter");

    private static final Pattern LINES = Pattern.compile("^(?:write:?|what comes near:|give it one:) (.*)$");

    /** A line that a message tells to type, behind what stood before the mistake. */
    record Advice(Golden program, String before, String line) {}

    static Stream<Advice> advice() {
        return Golden.all("errors")
                .flatMap(golden -> golden.failure().stream()
                        .filter(mistake -> WHOLE_LINES.contains(mistake.code()))
                        .flatMap(mistake -> lines(mistake).stream()
                                .map(line -> new Advice(golden, before(golden, mistake), line))));
    }

    @Test
    void thereIsMuchAdvice() {
        assertThat(advice()).hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @MethodSource("advice")
    void isAccepted(Advice advice) {
        Optional<Diagnostic> mistake = new Session(_ -> {}, Host.PLAIN, Interruption.none())
                .run(new SourceText("advice", advice.before() + advice.line() + "\n"));
        assertThat(mistake.filter(problem -> !problem.code().equals("no-value-yet")))
                .as("the mistake in '%s', which the message of %s tells to type", advice.line(), advice.program())
                .isEmpty();
    }

    /** Advice in the middle of a message: what stands behind 'write' or 'did you mean', for the place that is underlined or for its line. */
    static Stream<Advice> anyAdvice() {
        return Golden.all("errors")
                .flatMap(golden -> golden.failure().stream()
                        .flatMap(mistake -> ag.result.print.Advice.of(mistake).stream()
                                .map(line -> new Advice(golden, golden.source(), line))));
    }

    @ParameterizedTest
    @MethodSource("anyAdvice")
    void anySuggestionIsAccepted(Advice advice) {
        Golden golden = advice.program();
        Diagnostic mistake = golden.failure().orElseThrow();
        String source = golden.source();
        int start = mistake.span().start();
        int end = mistake.span().end();
        String inPlace = source.substring(0, start) + advice.line() + source.substring(end);
        String asLine = before(golden, mistake) + advice.line() + "\n";
        int lineStart = source.lastIndexOf('\n', start - 1) + 1;
        int lineEnd = source.indexOf('\n', start) < 0 ? source.length() : source.indexOf('\n', start);
        String inLine = source.substring(0, lineStart) + advice.line() + source.substring(lineEnd);
        assertThat(List.of(inPlace, asLine, inLine))
                .as("'%s', which the message of %s tells to type", advice.line(), advice.program())
                .anySatisfy(program -> assertThat(new Session(_ -> {}, Host.PLAIN, Interruption.none())
                                .run(new SourceText("advice", program))
                                .filter(problem -> !AS_FAR_AS_HERE.contains(problem.code())))
                        .isEmpty());
    }

    /** What stops advice that is a form to fill in, such as 'explain L wrt a', and one that names a file. */
    private static final Set<String> AS_FAR_AS_HERE = Set.of(
            "no-value-yet",
            "unknown-name",
            "no-files",
            "not-an-input",
            "no-place",
            "not-trained",
            "no-formula",
            "which-letter");

    private static List<String> lines(Diagnostic mistake) {
        List<String> lines = new ArrayList<>();
        var matcher = LINES.matcher(mistake.hint());
        if (matcher.matches()) {
            for (String line : matcher.group(1).split(", or (?:at the prompt: )?|; an ", -1)) {
                if (!line.startsWith(":") && !line.startsWith("inverse")) {
                    lines.add(line);
                }
            }
        }
        return lines;
    }

    /** The lines above the mistake, and the statements before it on its own. */
    private static String before(Golden golden, Diagnostic mistake) {
        String source = golden.source();
        int start = mistake.span().start();
        int line = source.lastIndexOf('\n', start - 1) + 1;
        int semicolon = source.lastIndexOf("; ", start);
        return source.substring(0, Math.max(line, semicolon < line ? 0 : semicolon + 2));
    }
}
