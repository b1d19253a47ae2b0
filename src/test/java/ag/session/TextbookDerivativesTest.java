package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.result.FormulaResult;
import ag.result.FormulaResult.Derived;
import ag.result.Plain;
import ag.result.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        for (double x : POINTS) {
            double gradient = at(x, "grad(" + entry.expression + ", x)");
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
            for (FormulaResult.DerivationStep step : derived.steps()) {
                double value = at(x, step.expression());
                assertThat(Programs.agree(value, gradient, 1e-12))
                        .as("%s at %s: %s is %s, not %s", entry.expression, x, step.expression(), value, gradient)
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
        Result.Value value = (Result.Value)
                Programs.results("let x = " + x + "\n" + expression).getLast();
        return ((Plain.Real) value.value()).value();
    }
}
