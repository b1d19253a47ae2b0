package ag.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Twenty steps of each row are PyTorch's, written by {@code src/test/python/optimizers.py}. */
final class OptimizersAgreeTest {
    private static final Path REFERENCE = Path.of("src", "test", "resources", "nn", "optimizers.jsonl");
    private static final Pattern LINE =
            Pattern.compile("\"optimizer\": \"(\\w+)(?:\\((.*)\\))?\", \"steps\": \\[(.*)]");

    static Stream<Arguments> runs() throws IOException {
        return Files.readAllLines(REFERENCE).stream().map(line -> {
            Matcher run = LINE.matcher(line);
            assertThat(run.find()).isTrue();
            return Arguments.of(optimizer(run.group(1), run.group(2)), run.group(2), steps(run.group(3)));
        });
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("runs")
    void twentyStepsAreThoseOfPyTorch(Optimizer optimizer, String written, List<double[]> steps) {
        double[] p = {1.5, -2, 0.3, 4};
        double[] gradient = new double[4];
        OptimizerState state = new OptimizerState();
        for (double[] expected : steps) {
            double loss = loss(p, gradient);
            optimizer.step(new Step(p, loss, gradient, OptimizersAgreeTest::loss), state);
            for (int i = 0; i < p.length; i++) {
                double size = Math.max(1, Math.abs(expected[i]));
                assertThat(p[i])
                        .as("place %d of step %d", i, state.steps())
                        .isCloseTo(expected[i], within(1e-12 * size));
            }
        }
    }

    @Test
    void everyRowIsThere() throws IOException {
        assertThat(runs().map(run -> ((Optimizer) run.get()[0]).name()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Optimizers.ROWS.stream()
                        .filter(row -> row.needs().isForTraining())
                        .map(OptimizerRule::name)
                        .toList());
    }

    @Test
    void aStateTakenApartAndPutTogetherGoesOnAsIfNothingHadHappened() throws IOException {
        runs().map(run -> (Optimizer) run.get()[0]).forEach(optimizer -> {
            double[] straight = {1.5, -2, 0.3, 4};
            double[] resumed = straight.clone();
            OptimizerState one = new OptimizerState();
            OptimizerState other = new OptimizerState();
            for (int step = 0; step < 12; step++) {
                take(optimizer, straight, one);
                take(optimizer, resumed, other);
                other = new OptimizerState(other.rule(), other.steps(), other.vectors(), other.numbers());
            }
            assertThat(resumed).as(optimizer.name()).containsExactly(straight);
            assertThat(one.vectors()).as(optimizer.name()).allMatch(vector -> vector.length == 0 || vector.length == 4);
        });
    }

    private static void take(Optimizer optimizer, double[] p, OptimizerState state) {
        double[] gradient = new double[4];
        double loss = loss(p, gradient);
        optimizer.step(new Step(p, loss, gradient, OptimizersAgreeTest::loss), state);
    }

    /** The function of the script, and its gradient. */
    private static double loss(double[] p, double[] gradient) {
        double a = p[0];
        double b = p[1];
        double c = p[2];
        double d = p[3];
        double off = b - a * a;
        gradient[0] = -2 * (1 - a) - 40 * a * off;
        gradient[1] = 20 * off;
        gradient[2] = 0.02 * c + 0.03 * d;
        gradient[3] = Math.cos(d) + 0.2 * d + 0.03 * c;
        return (1 - a) * (1 - a) + 10 * off * off + 0.01 * c * c + Math.sin(d) + 0.1 * d * d + 0.03 * c * d;
    }

    private static Optimizer optimizer(String name, String arguments) {
        Optimizer optimizer = Optimizer.of(name);
        if (arguments != null) {
            for (String argument : arguments.split(", ", -1)) {
                List<String> sides = List.of(argument.split(" = ", -1));
                String value = sides.get(1);
                optimizer = optimizer.with(
                        sides.get(0), value.equals("true") ? 1 : value.equals("false") ? 0 : Double.parseDouble(value));
            }
        }
        return optimizer;
    }

    private static List<double[]> steps(String text) {
        return Arrays.stream(text.substring(1, text.length() - 1).split("], \\[", -1))
                .map(step -> Arrays.stream(step.replace("]", "").split(", ", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }
}
