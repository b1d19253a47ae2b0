package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Products of matrices with history, right below and above the sizes from which elements are copied to stand side by side. The
 * oracle is matrix calculus: with S = Σ (A B)², ∂S/∂A = 2 A B Bᵀ and ∂S/∂B = 2 Aᵀ A B, computed from plain numbers.
 */
final class LargeProductTest {
    @ParameterizedTest(name = "{0}×{1} by {1}×{2}")
    @CsvSource({
        "7, 40, 36",
        "8, 40, 32",
        "25, 16, 25",
        "25, 17, 24",
        "40, 36, 7",
        "100, 100, 1",
        "1, 100, 100",
        "30, 1, 400"
    })
    void gradientsAreThoseOfMatrixCalculus(int rows, int inner, int columns) {
        String numbers = """
            p = [[sin(3i + 2j) for j in 1..%2$d] for i in 1..%1$d]; q = [[cos(i - 5j) for j in 1..%3$d] for i in 1..%2$d]
            let A = p, B = q
            rows = [1.0*r for r in A]
            S = sum((A @ B).^2); T = sum((rows @ B).^2)
            """.formatted(rows, inner, columns);
        Answers answers = Answers.after(numbers);
        assertThat(number(answers, "abs(S - sum((p @ q).^2))")).isLessThan(1e-9);
        assertThat(number(answers, "S - T")).isZero();
        String close = "max(abs(reshape(%s, size)))";
        answers.run("size = " + rows * inner);
        assertThat(number(answers, close.formatted("grad(S, A) - 2*(p @ q @ transpose(q))")))
                .isLessThan(1e-9);
        assertThat(number(answers, close.formatted("grad(T, A) - 2*(p @ q @ transpose(q))")))
                .isLessThan(1e-9);
        answers.run("size = " + inner * columns);
        assertThat(number(answers, close.formatted("grad(S, B) - 2*(transpose(p) @ p @ q)")))
                .isLessThan(1e-9);
        answers.run("set A[0, 0] = 7; p = detach(A)");
        assertThat(number(answers, "abs(S - sum((p @ q).^2))")).isLessThan(1e-9);
        assertThat(number(answers, "T - S")).isZero();
    }

    private static double number(Answers answers, String expression) {
        return Double.parseDouble(answers.value(expression));
    }
}
