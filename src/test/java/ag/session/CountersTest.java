package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The counters of a training count what is done: a rate written with {@code steps} and {@code epochs} is that with their numbers. */
final class CountersTest {
    private static final String DATA = "data d { 0, 1 -> 1; 1, 0 -> 0; 1, 1 -> 1; 0, 0 -> 0; 2, 1 -> 1 }\n";

    @ParameterizedTest
    @CsvSource({"batch 1, 20", "batch 2, 12", "batch 3, 8", "batch 4, 8", "batch 5, 4", "batch 6, 4", "'', 4"})
    void thereAreAsManyStepsAsBatches(String batch, int steps) {
        assertThat(trained("0.1*(1 - step/steps)", batch)).isEqualTo(trained("0.1*(1 - step/" + steps + ")", batch));
        assertThat(trained("0.1*(1 - epoch/epochs)", batch)).isEqualTo(trained("0.1*(1 - epoch/4)", batch));
    }

    private static String trained(String rate, String batch) {
        Answers answers = Answers.after(
                DATA + "mlp net { input 2; layer 1; seed 1 }\ntrain net on d { loss mse; optimizer sgd(lr = " + rate
                        + "); epochs 4; threads 1; seed 3" + (batch.isEmpty() ? "" : "; " + batch) + " }");
        return answers.value("net.parameters");
    }
}
