package ag.nn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ag.data.DataSet;
import ag.data.RandomSource;
import ag.engine.Operation;
import ag.engine.Tape;
import ag.nn.Activation;
import ag.nn.Layer;
import ag.nn.Loss;
import ag.nn.Network;
import ag.nn.Recording;
import ag.nn.Reduce;
import ag.nn.training.EagerTraining.TapeFunction;
import ag.optimize.Optimizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The training engine gives what a tape gives that is built anew in every step, whatever the network. */
final class EagerAgreementTest {
    private static final List<Operation> FUNCTIONS = List.of(
            Operation.TANH,
            Operation.SIGMOID,
            Operation.RELU,
            Operation.GELU,
            Operation.SILU,
            Operation.SOFTPLUS,
            Operation.LEAKY_RELU,
            Operation.ELU,
            Operation.SIN,
            Operation.ATAN,
            Operation.ABS,
            Operation.NEGATE);

    /** Users' activations of one number: softsign, a smooth relu with a square and a power, a bent line, and the number itself. */
    private static final List<TapeFunction> OF_ONE = List.of(
            (tape, x) -> new int[] {tape.divide(x[0], tape.add(tape.constant(1), tape.apply(Operation.ABS, x[0])))},
            (tape, x) -> {
                int square = tape.apply(Operation.POWER, x[0], tape.constant(2));
                int root = tape.apply(Operation.SQRT, tape.add(square, tape.constant(0.5)));
                int log = tape.apply(Operation.LOG, tape.apply(Operation.POWER, root, tape.constant(1.5)));
                return new int[] {tape.multiply(tape.constant(0.5), tape.add(x[0], tape.subtract(root, log)))};
            },
            (tape, x) -> {
                int positive = tape.apply(Operation.GREATER, x[0], tape.constant(0));
                int negative = tape.apply(Operation.GREATER_OR_EQUAL, tape.constant(0), x[0]);
                int bent = tape.apply(Operation.MAX, tape.multiply(tape.constant(0.1), x[0]), tape.constant(-0.05));
                return new int[] {
                    tape.add(tape.apply(Operation.GATE, positive, x[0]), tape.apply(Operation.GATE, negative, bent))
                };
            },
            (tape, x) -> x);

    /** Users' activations of a vector. */
    private static final List<TapeFunction> OF_MANY = List.of(
            (tape, x) -> {
                int length = tape.reduce(Operation.NORM, x);
                return IntStream.of(x)
                        .map(k -> tape.divide(k, tape.add(tape.constant(1), length)))
                        .toArray();
            },
            (tape, x) -> {
                int largest = tape.reduce(Operation.LARGEST, x);
                int smallest = tape.reduce(Operation.SMALLEST, x);
                int[] squares =
                        IntStream.concat(IntStream.of(x), IntStream.of(x)).toArray();
                int dot = tape.reduce(Operation.DOT, squares);
                return IntStream.of(x)
                        .map(k -> tape.divide(
                                tape.add(k, tape.subtract(largest, smallest)), tape.add(tape.constant(1), dot)))
                        .toArray();
            });

    /** Users' losses of a prediction and a target of the same length, the third one of the parameters too. */
    private static final List<TapeFunction> LOSSES = List.of(
            (tape, x) -> {
                int sum = tape.constant(0);
                for (int k = 0; k < x.length / 2; k++) {
                    int difference = tape.subtract(x[k], x[x.length / 2 + k]);
                    sum = tape.add(sum, tape.apply(Operation.LOG, tape.apply(Operation.COSH, difference)));
                }
                return new int[] {sum};
            },
            (tape, x) -> {
                int half = x.length / 2;
                int[] p = IntStream.range(0, half).map(k -> x[k]).toArray();
                int[] t = IntStream.range(half, x.length).map(k -> x[k]).toArray();
                int dot = tape.reduce(Operation.DOT, x);
                int[] parts = {
                    tape.reduce(Operation.LOGSUMEXP, p), tape.apply(Operation.TANH, dot), tape.reduce(Operation.NORM, t)
                };
                return new int[] {tape.reduce(Operation.SUM, parts)};
            },
            (tape, x) -> {
                int half = x.length / 2;
                int index = tape.apply(Operation.CEIL, x[half]);
                int[] elements = IntStream.concat(
                                IntStream.of(index), IntStream.range(0, half).map(k -> x[k]))
                        .toArray();
                int[] own = {
                    tape.apply(Operation.GREATER, x[half], tape.constant(0)),
                    tape.reduce(Operation.LOGSUMEXP, x),
                    tape.apply(Operation.COSH, x[0])
                };
                int chosen = tape.reduce(Operation.ELEMENT, elements);
                // Where the target says no element of the prediction, its NaN stays behind a gate.
                int there = tape.multiply(
                        tape.apply(Operation.GREATER_OR_EQUAL, index, tape.constant(0)),
                        tape.apply(Operation.GREATER, tape.constant(half), index));
                int gated = tape.apply(Operation.GATE, there, tape.apply(Operation.EXP, chosen));
                return new int[] {tape.add(gated, tape.reduce(Operation.ELEMENT, own))};
            });

