package ag.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks the table of operations, so that no row can be added untested; {@link ReductionTest} has the rows of vectors. */
final class OperationTest {
    private static final int POINTS = 40;

    /** Numbers that functions stumble over. */
    private static final double[] AWKWARD = {
        0,
        -0.0,
        1,
        -1,
        0.5,
        -0.5,
        1.5,
        2,
        -2,
        1e-300,
        -1e-300,
        1e-9,
        -30,
        30,
        -745,
        745,
        1000,
        -1000,
        1e300,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN
    };

    static Stream<Operation> ofNumbers() {
        return Arrays.stream(Operation.values())
                .filter(operation -> operation.partials().arity() > 0);
    }

    @ParameterizedTest
    @MethodSource("ofNumbers")
    void derivativesAgreeWithDifferencesAndWithTheirSource(Operation operation) {
        assertThat(Samples.smooth(operation, POINTS)
                        .flatMap(point ->
                                DerivativeCheck.problems(operation.name(), operation.partials(), point).stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ofNumbers")
    void codeAndSourceOfADerivativeAgreeAtKinksTiesPolesAndExtremes(Operation operation) {
        assertThat(awkward(operation)
                        .flatMap(point ->
                                DerivativeCheck.sourceProblems(operation.name(), operation.partials(), point).stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ofNumbers")
    void theTapeComputesWhatTheTableSays(Operation operation) {
        Stream.concat(Samples.smooth(operation, POINTS), awkward(operation)).forEach(point -> {
            Tape tape = new Tape();
            int[] x = inputs(tape, point);
            int y = onTape(tape, operation, x);
            assertThat(tape.value(y)).isEqualTo(Double.valueOf(DerivativeCheck.value(operation.partials(), point)));
            tape.backward(y);
            for (int k = 0; k < point.length; k++) {
                double slope = DerivativeCheck.slope(operation.partials(), k, point);
                assertThat(LocalDerivative.value(tape, y, k)).isEqualTo(Double.valueOf(slope));
                assertThat(DerivativeCheck.same(tape.gradient(x[k]), slope))
                        .as("gradient %d at %s: %s and %s", k, Arrays.toString(point), tape.gradient(x[k]), slope)
                        .isTrue();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("ofNumbers")
    void settingAnInputRecomputesWhatTheTableSays(Operation operation) {
        List<double[]> points = Samples.smooth(operation, POINTS).toList();
        Tape tape = new Tape();
        int[] x = inputs(tape, points.getFirst());
        int y = onTape(tape, operation, x);
        for (double[] point : points) {
            for (int k = 0; k < x.length; k++) {
                tape.set(x[k], point[k]);
            }
            assertThat(tape.value(y)).isEqualTo(DerivativeCheck.value(operation.partials(), point));
        }
    }

    @ParameterizedTest
    @MethodSource("ofNumbers")
    void aDerivativeAsAGraphIsTheDerivativeAsANumber(Operation operation) {
        Stream.concat(Samples.smooth(operation, POINTS), awkward(operation)).forEach(point -> {
            Tape tape = new Tape();
            int[] x = inputs(tape, point);
            int y = onTape(tape, operation, x);
            int[] graph = GradientGraph.reverse(tape, y, x).nodes();
            for (int k = 0; k < x.length; k++) {
                double slope = DerivativeCheck.slope(operation.partials(), k, point);
                assertThat(DerivativeCheck.same(tape.value(graph[k]), slope))
                        .as("derivative %d at %s: %s and %s", k, Arrays.toString(point), tape.value(graph[k]), slope)
                        .isTrue();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("ofNumbers")
    void secondDerivativesAgreeWithDifferencesOfTheFirst(Operation operation) {
        Samples.smooth(operation, POINTS).forEach(point -> {
            Tape tape = new Tape();
            int[] x = inputs(tape, point);
            int[] first =
                    GradientGraph.reverse(tape, onTape(tape, operation, x), x).nodes();
            for (int k = 0; k < x.length; k++) {
                tape.backward(first[k]);
                double[] second = Arrays.stream(x).mapToDouble(tape::gradient).toArray();
                for (int j = 0; j < x.length; j++) {
                    int along = j;
                    int of = k;
                    double numeric = DerivativeCheck.difference(
                            moved -> DerivativeCheck.slope(operation.partials(), of, with(point, along, moved)),
                            point[j]);
                    assertThat(DerivativeCheck.agree(second[j], numeric))
                            .as(
                                    "second derivative %d%d at %s: %s and %s",
                                    k, j, Arrays.toString(point), second[j], numeric)
                            .isTrue();
                }
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void everyRowSaysWhatItIs(Operation operation) {
        assertThat(operation.symbol()).isNotBlank();
        assertThat(operation.help()).isNotBlank().doesNotEndWith(".");
        assertThat(operation.title()).isNotBlank();
        assertThat(operation.domain().words()).isNotBlank();
        assertThat(operation.domain().low()).isLessThan(operation.domain().high());
        int rules = Math.abs(operation.partials().arity());
        assertThat(LocalDerivative.rules(operation)).hasSize(rules);
    }

    @Test
    void theCodesOfTheScansAreTheRowsOfTheTable() {
        assertThat(Tape.INPUT).isEqualTo(Operation.INPUT.code());
        assertThat(Tape.CONSTANT).isEqualTo(Operation.CONSTANT.code());
        assertThat(Tape.ADD).isEqualTo(Operation.ADD.code());
        assertThat(Tape.SUBTRACT).isEqualTo(Operation.SUBTRACT.code());
        assertThat(Tape.MULTIPLY).isEqualTo(Operation.MULTIPLY.code());
        assertThat(Tape.DIVIDE).isEqualTo(Operation.DIVIDE.code());
        assertThat(Tape.NEGATE).isEqualTo(Operation.NEGATE.code());
        assertThat(Tape.POWER).isEqualTo(Operation.POWER.code());
        for (Operation operation : Operation.values()) {
            assertThat(OperationArrays.operation(operation.code())).isSameAs(operation);
        }
    }

    @Test
    void aCodeLeavesTheSignBitFreeForTheBackwardPass() {
        assertThat(Operation.values()).hasSizeLessThan(128);
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 0, 0, 0", "2, 1, 1, 1, 0", "2, 2, 0, 1, 1", "NaN, 2, 0, 0, 0", "0, -0.0, 0, 1, 1"})
    void whatAnIfBecomesForManySamplesIsOneOrZero(double a, double b, double greater, double atLeast, double equal) {
        assertThat(Stream.of(Operation.GREATER, Operation.GREATER_OR_EQUAL, Operation.EQUAL)
                        .map(row -> DerivativeCheck.value(row.partials(), new double[] {a, b})))
                .containsExactly(greater, atLeast, equal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1 +", "(x", "x )", "tan(x)) + 1", "if x then 1 else 2", "nosuch(x)", "x ? y", "exp(x, x)"})
    void whatIsNoRuleIsRefused(String source) {
        assertThatThrownBy(() -> Rule.parse(source))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a derivative rule: " + source);
    }

    @Test
    void functionsAreFoundByNameAndNumberOfArguments() {
        assertThat(Operation.function("max", 2)).contains(Operation.MAX);
        assertThat(Operation.function("max", -1)).contains(Operation.LARGEST);
        assertThat(Operation.function("+", 2)).isEqualTo(Optional.empty());
        assertThat(Operation.function("tanh", 2)).isEqualTo(Optional.empty());
    }

    @Test
    void noTwoFunctionsShareNameAndNumberOfArguments() {
        assertThat(Operation.functions())
                .contains(Operation.TANH, Operation.MAX, Operation.LARGEST, Operation.BCE)
                .doesNotContain(Operation.ADD, Operation.NEGATE, Operation.INPUT, Operation.GREATER)
                .doesNotHaveDuplicates()
                .allSatisfy(row -> assertThat(
                                Operation.function(row.symbol(), row.partials().arity()))
                        .contains(row));
    }

    @Test
    void anOperationRefusesTheWrongNumberOfOperands() {
        Tape tape = new Tape();
        int x = tape.input(1);
        assertThatThrownBy(() -> tape.apply(Operation.POWER, x)).hasMessageContaining("power does not take one number");
        assertThatThrownBy(() -> tape.apply(Operation.TANH, x, x))
                .hasMessageContaining("tanh does not take two numbers");
        assertThatThrownBy(() -> tape.reduce(Operation.TANH, x)).hasMessageContaining("tanh does not take a vector");
        assertThatThrownBy(() -> tape.reduce(Operation.SUM)).hasMessageContaining("sum needs at least one element");
    }

    private static Stream<double[]> awkward(Operation operation) {
        return operation.partials().arity() == 1
                ? DoubleStream.of(AWKWARD).mapToObj(x -> new double[] {x})
                : DoubleStream.of(AWKWARD)
                        .boxed()
                        .flatMap(a -> DoubleStream.of(AWKWARD).mapToObj(b -> new double[] {a, b}));
    }

    private static int[] inputs(Tape tape, double... point) {
        return DoubleStream.of(point).mapToInt(tape::input).toArray();
    }

    private static int onTape(Tape tape, Operation operation, int... x) {
        return switch (operation) {
            case ADD -> tape.add(x[0], x[1]);
            case SUBTRACT -> tape.subtract(x[0], x[1]);
            case MULTIPLY -> tape.multiply(x[0], x[1]);
            case DIVIDE -> tape.divide(x[0], x[1]);
            case NEGATE -> tape.negate(x[0]);
            default -> x.length == 1 ? tape.apply(operation, x[0]) : tape.apply(operation, x[0], x[1]);
        };
    }

    private static double[] with(double[] point, int index, double moved) {
        double[] at = point.clone();
        at[index] = moved;
        return at;
    }
}
