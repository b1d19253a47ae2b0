package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.lang.resolve.Effects;
import ag.lang.source.Diagnostic;
import ag.lang.source.SourceText;
import ag.lang.syntax.Lexeme;
import ag.lang.syntax.Lexeme.Kind;
import ag.lang.syntax.Parser;
import ag.lang.syntax.Statement;
import ag.machine.FileAccess;
import ag.machine.ThisMachine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A name may stand wherever a number stands, in every statement and in the settings of its block: it is read there, as the tree tells,
 * as a check sees, and as it is when the statement runs.
 */
@Tag("slow")
final class NamesInEveryPlaceTest {
    @TempDir
    Path folder;

    /** A statement with a name in the place of one of its numbers. */
    private record Named(String text, int start, String number) {
        private static final String NAME = "placed";

        String with(String name) {
            return text.substring(0, start) + name + text.substring(start + number.length());
        }

        List<Statement> parsed() {
            return Parser.read(new SourceText("statement", with(NAME))).statements();
        }

        boolean isRead() {
            return parsed().stream()
                    .anyMatch(statement -> Effects.of(statement).reads().contains(NAME));
        }
    }

    /** A worksheet takes no names: it is what it was wherever its statement stands. */
    static Stream<String> statements() {
        return WholeStatementTest.statements().filter(statement -> !statement.startsWith("worksheet"));
    }

    /** The places where a program with a name is read; in others, such as {@code level 2}, the language wants a number. */
    private static List<Named> places(String statement) {
        List<Named> places = new ArrayList<>();
        for (Lexeme lexeme : Lexeme.of(new SourceText("statement", statement))) {
            if (lexeme.kind() == Kind.NUMBER) {
                Named named = new Named(
                        statement, lexeme.span().start(), lexeme.span().text());
                if (Parser.read(new SourceText("statement", named.with(Named.NAME)))
                        .problems()
                        .isEmpty()) {
                    places.add(named);
                }
            }
        }
        return places;
    }

    @ParameterizedTest
    @MethodSource("statements")
    void theTreeTellsThatItIsRead(String statement) {
        assertThat(places(statement)).allMatch(Named::isRead);
    }

    @ParameterizedTest
    @MethodSource("statements")
    void aCheckSeesThatItIsUnknown(String statement) {
        for (Named place : places(statement)) {
            String program = Talked.BEFORE + place.with("nobody");
            List<Diagnostic> problems = ProgramCheck.of(
                    new SourceText("program", program), ThisMachine.host(FileAccess.NONE), Interruption.none());
            assertThat(problems).as(program).anySatisfy(problem -> {
                assertThat(problem.message()).contains("nobody");
                assertThat(problem.span().start()).isEqualTo(Talked.BEFORE.length() + place.start());
            });
        }
    }

    @ParameterizedTest
    @MethodSource("statements")
    void aNameThatIsSetBeforeIsWrittenSoFromTheStart(String statement) {
        for (Named place : places(statement)) {
            Talked written = told("let placed = " + place.number(), place);
            Talked set = told("let placed = 0.125; set placed = " + place.number(), place);
            List<String> said = written.said();
            assertThat(set.said()).as(place.with("placed")).isEqualTo(said);
            assertThat(set.look()).as(place.with("placed")).isEqualTo(written.look());
        }
    }

    private Talked told(String before, Named place) {
        Talked talked = new Talked(folder);
        assertThat(talked.run(before)).isEmpty();
        talked.run(place.with("placed"))
                .ifPresent(mistake -> assertThat(talked.run("print \"" + mistake.error() + "\""))
                        .isEmpty());
        return talked;
    }
}
