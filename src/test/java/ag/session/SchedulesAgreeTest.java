package ag.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ag.optimize.RateSchedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Forty epochs of each schedule are PyTorch's, written by {@code src/test/python/schedules.py}. */
final class SchedulesAgreeTest {
    private static final Path REFERENCE = Path.of("src", "test", "resources", "nn", "schedules.jsonl");
    private static final Pattern LINE = Pattern.compile("\"schedule\": \"(.*)\", \"rates\": \\[(.*)]");

    static Stream<Arguments> runs() throws IOException {
        return Files.readAllLines(REFERENCE).stream().map(line -> {
            Matcher run = LINE.matcher(line);
            assertThat(run.find()).isTrue();
            return Arguments.of(run.group(1), numbers(run.group(2)));
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("runs")
    void ratesAreThoseOfPyTorch(String schedule, List<Double> rates) {
        Answers answers = Answers.after("rate(epoch) = " + schedule.replace('\'', '"'));
        List<Double> ours = numbers(answers.value("[rate(epoch) for epoch in 0.." + (rates.size() - 1) + "]")
                .replaceAll("[\\[\\]]", ""));
        assertThat(ours).hasSameSizeAs(rates);
        for (int epoch = 0; epoch < rates.size(); epoch++) {
            double rate = rates.get(epoch);
            assertThat(ours.get(epoch)).as("epoch %d", epoch).isCloseTo(rate, within(1e-12 * Math.max(rate, 1e-3)));
        }
    }

    @Test
    void everyScheduleIsThere() throws IOException {
        assertThat(runs().map(run -> run.get()[0].toString().replaceAll("\\(.*", ""))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(RateSchedule.values())
                        .map(RateSchedule::written)
                        .toList());
    }

    /** A rate and its factors keep their derivatives; the numbers follow from the formulas of the class's documentation. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        step_lr(x, 35, 30)                            | 0.1
        step_lr(3, 35, 30, gamma = x)                 | 3
        multistep_lr(3, 35, [10, 20], gamma = x)      | 3
        exponential_lr(3, 3, x)                       | 2.25
        linear_lr(3, 2, start_factor = x)             | 1.8
        cosine_annealing_lr(3, 5, 10, eta_min = x)    | 0.5
        one_cycle_lr(x, 2, 10)                        | 1
        """)
    void ratesHaveDerivatives(String schedule, double slope) {
        String derivative = Answers.after("f(x) = " + schedule).value("f'(0.5)");
        assertThat(Double.parseDouble(derivative)).isCloseTo(slope, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        step_lr(0.1, 3, 2.5)                   | this must be a whole number from 1 up, and it is 2.5
        cosine_annealing_lr(0.1, 3, 0)         | this must be a whole number from 1 up, and it is 0
        step_lr(0.1, 3, n)                     | step_lr counts epochs by this, and it has a history
        multistep_lr(0.1, 3, 30)               | multistep_lr needs a vector here, and this is a number
        one_cycle_lr(0.1, 3, 10, pct_start = 2) | this must be a number from 0 to 1, and it is 2
        step_lr(0.1, 3)                        | step_lr is called with 2 arguments
        """)
    void whatCountsNoEpochsIsRefused(String schedule, String message) {
        Answers answers = Answers.after("let n = 3");
        assertThat(answers.mistake(schedule))
                .hasValueSatisfying(mistake -> assertThat(mistake.message()).isEqualTo(message));
    }

    private static List<Double> numbers(String text) {
        return Arrays.stream(text.split(", ", -1)).map(Double::valueOf).toList();
    }
}
