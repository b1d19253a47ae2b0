package ag.engine;

import java.util.BitSet;

/** What lies between some nodes and one that is built on them: the nodes that change when they do, and that it needs. */
final class Reach {
    private final int start;
    private final BitSet between;

    private Reach(int start, BitSet between) {
        this.start = start;
        this.between = between;
    }

    static Reach of(Tape tape, int root, int[] targets) {
        int start = GradientGraph.lowest(targets);
        if (start > root) {
            return new Reach(start, new BitSet());
        }
        BitSet depends = GradientGraph.dependents(tape, start, root, targets);
        BitSet needed = new BitSet(root - start + 1);
        needed.set(root - start);
        for (int node = root; node >= start; node--) {
            if (!needed.get(node - start) || !depends.get(node - start)) {
                continue;
            }
            switch (tape.shape(node)) {
                case OperationArrays.LEAF -> {}
                case OperationArrays.UNARY -> set(needed, tape.columns.first(node) - start);
                case OperationArrays.BINARY -> {
                    set(needed, tape.columns.first(node) - start);
                    set(needed, tape.columns.second(node) - start);
                }
                default -> {
                    for (int operand : tape.operands(node)) {
                        set(needed, operand - start);
                    }
                }
            }
        }
        depends.and(needed);
        return new Reach(start, depends);
    }

    private static void set(BitSet bits, int offset) {
        if (offset >= 0) {
            bits.set(offset);
        }
    }

    /** Whether the node moves, and what it is looked at for with it. */
    boolean reaches(int node) {
        return node >= start && between.get(node - start);
    }

    /** The nodes in the order they were made, the targets among them. */
    int[] nodes() {
        return between.stream().map(offset -> start + offset).toArray();
    }
}
