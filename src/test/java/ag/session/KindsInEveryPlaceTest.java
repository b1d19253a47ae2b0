package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.lang.source.Diagnostic;
import ag.lang.source.SourceText;
import ag.lang.syntax.Lexeme;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A value of another kind in the place of each number of every statement: it is taken, or refused by a message about the program. */
final class KindsInEveryPlaceTest {
    private static final List<String> VALUES = List.of("\"text\"", "[1, 2, 3]", "[]", "net", "nan");

    /** What goes round until a number is reached would not end where none is. */
    static Stream<String> statements() {
        return WholeStatementTest.statements().filter(statement -> !statement.startsWith("while"));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void isTakenOrRefused(String statement) {
        Answers answers = Answers.after(Talked.BEFORE);
        for (String program : programs(statement)) {
            List<Diagnostic> mistakes = answers.mistake(program).stream().toList();
            assertThat(mistakes)
                    .as(program)
                    .noneMatch(mistake -> mistake.message().contains("ag itself"));
            if (mistakes.isEmpty()) {
                answers = Answers.after(Talked.BEFORE);
            }
        }
    }

    private static List<String> programs(String statement) {
        List<String> programs = new ArrayList<>();
        for (Lexeme lexeme : Lexeme.of(new SourceText("statement", statement))) {
            if (lexeme.kind() == Lexeme.Kind.NUMBER) {
                String before = statement.substring(0, lexeme.span().start());
                String after = statement.substring(lexeme.span().end());
                VALUES.forEach(value -> programs.add(before + value + after));
            }
        }
        return programs;
    }
}
