package ag.engine;

import java.util.BitSet;

/**
 * Values that were recorded as the beginning of a series, such as a root after some steps of Newton's method: their derivatives are right
 * up to an order, and wrong beyond it. Such a value is a node of {@link Operation#TRUNCATED}, which holds the order; a derivative of it
 * is one too, of an order less. So a derivative of any depth knows whether it is right.
 */
final class Truncation {
    private static final int WITHOUT_END = Integer.MAX_VALUE;

    private Truncation() {}

    /** The value, with the order that its derivatives end at. */
    static int mark(Tape tape, int node, int order) {
        return order == WITHOUT_END ? node : tape.apply(Operation.TRUNCATED, node, tape.constant(order));
    }

    /**
     * The order that derivatives of what is taken now are right up to.
     *
     * @param roots what is differentiated
     * @param start the lowest node that moves
     * @param depends the nodes from {@code start} on that move, as bits offset by it
     * @throws TruncatedException where there is none left
     */
    static int below(Tape tape, int[] roots, int start, BitSet depends) {
        int order = WITHOUT_END;
        if (!tape.hasTruncated()) {
            return order;
        }
        BitSet needed = new BitSet();
        int highest = -1;
        for (int root : roots) {
            if (root >= start) {
                needed.set(root - start);
                highest = Math.max(highest, root);
            }
        }
        for (int node = highest; node >= start; node--) {
            if (!needed.get(node - start) || !depends.get(node - start)) {
                continue;
            }
            int[] operands = tape.operands(node);
            if (tape.operation(node) == Operation.TRUNCATED && tape.isConstant(operands[1])) {
                order = Math.min(order, (int) tape.value(operands[1]));
                continue;
            }
            for (int operand : operands) {
                if (operand >= start) {
                    needed.set(operand - start);
                }
            }
        }
        if (order < 1) {
            throw new TruncatedException();
        }
        return order == WITHOUT_END ? order : order - 1;
    }

    /** Refuses a first derivative in any node, where there is none. */
    static void require(Tape tape, int root) {
        if (tape.hasTruncated()) {
            BitSet all = new BitSet();
            all.set(0, root + 1);
            below(tape, new int[] {root}, 0, all);
        }
    }
}
