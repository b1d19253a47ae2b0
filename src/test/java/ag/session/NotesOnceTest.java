package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A note is given once for a statement and a place: not twice, not for each turn of a loop, which says at its end how often it was, and
 * again by the next statement.
 */
final class NotesOnceTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1/z                                           | 1
        1/z + 2                                       | 1
        1/z + 1/z                                     | 2
        [1/z for i in 1..5]                           | 1
        [1/z, 1/z, log(z)]                            | 3
        q = [1/(i - 2) for i in 1..5]                 | 1
        f(0)                                          | 1
        f(0) + f(0)                                   | 1
        [f(0), log(z)]                                | 2
        L = 1/a                                       | 1
        L = 1/a + 1/a                                 | 2
        L = f(a)                                      | 1
        L = sum(f(a*i) for i in 1..5)                 | 1
        if 1/z > 1 { 1 }                              | 1
        w = 1/[0, 0, 1]                               | 1
        w = 1/(a*[1, 2, 3])                           | 1
        let y = a^2                                   | 1
        let y = a^2, x = a^3                          | 2
        2 + 2                                         | 0
        """)
    void noteCount(String statement, int notes) {
        Answers answers = Answers.after("let a = 0; z = 0; f(x) = 1/x");
        answers.run(statement);
        assertThat(answers.notes()).hasSize(notes);
        answers.run(statement);
        assertThat(answers.notes()).as("said again by the next statement").hasSize(notes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "repeat 5 { L = 1/a }",
                "for i in 1..5 { f(a*i) }",
                "n = 0; while n < 5 { n = n + 1; f(a) }",
                "for i in 1..5 { for k in 1..1 { f(a); f(a) } }"
            })
    void aLoopSaysAtItsEndHowOften(String loop) {
        Answers answers = Answers.after("let a = 0; z = 0; f(x) = 1/x");
        answers.run(loop);
        assertThat(answers.notes()).containsExactly("1 / 0 is inf", "5 times in all: 1 / 0 is inf");
        answers.run(loop);
        assertThat(answers.notes())
                .as("said again by the next statement")
                .containsExactly("1 / 0 is inf", "5 times in all: 1 / 0 is inf");
    }

    @Test
    void aLoopThatSaysItInOneTurnAloneDoesNotCount() {
        Answers answers = Answers.after("let a = 0; f(x) = 1/x");
        answers.run("for i in 0..5 { f(i) }");
        assertThat(answers.notes()).containsExactly("1 / 0 is inf");
    }

    @Test
    void followingSaysOnceWhatItMeets() {
        Answers answers = Answers.after("let a = 1; L = 1/a; M = L + 1; v = [L, M]");
        answers.run("set a = 0; L; M; v; L");
        List<String> notes = answers.notes();
        assertThat(notes).hasSize(1).first().asString().contains("1 / 0 is inf");
    }
}
