package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.lang.source.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code v.grad} is what {@code backward} left in an input as a whole; a part of one, or what is built on one, keeps none. */
final class GradientMemberTest {
    private static final String BACKWARD = "let v = [1, 2, 3], a = 4; L = sum(v^2)*a; backward L; ";

    @Test
    void inputsAsAWholeHaveIt() {
        assertThat(Answers.after(BACKWARD).value("[v.grad, [a.grad]]")).isEqualTo("[[8, 16, 24], [14]]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v[0]", "v[1]", "v[0..1]", "v[1..2]", "L", "(v + 0)", "2", "[1, 2, 3]"})
    void nothingElseHasIt(String expression) {
        assertThat(Answers.after(BACKWARD).mistake("(" + expression + ").grad"))
                .map(Diagnostic::code)
                .contains("not-an-input");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v[0]", "v[1..2]", "v[0..1]", "L"})
    void nothingElseIsMinimizedOver(String expression) {
        Answers answers = Answers.after(BACKWARD);
        assertThat(answers.mistake("minimize L over " + expression + " { optimizer sgd(lr = 0.1); steps 1 }"))
                .isPresent();
        assertThat(answers.value("v")).isEqualTo("[1, 2, 3]");
    }
}
