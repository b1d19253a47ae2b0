package ag.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ag.result.DerivativeResult;
import ag.result.Plain;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Programs whose values and gradients PyTorch, mpmath, numpy or scikit-learn computed. */
final class ReferenceTest {
    private static final double RELATIVE = 1e-9;

    /** Where terms near 1 cancel, as in the derivative of x/x, rounding is all that is left, in PyTorch as here. */
    private static final double CANCELLED = 1e-13;

    private static final double NOTHING_CANCELS = 0;

    /** Elements that are 0 come from sums of terms of the size of the matrix, here as in PyTorch. */
    private static final double MATRIX_ROUNDING = 1e-11;

    @TestFactory
    Stream<DynamicTest> valuesAndGradientsAtKinksTiesPolesAndExtremes() {
        return programs("/reference/edges.jsonl", line -> expectGradient(line, NOTHING_CANCELS));
    }

    @TestFactory
    Stream<DynamicTest> valuesAndGradientsOfRandomExpressions() {
        return programs("/reference/expressions.jsonl", line -> expectGradient(line, CANCELLED));
    }

    @TestFactory
    Stream<DynamicTest> higherDerivatives() {
        return programs("/reference/higher.jsonl", line -> {
            List<Plain> values = Programs.values(line.text("program"));
            assertThat(values).hasSize(1);
            expect("value", values.getFirst(), line.get("value"), CANCELLED);
        });
    }

    @TestFactory
    Stream<DynamicTest> matricesAndTheirDerivatives() {
        return programs("/reference/linear.jsonl", ReferenceTest::expectMatrices);
    }

    @TestFactory
    Stream<DynamicTest> statisticsAndShapes() {
        return programs("/reference/everyday.jsonl", ReferenceTest::expectMatrices);
    }

    private static void expectMatrices(Json.Fields line) {
        List<Plain> values = Programs.values(line.text("program"));
        expect("value", values.getLast(), line.get("value"), MATRIX_ROUNDING);
    }

    @TestFactory
    Stream<DynamicTest> generatedDataSets() {
        return programs("/data/datasets.jsonl", line -> {
            List<Plain> values = Programs.values(line.text("program"));
            expect("inputs", values.get(0), line.get("x"), NOTHING_CANCELS);
            expect("targets", values.get(1), line.get("y"), NOTHING_CANCELS);
        });
    }

    private static void expectGradient(Json.Fields line, double floor) {
        DerivativeResult.Gradient gradient = Programs.results(line.text("program")).stream()
                .filter(DerivativeResult.Gradient.class::isInstance)
                .map(DerivativeResult.Gradient.class::cast)
                .collect(Collectors.collectingAndThen(Collectors.toList(), List::getLast));
        assertThat(gradient.of()).isEqualTo(line.text("of"));
        expect("value", new Plain.Real(gradient.value()), line.get("value"), floor);
        Json.Fields expected = (Json.Fields) line.get("grad");
        expected.fields()
                .forEach((name, slope) -> expect(
                        "gradient of " + name,
                        gradient.slopes().stream()
                                .filter(found -> found.input().equals(name))
                                .map(DerivativeResult.Slope::gradient)
                                .findFirst()
                                .orElseThrow(() -> new AssertionError("no gradient of " + name)),
                        slope,
                        floor));
        assertThat(gradient.slopes()).hasSameSizeAs(expected.fields().keySet());
    }

    private static void expect(String what, Plain actual, Json expected, double floor) {
        assertThat(shape(actual)).as("shape of the " + what).isEqualTo(expected.shape());
        List<Double> numbers = expected.numbers();
        List<Double> found = numbers(actual);
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(isClose(found.get(i), numbers.get(i), floor))
                    .as("%s %d is %s and should be %s", what, i, found.get(i), numbers.get(i))
                    .isTrue();
        }
    }

    private static boolean isClose(double actual, double expected, double floor) {
        return Double.compare(actual, expected) == 0
                || Math.abs(actual - expected) <= Math.max(RELATIVE * Math.abs(expected), floor);
    }

    private static List<Integer> shape(Plain plain) {
        return switch (plain) {
            case Plain.Vector vector -> List.of(vector.values().length);
            case Plain.Matrix matrix -> List.of(matrix.rows(), matrix.columns());
            default -> List.of();
        };
    }

    private static List<Double> numbers(Plain plain) {
        return switch (plain) {
            case Plain.Real real -> List.of(real.value());
            case Plain.Vector vector -> Arrays.stream(vector.values()).boxed().toList();
            case Plain.Matrix matrix -> Arrays.stream(matrix.values()).boxed().toList();
            default -> throw new AssertionError("not numbers: " + plain);
        };
    }

    private static Stream<DynamicTest> programs(String file, Consumer<Json.Fields> test) {
        return lines(file).stream().map(Json::parse).map(line -> {
            String last = line.text("program").lines().skip(1).collect(Collectors.joining("; "));
            return dynamicTest(line.text("id") + "  " + last, () -> test.accept(line));
        });
    }

    private static List<String> lines(String file) {
        try (InputStream stream = Objects.requireNonNull(ReferenceTest.class.getResourceAsStream(file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
