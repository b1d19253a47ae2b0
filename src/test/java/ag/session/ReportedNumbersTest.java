package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that were reported as wrong once, with the right ones as they are worked out by hand. */
final class ReportedNumbersTest {
    private static final String START = """
        f(x) = x^x; g(x) = x^(x - 1); s(x) = abs(x)^2; q(v) = norm(v)^2; e(v) = exp(-norm(v - [1, 2])^2)
        M = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]; let k = 1, a = 1, w = [0, 0]; H = one_hot([k, 0, 2]); m = detach(grad(a^2, a))
        """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        f'''(1)                          | 3
        g''(1)                           | 2
        s''(0)                           | 2
        s''(3)                           | 2
        hessian(q, [0, 0])               | [[2, 0], [0, 2]]
        hessian(e, [1, 2])               | [[-2, 0], [0, -2]]
        hessian(p -> p[0]^p[1], [1, 0])  | [[0, 1], [1, 0]]
        hessian(p -> p[0]^p[1], [1, 1])  | [[0, 1], [1, 0]]
        M[0..2, 0..1]                    | [[1, 2], [4, 5], [7, 8]]
        M[0..1, 0]                       | [1, 4]
        M[[0, 2], 1]                     | [2, 8]
        sum([1, 2]*i for i in 1..3)      | [6, 12]
        linspace(a, 3, 3)                | [1, 2, 3]
        grad(sum(linspace(a, 3, 3)), a)  | 1.5
        (x -> min(x, x^3))'(0.5)         | 0.75
        (x -> min(x, x^3))'(2)           | 1
        """)
    void isRight(String expression, String value) {
        assertThat(Answers.after(START).value(expression)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        set k = 2   | H | [[0, 0, 1], [1, 0, 0], [0, 0, 1]]
        set a = 3   | m | 2
        set a = 3   | grad(a^2, a) | 6
        """)
    void followsOrHasEndedFollowing(String change, String expression, String value) {
        Answers answers = Answers.after(START);
        answers.run(change);
        assertThat(answers.value(expression)).isEqualTo(value);
    }
}
