package ag.golden;

import static org.assertj.core.api.Assertions.assertThat;

import ag.lang.source.Diagnostic;
import ag.lang.source.SourceText;
import ag.machine.FileAccess;
import ag.machine.ThisMachine;
import ag.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code ag check} finds nothing in programs that run. */
final class CheckedProgramsTest {
    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("examples"))) {
            return files.filter(file -> file.toString().endsWith(".ag")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void findsNothingInExamples(Path program) throws IOException {
        assertThat(problems(program.toString(), Files.readString(program))).isEmpty();
    }

    /** What these leave undefined stands in branches that do not run. */
    private static final Set<String> UNDEFINED = Set.of("conditional", "logic");

    /** Programs without options, whose expected output has no mistake. */
    static Stream<Golden> programs() {
        return Golden.all("programs")
                .filter(golden -> !golden.source().startsWith("# ag ")
                        && !UNDEFINED.contains(golden.name())
                        && !golden.expected().contains("error: "));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void findsNothingInPrograms(Golden golden) {
        assertThat(problems(golden.program().toString(), golden.source())).isEmpty();
    }

    /** A statement that is none may have been meant to define what stands below it, and what functions above read when they are called. */
    @Test
    void namesAreCheckedAboveTheFirstStatementThatIsNone() {
        assertThat(problems("t.ag", "f(x) = later(x)\na = taanh(1)\nb = 2 +* 3\nc = taanh(2)\n"))
                .satisfiesExactly(
                        name -> assertThat(name).isEqualTo("unknown name 'taanh'"),
                        broken -> assertThat(broken).doesNotContain("unknown"));
        assertThat(problems("t.ag", "f(x) = later(x)\n")).containsExactly("unknown name 'later'");
    }

    private static List<String> problems(String name, String text) {
        Path folder = Path.of(name).toAbsolutePath().getParent();
        FileAccess files = (path, span) -> {
            Path here = FileAccess.ALL.path(path, span);
            return Files.exists(here) || folder == null ? here : folder.resolve(path);
        };
        return Session.check(new SourceText(name, text), ThisMachine.host(files)).stream()
                .map(Diagnostic::message)
                .toList();
    }
}
