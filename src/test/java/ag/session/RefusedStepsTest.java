package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.result.OptimizationResult;
import ag.result.Plain;
import ag.result.Result;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements that would have lost a part without a word, and what stands in their place. */
final class RefusedStepsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "set a *= 2, a += 1",
                "set w[0] = 1, w[0] = 2",
                "set w = [4, 5, 6], w[2] = 1",
                "set w[[1, 1]] = [4, 5]",
                "set [a, a] = [1, 2]",
            })
    void oneSetChangesALeafOnlyOnce(String set) {
        List<Result> results = Programs.results("let a = 1, w = [1, 2, 3]\n" + set);
        assertThat(results.getLast())
                .isInstanceOfSatisfying(
                        Result.Failed.class,
                        failed -> assertThat(failed.diagnostic().code()).isEqualTo("set-twice"));
    }

    @Test
    void differentLeavesAreChangedAtOnce() {
        String program = "let a = 1, b = 2, w = [1, 2, 3]\nset a = b, b = a, w[0] = w[2], w[2] = w[0]\n";
        assertThat(Programs.number(program + "10*a + b")).isEqualTo(21);
        assertThat(Programs.number(program + "10*w[0] + w[2]")).isEqualTo(31);
        assertThat(Programs.number("let a = 1\nset a *= 2; set a += 1\na")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a ≈ 0.3", "b = a ~= 0.3", "if a ≈ 0.3 { 1 }"})
    void nearlyEqualBelongsToAssert(String statement) {
        Result last = Programs.results("let a = 0.1 + 0.2\n" + statement).getLast();
        assertThat(last)
                .isInstanceOfSatisfying(
                        Result.Failed.class,
                        failed -> assertThat(failed.diagnostic().hint())
                                .contains("assert a ≈ b within 1e-6", "abs(a - b) <= 1e-6"));
        assertThat(Programs.results("let a = 0.1 + 0.2\nassert a ≈ 0.3 within 1e-6"))
                .isEmpty();
        assertThat(Programs.results("let a = 0.1 + 0.2\nassert abs(a - 0.3) <= 1e-6"))
                .isEmpty();
    }

    /** As the reference says; one more or less would show in how many losses there are. */
    @Test
    void settingsThatAreLeftOutAreThoseOfTheReference() {
        OptimizationResult.Minimized minimized = (OptimizationResult.Minimized)
                Programs.results("let a = 5\nminimize a^2 over a { optimizer sgd(lr = 0.001) }")
                        .getLast();
        assertThat(minimized.steps()).isEqualTo(100);
        Result losses = Programs.results("""
            mlp net { input 1; layer 1; seed 1 }
            data d { 1 -> 2; 2 -> 1 }
            train net on d { optimizer sgd(lr = 0.001) }
            len(net.losses)
            """).getLast();
        assertThat(((Result.Value) losses).value()).isEqualTo(new Plain.Real(100));
    }
}
