package ag.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Values and derivatives at kinks, ties, poles and extremes are PyTorch's. The file {@code conventions.csv} says for each point
 * where its numbers are from.
 */
final class ConventionTest {
    /** One point: the operands, the value there, and the derivative in each operand. */
    record Point(Operation operation, double[] operands, double value, double[] slopes, String origin) {
        @Override
        public String toString() {
            return operation + Arrays.toString(operands);
        }
    }

    static Stream<Point> points() {
        return lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(ConventionTest::point);
    }

    @ParameterizedTest
    @MethodSource("points")
    void valueAndDerivativesArePyTorchs(Point point) {
        Tape tape = new Tape();
        int[] x = Arrays.stream(point.operands()).mapToInt(tape::input).toArray();
        int y = switch (point.operation().partials()) {
            case Partials.Unary _ -> tape.apply(point.operation(), x[0]);
            case Partials.Binary _ -> tape.apply(point.operation(), x[0], x[1]);
            case Partials.Leaf _, Partials.Vector _ -> tape.reduce(point.operation(), x);
        };
        expect("value", tape.value(y), point.value());
        tape.backward(y);
        int[] graph = GradientGraph.reverse(tape, y, x).nodes();
        for (int k = 0; k < x.length; k++) {
            expect("derivative " + k, tape.gradient(x[k]), point.slopes()[k]);
            expect("derivative " + k + " as a graph", tape.value(graph[k]), point.slopes()[k]);
        }
    }

    @Test
    void everyConventionOfTheTableIsPinnedByAPoint() {
        Set<Operation> pinned = EnumSet.noneOf(Operation.class);
        points().map(Point::operation).forEach(pinned::add);
        assertThat(Arrays.stream(Operation.values())
                        .filter(row -> !row.convention().isEmpty()))
                .contains(Operation.RELU, Operation.ABS, Operation.POWER)
                .isSubsetOf(pinned);
    }

    private static void expect(String what, double actual, double expected) {
        assertThat(DerivativeCheck.same(actual, expected))
                .as("%s is %s and should be %s", what, actual, expected)
                .isTrue();
    }

    /** {@code OPERATION; operands; value; derivatives; origin}. */
    private static Point point(String line) {
        List<String> parts = Arrays.stream(line.split(";")).map(String::strip).toList();
        return new Point(
                Operation.valueOf(parts.get(0)),
                numbers(parts.get(1)),
                Double.parseDouble(parts.get(2)),
                numbers(parts.get(3)),
                parts.get(4));
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(",")).mapToDouble(Double::parseDouble).toArray();
    }

    private static Stream<String> lines() {
        try (InputStream stream =
                Objects.requireNonNull(ConventionTest.class.getResourceAsStream("/reference/conventions.csv"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
