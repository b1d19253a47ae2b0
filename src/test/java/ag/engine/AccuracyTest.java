package ag.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every function of one number against {@code functions.csv}, which is rounded once from 60 digits: values within 2 units in
 * the last place and first derivatives within 4, over the whole line. The file says which program made it.
 */
final class AccuracyTest {
    /** Where a library's function is 2 units off already: gamma of negative numbers, and the tail of erfc that gelu is made of. */
    private static final Map<Operation, Double> WIDER = Map.of(Operation.GAMMA, 5.0, Operation.GELU, 3.0);

    record Point(Operation operation, double x, double value, double slope) {}

    private static final Map<Operation, List<Point>> POINTS = read();

    static Stream<Operation> functions() {
        return POINTS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void valuesAreWithinTwoUnits(Operation operation) {
        double limit = WIDER.getOrDefault(operation, 2.0);
        assertThat(off(operation, limit, Point::value, AccuracyTest::value)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void derivativesAreWithinFourUnits(Operation operation) {
        assertThat(off(operation, 4, Point::slope, AccuracyTest::slope)).isEmpty();
    }

    /** Gradient graphs are built from the source: they must not lose digits that the code keeps. */
    @ParameterizedTest
    @MethodSource("functions")
    void derivativesAsGraphsKeepTheirDigits(Operation operation) {
        assertThat(off(operation, 16, Point::slope, AccuracyTest::graph)).isEmpty();
    }

    @Test
    void thereArePointsForEveryFunctionThatRounds() {
        assertThat(POINTS)
                .hasSizeGreaterThan(40)
                .allSatisfy((operation, points) ->
                        assertThat(points).as(operation.name()).hasSizeGreaterThan(12));
    }

    private static List<String> off(
            Operation operation, double limit, ToDoubleFunction<Point> exact, ToDoubleFunction<Point> computed) {
        return Objects.requireNonNull(POINTS.get(operation)).stream()
                .filter(point -> !isClose(computed.applyAsDouble(point), exact.applyAsDouble(point), limit, point))
                .map(point -> point + " but " + computed.applyAsDouble(point))
                .toList();
    }

    /** Where two terms of silu's and gelu's derivative cancel, what counts is the last place of the terms. */
    private static boolean isClose(double computed, double exact, double limit, Point point) {
        boolean cancels = (point.operation() == Operation.SILU || point.operation() == Operation.GELU)
                && point.x() > -1.4
                && point.x() < -0.6;
        double ulp = Math.max(Math.ulp(exact), cancels ? Math.ulp(0.25) : Double.MIN_VALUE);
        return computed == exact || Math.abs(computed - exact) <= limit * ulp;
    }

    private static double value(Point point) {
        Tape tape = new Tape();
        return tape.value(tape.apply(point.operation(), tape.input(point.x())));
    }

    private static double slope(Point point) {
        Tape tape = new Tape();
        int x = tape.input(point.x());
        tape.backward(tape.apply(point.operation(), x));
        return tape.gradient(x);
    }

    private static double graph(Point point) {
        Tape tape = new Tape();
        int x = tape.input(point.x());
        int y = tape.apply(point.operation(), x);
        return tape.value(GradientGraph.reverse(tape, y, new int[] {x}).nodes()[0]);
    }

    private static Map<Operation, List<Point>> read() {
        try (var stream = Objects.requireNonNull(AccuracyTest.class.getResourceAsStream("/reference/functions.csv"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(AccuracyTest::point)
                    .collect(Collectors.groupingBy(Point::operation));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Point point(String line) {
        List<String> parts = List.of(line.split(", "));
        return new Point(
                Operation.function(parts.get(0), 1).orElseThrow(),
                Double.parseDouble(parts.get(1)),
                Double.parseDouble(parts.get(2)),
                Double.parseDouble(parts.get(3)));
    }
}
