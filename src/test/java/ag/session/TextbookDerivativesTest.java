package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.result.FormulaResult.Derived;
import ag.result.Plain;
import ag.result.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The derivatives in {@code derivatives.txt}: written as there, and worth at each step what the numbers say. */
final class TextbookDerivativesTest {
    private static final List<Double> POINTS = List.of(0.4, 0.8, 1.7, 2.6, -0.6);

    /** For the quotient of differences; with four values around the point its error is h^4. */
    private static final double STEP = 1e-3;

    record Entry(String expression, String derivative) {}

    static Stream<Entry> entries() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/derivatives.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" \\| "))
                .map(columns -> new Entry(columns[0].strip(), columns[1].strip()));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void theDerivativeIsTheOneOfTheTextbook(Entry entry) {
        assertThat(derived(entry).formula()).isEqualTo(entry.derivative);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void everyStepIsWorthWhatTheBackwardPassAndTheDifferencesSay(Entry entry) {
        Derived derived = derived(entry);
        int compared = 0;
        List<String> asked = new ArrayList<>(List.of("grad(" + entry.expression + ", x)"));
        derived.steps().forEach(step -> asked.add(step.expression()));
        for (double x : POINTS) {
            List<Double> values = at(x, asked);
            double gradient = values.getFirst();
            if (!Double.isFinite(gradient) || !Double.isFinite(at(x - 2 * STEP, entry.expression))) {
                continue;
            }
            double difference = (8 * (at(x + STEP, entry.expression) - at(x - STEP, entry.expression))
                            - (at(x + 2 * STEP, entry.expression) - at(x - 2 * STEP, entry.expression)))
                    / (12 * STEP);
            assertThat(Programs.agree(difference, gradient, 1e-6))
                    .as(
                            "%s at %s: %s by differences, %s by the backward pass",
                            entry.expression, x, difference, gradient)
                    .isTrue();
            for (int i = 1; i < asked.size(); i++) {
                double value = values.get(i);
                assertThat(Programs.agree(value, gradient, 1e-12))
                        .as("%s at %s: %s is %s, not %s", entry.expression, x, asked.get(i), value, gradient)
                        .isTrue();
                compared++;
            }
        }
        assertThat(compared).isPositive();
    }

    private static Derived derived(Entry entry) {
        return Programs.results("derive " + entry.expression + " wrt x").stream()
                .filter(Derived.class::isInstance)
                .map(Derived.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static double at(double x, String expression) {
        return at(x, List.of(expression)).getFirst();
    }

    /** The values of expressions at a place, each once. */
    private static List<Double> at(double x, List<String> expressions) {
        List<Double> values = Programs.results("let x = " + x + "\n" + String.join("\n", expressions)).stream()
                .filter(Result.Value.class::isInstance)
                .map(value -> ((Plain.Real) ((Result.Value) value).value()).value())
                .toList();
        assertThat(values).as("%s at %s", expressions, x).hasSameSizeAs(expressions);
        return values;
    }
}
