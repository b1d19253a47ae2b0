package ag.engine;

import org.jspecify.annotations.Nullable;

/**
 * Neighbouring nodes of one operation that a pass takes together, since that is faster and gives the same digits: {@link DotBlocks} and
 * {@link TanhRuns}. Only nodes of the first chunk.
 */
final class Neighbours {
    private static final int DOT = Operation.DOT.code();
    private static final int TANH = Operation.TANH.code();
    private static final int CODE = 0x7f;

    private final Tape tape;
    private final byte[] codes;
    private final int[] first;
    private final double[] value;
    private final DotBlocks dots;
    private @Nullable TanhRuns tanhs;
    private double[] before = new double[DotBlocks.COUNT];

    Neighbours(Tape tape) {
        this.tape = tape;
        codes = tape.columns.codes(0);
        first = tape.columns.firsts(0);
        value = tape.columns.values(0);
        dots = new DotBlocks(tape);
    }

    /** Computes nodes from this one on, below {@code end}; how many, which is none where it has to be taken by itself. */
    int compute(int node, int end) {
        int operation = codes[node] & CODE;
        if (operation == DOT) {
            keep(node, Math.min(DotBlocks.COUNT, end - node));
            return areAlike(node, end - node) && dots.compute(node, value) ? DotBlocks.COUNT : 0;
        }
        if (operation != TANH) {
            return 0;
        }
        int length = tanhs().length(node, end - node, 1);
        if (length > 0) {
            keep(node, length);
            tanhs().compute(node, length);
        }
        return length;
    }

    /** The value that a node had before the last call of {@link #compute}, counted from the first that it computed. */
    double before(int index) {
        return before[index];
    }

    private void keep(int node, int length) {
        if (length > before.length) {
            before = new double[TanhRuns.LONGEST];
        }
        System.arraycopy(value, node, before, 0, length);
    }

    /** Hands on the gradients of nodes from this one down to {@code floor}; how many, which is none where it has to be taken by itself. */
    int handOn(int node, int floor, double[] gradient) {
        int operation = codes[node] & CODE;
        if (operation == DOT) {
            int start = node - DotBlocks.COUNT + 1;
            boolean block = start >= floor
                    && areAlike(start, DotBlocks.COUNT)
                    && dots.handOn(start, value, gradient, tape.columns);
            return block ? DotBlocks.COUNT : 0;
        }
        if (operation != TANH) {
            return 0;
        }
        int length = tanhs().length(node, node - floor + 1, -1);
        if (length > 0) {
            handOnTanh(node - length + 1, length, gradient);
        }
        return length;
    }

    private void handOnTanh(int start, int length, double[] gradient) {
        double[] slopes = tanhs().slopes(start, length);
        int operand = first[start];
        for (int i = 0; i < length; i++) {
            gradient[operand + i] += LocalDerivative.share(tape, start + i, 0, gradient[start + i], slopes[i]);
        }
        tape.columns.reach(operand, length);
    }

    /** Whether so many nodes as make up a block have the same operation, reached or not. */
    private boolean areAlike(int node, int room) {
        boolean alike = room >= DotBlocks.COUNT;
        for (int k = 1; alike && k < DotBlocks.COUNT; k++) {
            alike = codes[node + k] == codes[node];
        }
        return alike;
    }

    private TanhRuns tanhs() {
        if (tanhs == null) {
            tanhs = new TanhRuns(tape.columns);
        }
        return tanhs;
    }
}
