package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a comprehension gathers is the same list, however much of it there is and wherever it changes its kind. */
final class ComprehensionsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        len([x for x in 1..0])                                                  | 0
        sum(x for x in 1..0)                                                    | 0
        [x for x in -2..2]                                                      | [-2, -1, 0, 1, 2]
        [x for x in 0..<3]                                                      | [0, 1, 2]
        [10x + y for x in 1..2 for y in x..3]                                   | [11, 12, 13, 22, 23]
        [x for x in 1..9 if mod(x, 2) == 0]                                     | [2, 4, 6, 8]
        sum(x for x in 1..8191)                                                 | 33550336
        sum(x for x in 1..8192)                                                 | 33558528
        sum(x for x in 1..8193)                                                 | 33566721
        sum(x^2 for x in 1..30000)                                              | 9000450005000
        v = [x for x in 1..20000]; [v[8], v[8191], v[8192], v[16384], len(v)]   | [9, 8192, 8193, 16385, 20000]
        w = [if x < 9000 then x else "end" for x in 1..9000]; w[8998]           | 8999
        w = [if x < 9000 then x else "end" for x in 1..9000]; w[8999]           | end
        w = [if x < 9000 then x else "end" for x in 1..9000]; len(w)            | 9000
        let a = 3; u = [if x < 9000 then x else a for x in 1..9000]; u[8998..8999] | [8999, 3]
        let a = 3; sum(if x < 9 then x else a*x for x in 1..9)                  | 63
        let a = 3; s = sum(if x < 9 then x else a*x for x in 1..9); set a = 4; s | 72
        s = 0; for i in 1..4 { s = 10*s + i }; s                                | 1234
        s = 0; for i in 3..1 { s = s + i }; s                                   | 0
        """)
    void theyGiveWhatTheLoopsGive(String program, String value) {
        int last = program.lastIndexOf(';');
        Answers answers = Answers.after(program.substring(0, last + 1));
        assertThat(answers.value(program.substring(last + 1).strip()).replace("\"", ""))
                .isEqualTo(value);
    }
}
