package ag.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ag.data.RandomSource;
import ag.engine.Operation;
import ag.engine.Partials;
import ag.engine.Tape;
import ag.nn.Activation;
import ag.nn.Initializer;
import ag.nn.Layer;
import ag.nn.Network;
import ag.nn.Recording;
import ag.nn.batch.Prediction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.ToIntBiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ONNX Runtime gives for exported networks the numbers that they give here. */
@Tag("slow")
final class OnnxFileTest {
    /**
     * An operation is up to some thirty operators, each off by a unit in the last place (1e-16) or, for powers of numbers near
     * the largest, by a hundred; a network of a few layers enlarges that tenfold. Relative above 1; below, the terms that
     * cancelled each other were near 1, here as there.
     */
    private static final double TOLERANCE = 1e-12;

    private static final List<Double> POSITIVE_EXTREMES = List.of(
            0.5,
            1.0,
            1.5,
            2.5,
            5.9,
            6.0,
            20.0,
            36.0,
            40.0,
            177.0,
            354.0,
            700.0,
            709.9,
            720.0,
            745.0,
            800.0,
            1e8,
            1e16,
            1e150,
            1e160,
            1e300,
            Double.MAX_VALUE,
            1e-8,
            1e-17,
            1e-160,
            1e-300,
            Double.MIN_NORMAL,
            Double.MIN_VALUE);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"INPUT", "CONSTANT"})
    void everyOperationIsTheSame(Operation operation) throws Exception {
        if (operation.elsewhere() == Operation.Elsewhere.NOWHERE) {
            Activation activation = operation.partials() instanceof Partials.Binary
                    ? new Activation.Elementwise(operation, 2)
                    : Activation.of(operation);
            assertThatThrownBy(() -> OnnxRun.outputs(folder, layer(1, activation), unit(1), new double[] {1}))
                    .hasMessageContaining("has no form in ONNX");
            return;
        }
        switch (operation.partials()) {
            case Partials.Unary _ -> assertSame(layer(1, Activation.of(operation)), withInfinities(numbers(operation)));
            case Partials.Binary _ -> {
                Recording both = record(2, (tape, x) -> new int[] {tape.apply(operation, x[0], x[1]), x[0]});
                assertSame(layer(2, new Activation.Custom("both", both)), pairs(operation));
                for (double second : withInfinities(0.5, -2)) {
                    Network network = layer(1, new Activation.Elementwise(operation, second));
                    assertSame(network, withInfinities(numbers(operation)));
                }
            }
            case Partials.Vector _ -> {
                Recording reduced = record(4, (tape, x) ->
                        new int[] {tape.reduce(operation, x), x[1], x[2], tape.reduce(operation, x[0], x[1])});
                assertSame(layer(4, new Activation.Custom("reduced", reduced)), pairs(operation));
            }
            case Partials.Leaf _ -> throw new IllegalArgumentException("nothing to apply");
        }
    }

    /** What is made of 1 + x or exp(x) - 1 must not lose the digits of a small x. */
    @ParameterizedTest
    @EnumSource(names = {"LOG1P", "EXPM1", "SINH", "ASINH", "ATANH", "ELU", "TANH", "ATAN", "ASIN", "ERF", "CBRT"})
    void smallNumbersKeepTheirDigits(Operation operation) throws Exception {
        double[] small = DoubleStream.of(1e-3, 1e-6, 1e-8, 1e-9, 1e-12, 1e-17, 1e-100, 1e-300)
                .flatMap(x -> DoubleStream.of(x, -x))
                .toArray();
        assertRelative(operation, small);
    }

    /** Nor what vanishes far to the left. */
    @ParameterizedTest
    @EnumSource(names = {"EXP", "SIGMOID", "SILU", "SOFTPLUS"})
    void vanishingResultsKeepTheirDigits(Operation operation) throws Exception {
        assertRelative(operation, -1, -5.9, -20, -36.5, -40, -100, -700);
    }

    static Stream<String> builtIns() {
        return Stream.concat(
                Stream.of("linear", "softmax", "leaky_relu", "elu"),
                Operation.functions().stream()
                        .filter(operation -> operation.partials().arity() == 1)
                        .filter(operation -> operation.elsewhere() == Operation.Elsewhere.EVERYWHERE)
                        .map(Operation::symbol));
    }

    @ParameterizedTest
    @MethodSource("builtIns")
    void everyBuiltInActivationIsTheSame(String name) throws Exception {
        Activation activation = Activation.named(name).orElseThrow();
        Network network =
                new Network(List.of(new Layer(2, 3, activation, true), new Layer(3, 3, activation, false), linear(3)));
        SplittableRandom random = new SplittableRandom(name.hashCode());
        double[] parameters =
                random.doubles(network.parameterCount(), 0.01, 0.3).toArray();
        assertSame(network, parameters, random.doubles(200, 0.1, 1).toArray());
    }

    /** Shapes that ONNX Runtime recognizes and replaces, and constants that it takes for 0 or 1. */
    static Stream<Arguments> functions() {
        return Stream.of(
                function("x*sigmoid(x)", (tape, x) -> tape.multiply(x, tape.apply(Operation.SIGMOID, x))),
                function("x*sigmoid(1.702x)", (tape, x) -> {
                    int scaled = tape.multiply(tape.constant(1.702), x);
                    return tape.multiply(x, tape.apply(Operation.SIGMOID, scaled));
                }),
                function("x/2*(1 + erf(x/sqrt(2)))", (tape, x) -> {
                    int erf = tape.apply(Operation.ERF, tape.divide(x, tape.constant(Math.sqrt(2))));
                    return tape.multiply(tape.multiply(tape.constant(0.5), x), tape.add(tape.constant(1), erf));
                }),
                function("gelu's approximation by tanh", (tape, x) -> {
                    int cube = tape.apply(Operation.POWER, x, tape.constant(3));
                    int inner = tape.multiply(
                            tape.constant(Math.sqrt(2 / Math.PI)),
                            tape.add(x, tape.multiply(tape.constant(0.044715), cube)));
                    int sum = tape.add(tape.constant(1), tape.apply(Operation.TANH, inner));
                    return tape.multiply(tape.multiply(tape.constant(0.5), x), sum);
                }),
                function(
                        "mish",
                        (tape, x) -> tape.multiply(x, tape.apply(Operation.TANH, tape.apply(Operation.SOFTPLUS, x)))),
                function("hard swish", (tape, x) -> {
                    int shifted = tape.add(x, tape.constant(3));
                    int low = tape.apply(Operation.CLAMP_MIN, shifted, tape.constant(0));
                    int bounded = tape.apply(Operation.CLAMP_MAX, low, tape.constant(6));
                    return tape.divide(tape.multiply(x, bounded), tape.constant(6));
                }),
                function("if x > 0 then x^2 else -x", (tape, x) -> {
                    int holds = tape.apply(Operation.GREATER, x, tape.constant(0));
                    int fails = tape.apply(Operation.GREATER_OR_EQUAL, tape.constant(0), x);
                    return tape.add(
                            tape.apply(Operation.GATE, holds, tape.multiply(x, x)),
                            tape.apply(Operation.GATE, fails, tape.apply(Operation.NEGATE, x)));
                }),
                function("7", (tape, x) -> tape.constant(7)),
                function(
                        "log(relu(x) + 1e-12)",
                        (tape, x) -> tape.apply(
                                Operation.LOG, tape.add(tape.apply(Operation.RELU, x), tape.constant(1e-12)))),
                function("1e9*(x - 1e-9) - 1e9*x", (tape, x) -> {
                    int large = tape.constant(1e9);
                    int moved = tape.multiply(large, tape.subtract(x, tape.constant(1e-9)));
                    return tape.subtract(moved, tape.multiply(large, x));
                }),
                function("x*1.000000001", (tape, x) -> tape.multiply(x, tape.constant(1.000000001))),
                function("0.99999x", (tape, x) -> tape.multiply(tape.constant(0.99999), x)),
                function("x/0.999999999", (tape, x) -> tape.divide(x, tape.constant(0.999999999))));
    }

    private static Arguments function(String name, ToIntBiFunction<Tape, Integer> function) {
        return Arguments.of(name, record(1, (tape, x) -> new int[] {function.applyAsInt(tape, x[0])}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void aUsersFunctionIsTheSame(String name, Recording recording) throws Exception {
        double[] inputs =
                IntStream.rangeClosed(-60, 60).mapToDouble(k -> k / 10.0).toArray();
        assertSame(layer(1, new Activation.Custom("mine", recording)), inputs);
    }

    @Test
    void anElementByItsIndexIsTheSame() throws Exception {
        Recording chosen = record(4, (tape, x) -> new int[] {tape.reduce(Operation.ELEMENT, x), x[1], x[2], x[3]});
        assertSame(
                layer(4, new Activation.Custom("mine", chosen)),
                0,
                5,
                6,
                7,
                1,
                5,
                6,
                7,
                2,
                5,
                6,
                7,
                3,
                5,
                6,
                7,
                -1,
                5,
                6,
                7);
    }

    @Test
    void infinitiesInAVectorAreTheSame() throws Exception {
        Recording logsOf = record(3, (tape, x) -> {
            int[] logs = IntStream.of(x).map(k -> tape.apply(Operation.LOG, k)).toArray();
            int[] inverses =
                    IntStream.of(x).map(k -> tape.divide(tape.constant(1), k)).toArray();
            return new int[] {
                tape.reduce(Operation.LOGSUMEXP, logs),
                tape.reduce(Operation.LOGSUMEXP, inverses),
                tape.reduce(Operation.NORM, inverses)
            };
        });
        assertSame(layer(3, new Activation.Custom("mine", logsOf)), 0, 0, 0, 1, 0, 0, 1, 2, 3, 0, 5, 7);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void randomNetworksAreTheSame(int seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        List<Activation> choices = new ArrayList<>(List.of(new Activation.Linear(), new Activation.Softmax()));
        for (Operation operation : List.of(
                Operation.TANH,
                Operation.SIGMOID,
                Operation.RELU,
                Operation.LEAKY_RELU,
                Operation.ELU,
                Operation.GELU,
                Operation.SILU,
                Operation.SOFTPLUS,
                Operation.SIN,
                Operation.ATAN)) {
            choices.add(Activation.of(operation));
        }
        List<Layer> layers = new ArrayList<>();
        int width = random.nextInt(1, 8);
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            int neurons = random.nextInt(1, 40);
            layers.add(new Layer(width, neurons, choices.get(random.nextInt(choices.size())), random.nextBoolean()));
            width = neurons;
        }
        Network network = new Network(layers);
        double[] parameters = new Initializer.Linear().draw(network, new RandomSource(seed));
        double[] inputs = random.doubles(100L * network.inputs(), -3, 3).toArray();
        assertSame(network, parameters, inputs);
    }

    /** Numbers of the operation's domain, and the largest, the smallest and the most awkward ones. */
    private static double[] numbers(Operation operation) {
        SplittableRandom random = new SplittableRandom(7);
        DoubleStream extremes = POSITIVE_EXTREMES.stream().flatMapToDouble(x -> DoubleStream.of(x, -x));
        DoubleStream usual =
                random.doubles(40, operation.domain().low(), operation.domain().high());
        return DoubleStream.concat(DoubleStream.of(0.0, -0.0), DoubleStream.concat(extremes, usual))
                .toArray();
    }

    private static double[] pairs(Operation operation) {
        double[] numbers = numbers(operation);
        return DoubleStream.of(numbers)
                .flatMap(a -> DoubleStream.of(numbers).flatMap(b -> DoubleStream.of(a, b)))
                .toArray();
    }

    private static double[] withInfinities(double... numbers) {
        return DoubleStream.concat(
                        DoubleStream.of(numbers),
                        DoubleStream.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN))
                .toArray();
    }

    private static Recording record(int width, BiFunction<Tape, int[], int[]> function) {
        Tape tape = new Tape();
        int[] x = IntStream.range(0, width).map(_ -> tape.input(0.5)).toArray();
        return Recording.of(tape, x, function.apply(tape, x));
    }

    private static Layer linear(int inputs) {
        return new Layer(inputs, 1, new Activation.Linear(), true);
    }

    /** A network that does nothing but apply the activation to its inputs. */
    private static Network layer(int width, Activation activation) {
        return new Network(List.of(new Layer(width, width, activation, false)));
    }

    /** The unit matrix. */
    private static double[] unit(int width) {
        return IntStream.range(0, width * width)
                .mapToDouble(k -> k % (width + 1) == 0 ? 1 : 0)
                .toArray();
    }

    private void assertSame(Network network, double... inputs) throws Exception {
        assertSame(network, unit(network.inputs()), inputs);
    }

    private void assertSame(Network network, double[] parameters, double[] inputs) throws Exception {
        int width = network.outputs();
        double[] ours = new Prediction(network, inputs.length / network.inputs())
                .outputs(parameters, inputs, inputs.length / network.inputs());
        double[] theirs = OnnxRun.outputs(folder, network, parameters, inputs);
        assertThat(theirs).hasSameSizeAs(ours);
        List<String> different = new ArrayList<>();
        for (int i = 0; i < ours.length; i++) {
            double margin = TOLERANCE * Math.max(1, Math.abs(ours[i]));
            boolean same = Double.compare(ours[i], theirs[i]) == 0 || Math.abs(ours[i] - theirs[i]) <= margin;
            if (!same) {
                int from = i / width * network.inputs();
                List<Double> sample = DoubleStream.of(inputs)
                        .skip(from)
                        .limit(network.inputs())
                        .boxed()
                        .toList();
                different.add(
                        "output %d of %s is %s here, and %s there".formatted(i % width, sample, ours[i], theirs[i]));
            }
        }
        assertThat(different.stream().limit(5)).as("%s", network.layers()).isEmpty();
    }

    private void assertRelative(Operation operation, double... inputs) throws Exception {
        Network network = layer(1, Activation.of(operation));
        double[] theirs = OnnxRun.outputs(folder, network, unit(1), inputs);
        double[] ours = new Prediction(network, inputs.length).outputs(unit(1), inputs, inputs.length);
        for (int i = 0; i < ours.length; i++) {
            assertThat(theirs[i] / ours[i] - 1).as("at %s", inputs[i]).isBetween(-1e-13, 1e-13);
        }
    }
}
