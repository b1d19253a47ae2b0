package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A loss or an activation of one's own is recorded once, both ways of its choices included, and runs over all samples: it must give
 * what the same function gives when it is called for each sample by itself, at ties too.
 */
final class RecordedChoicesTest {
    /** Predictions below, at and above their targets; the network gives back its input. */
    private static final String SAMPLES =
            "data d { 0 -> 0; 1 -> 1; 2 -> 1; -1 -> 1; 1 -> 2; -2 -> -2; 3 -> 0 }; mlp net { input 1; layer 1; seed 1"
                    + " }; set net.parameters = [1, 0]; ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p > t",
                "p >= t",
                "p < t",
                "p <= t",
                "p == t",
                "p != t",
                "not (p > t)",
                "p >= t and p > 0",
                "p > t or p == 1",
                "p > 0 and t < 2",
                "p < 0 or true",
                "p < 0 and true"
            })
    void aLossChoosesForEachSampleAsACallDoes(String condition) {
        Answers answers = Answers.after(SAMPLES + "f(p, t) = if " + condition + " then 10 + p^2 else 100*t; "
                + "train net on d { loss f; optimizer sgd(lr = 1e-9); epochs 1 }");
        assertThat(answers.value("net.losses[0]"))
                .isEqualTo(answers.value("mean([f(x[0], t) for (x, t) in zip(d.inputs, d.targets)])"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x > 1", "x >= 1", "x < 1", "x <= 1", "x == 1", "x != 1", "not (x >= 1)"})
    void anActivationChoosesForEachNumberAsACallDoes(String condition) {
        Answers answers = Answers.after("g(x) = if " + condition + " then 10x else x - 3; " + SAMPLES
                + "mlp own { input 1; layer 1 g; seed 1 }; set own.parameters = [1, 0]");
        assertThat(answers.value("[own([x]) for x in -2..3]")).isEqualTo(answers.value("[g(x) for x in -2..3]"));
    }
}