    record Case(long seed, EagerTraining eager, double[] start) {
        @Override
        public String toString() {
            return "seed %d: %d samples, %s, %s"
                    .formatted(
                            seed,
                            eager.data().size(),
                            eager.network().layers().stream()
                                    .map(layer -> layer.outputs() + " "
                                            + layer.activation().name())
                                    .toList(),
                            eager.training().loss().getClass().getSimpleName());
        }
    }

    static List<Case> cases() {
        return IntStream.range(0, 120).mapToObj(seed -> new Maker(seed).make()).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void lossesAndParametersAreThoseOfTheTape(Case of) {
        EagerTraining eager = of.eager();
        EagerTraining.Outcome expected = eager.train(of.start(), new RandomSource(5));
        TrainingState actual = Trainer.train(
                        eager.network(),
                        eager.data(),
                        eager.training(),
                        TrainingState.start(of.start(), new RandomSource(5)),
                        TrainingListener.NONE)
                .state();
        for (int i = 0; i < expected.losses().size(); i++) {
            double loss = expected.losses().get(i);
            assertThat(actual.losses().get(i))
                    .as("epoch %d", i)
                    .isCloseTo(loss, within(1e-12 * Math.max(1, Math.abs(loss))));
        }
        for (int i = 0; i < expected.parameters().length; i++) {
            double p = expected.parameters()[i];
            assertThat(actual.parameters()[i])
                    .as("parameter %d", i)
                    .isCloseTo(p, within(1e-12 * Math.max(1, Math.abs(p))));
        }
    }

    /** Draws a network, data and a way of training; wide layers and many samples now and then. */
    private static final class Maker {
        private final long seed;
        private final SplittableRandom random;
        private final Map<Object, TapeFunction> functions = new HashMap<>();

        Maker(long seed) {
            this.seed = seed;
            this.random = new SplittableRandom(seed);
        }

        Case make() {
            boolean wide = random.nextInt(4) == 0;
            int most = wide ? 45 : 9;
            int inputs = random.nextInt(1, most);
            int outputs = random.nextInt(1, 5);
            Loss loss = loss(outputs);
            List<Layer> layers = new ArrayList<>();
            int width = inputs;
            for (int depth = random.nextInt(3); depth > 0; depth--) {
                int neurons = random.nextInt(1, most);
                layers.add(new Layer(width, neurons, activation(neurons), random.nextInt(4) > 0));
                width = neurons;
            }
            layers.add(new Layer(width, outputs, lastActivation(loss, outputs), random.nextInt(4) > 0));
            Network network = new Network(layers);
            int samples = wide ? random.nextInt(1, 60) : random.nextInt(1, 800);
            Training training = new Training(loss, Schedule.constant(optimizer()), 3)
                    .withReduce(random.nextBoolean() ? Reduce.MEAN : Reduce.SUM)
                    .withBatch(random.nextInt(3) == 0 ? random.nextInt(1, samples + 1) : 0)
                    .withPenalty(random.nextInt(3) == 0 ? new Penalty(0.01, 0.02) : Penalty.NONE);
            double[] start = random.doubles(network.parameterCount(), -0.7, 0.7).toArray();
            return new Case(
                    seed, new EagerTraining(network, data(loss, samples, inputs, outputs), training, functions), start);
        }

        private Loss loss(int outputs) {
            return switch (random.nextInt(8)) {
                case 0 -> new Loss.Mse();
                case 1 -> new Loss.Bce();
                case 2 -> new Loss.BceLogits();
                case 3 -> new Loss.Hinge();
                case 4 -> new Loss.CrossEntropy();
                case 5 -> new Loss.SoftCrossEntropy();
                default -> {
                    TapeFunction function = LOSSES.get(random.nextInt(LOSSES.size()));
                    Loss loss = new Loss.Custom(record(function, 2 * outputs), outputs);
                    functions.put(loss, function);
                    yield loss;
                }
            };
        }

        private Activation activation(int neurons) {
            return switch (random.nextInt(5)) {
                case 0 -> custom(OF_ONE.get(random.nextInt(OF_ONE.size())), 1);
                case 1 ->
                    neurons > 1
                            ? custom(OF_MANY.get(random.nextInt(OF_MANY.size())), neurons)
                            : new Activation.Linear();
                default -> Activation.of(FUNCTIONS.get(random.nextInt(FUNCTIONS.size())));
            };
        }

        private Activation lastActivation(Loss loss, int outputs) {
            if (loss instanceof Loss.Bce) {
                return random.nextBoolean() ? Activation.of(Operation.SIGMOID) : new Activation.Softmax();
            }
            return random.nextBoolean() ? new Activation.Linear() : activation(outputs);
        }

        private Activation custom(TapeFunction function, int width) {
            Activation activation = new Activation.Custom("mine", record(function, width));
            functions.put(activation, function);
            return activation;
        }

        private Recording record(TapeFunction function, int width) {
            Tape tape = new Tape();
            int[] inputs = IntStream.range(0, width)
                    .map(_ -> tape.input(random.nextDouble(-1, 1)))
                    .toArray();
            return Recording.of(tape, inputs, function.apply(tape, inputs));
        }

        private Optimizer optimizer() {
            double decay = random.nextBoolean() ? 0.01 : 0;
            return switch (random.nextInt(6)) {
                case 0 -> Optimizer.of("sgd").with("lr", 1e-3).with("weight_decay", decay);
                case 1 ->
                    Optimizer.of("sgd")
                            .with("lr", 1e-3)
                            .with("momentum", 0.9)
                            .with("dampening", 0.1)
                            .with("weight_decay", decay);
                case 2 ->
                    Optimizer.of("sgd")
                            .with("lr", 1e-3)
                            .with("momentum", 0.9)
                            .with("nesterov", 1)
                            .with("weight_decay", decay);
                // A large eps: dividing a tiny gradient by its own size would make rounding errors as large as steps.
                case 3 ->
                    Optimizer.of("adam")
                            .with("lr", 1e-3)
                            .with("beta2", 0.99)
                            .with("eps", 1e-1)
                            .with("weight_decay", decay);
                case 4 ->
                    Optimizer.of("rmsprop")
                            .with("lr", 1e-3)
                            .with("alpha", 0.9)
                            .with("eps", 1e-1)
                            .with("momentum", 0.5)
                            .with("weight_decay", decay);
                default ->
                    Optimizer.of("adagrad")
                            .with("lr", 1e-3)
                            .with("lr_decay", 0.1)
                            .with("eps", 1e-1)
                            .with("weight_decay", decay);
            };
        }

        private DataSet data(Loss loss, int samples, int inputs, int outputs) {
            int width = loss.targetWidth(outputs);
            double[] targets = new double[samples * width];
            for (int i = 0; i < targets.length; i++) {
                targets[i] = switch (loss) {
                    case Loss.Mse _, Loss.Custom _ -> random.nextDouble(-2, 2);
                    case Loss.SoftCrossEntropy _ -> random.nextDouble();
                    case Loss.Bce _, Loss.BceLogits _ -> random.nextInt(2);
                    case Loss.Hinge _ -> 2 * random.nextInt(2) - 1;
                    case Loss.CrossEntropy _ -> random.nextInt(outputs);
                    case Loss.Weighted _ ->
                        throw new IllegalArgumentException("losses with weights are held against PyTorch's numbers");
                };
            }
            return DataSet.ofFlat(
                    random.doubles((long) samples * inputs, -1.5, 1.5).toArray(), inputs, targets, width);
        }
    }
}
