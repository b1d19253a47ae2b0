package ag.engine;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Grows a graph on a tape out of seeded choices. Two graphs of one seed on two tapes are the same, node by node. */
final class RandomGraph {
    /** Smooth and tame: no pole is met, and values stay small enough to differentiate three times. */
    private static final List<Operation> UNARY = List.of(
            Operation.TANH,
            Operation.SIN,
            Operation.COS,
            Operation.SIGMOID,
            Operation.SOFTPLUS,
            Operation.GELU,
            Operation.ATAN,
            Operation.ERF,
            Operation.NEGATE,
            Operation.LINEAR);

    private static final List<Operation> REDUCTIONS =
            List.of(Operation.SUM, Operation.NORM, Operation.LOGSUMEXP, Operation.DOT, Operation.LARGEST);

    private final SplittableRandom random;
    private final Tape tape;

    RandomGraph(Tape tape, long seed) {
        this.tape = tape;
        this.random = new SplittableRandom(seed);
    }

    /** New inputs, side by side. */
    int[] inputs(int count) {
        return random.doubles(count, -1.5, 1.5).mapToInt(tape::input).toArray();
    }

    /** Adds so many nodes on top of random nodes from {@code from} on. */
    void grow(int from, int count) {
        for (int i = 0; i < count; i++) {
            node(from);
        }
    }

    int any(int from) {
        return random.nextInt(from, tape.size());
    }

    private int node(int from) {
        int a = any(from);
        int b = any(from);
        return switch (random.nextInt(10)) {
            case 0, 1 -> tape.add(tamed(a), tamed(b));
            case 2 -> tape.subtract(tamed(a), tamed(b));
            case 3, 4 -> tape.multiply(tamed(a), tamed(b));
            case 5 -> tape.divide(tamed(a), tape.apply(Operation.COSH, tamed(b)));
            case 6 -> tape.constant(random.nextDouble(-1, 1));
            case 7 -> reduction(from);
            case 8 -> run(from);
            default -> tape.apply(UNARY.get(random.nextInt(UNARY.size())), a);
        };
    }

    private int reduction(int from) {
        Operation operation = REDUCTIONS.get(random.nextInt(REDUCTIONS.size()));
        int[] operands = IntStream.generate(() -> tamed(any(from))).limit(4).toArray();
        return tape.reduce(operation, operands);
    }

    /** A dot product of neighbours, which may overlap. */
    private int run(int from) {
        int length = Math.min(3, tape.size() - from);
        int a = random.nextInt(from, tape.size() - length + 1);
        int b = random.nextInt(from, tape.size() - length + 1);
        return tape.dotRuns(a, b, length);
    }

    private int tamed(int node) {
        return Math.abs(tape.value(node)) > 3 ? tape.apply(Operation.TANH, node) : node;
    }

    /** Some of the nodes from {@code from} on, without repetitions. */
    int[] pick(int from, int count) {
        return IntStream.generate(() -> any(from))
                .distinct()
                .limit(count)
                .sorted()
                .toArray();
    }

    /** The gradients of a root with respect to the nodes. */
    static double[] gradients(Tape tape, int root, int... nodes) {
        tape.backward(root);
        return Arrays.stream(nodes).mapToDouble(tape::gradient).toArray();
    }
}
