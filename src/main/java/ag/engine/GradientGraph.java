package ag.engine;

import java.util.BitSet;

/**
 * A derivative as a Value: the backward pass recorded on the tape instead of computed, so that it can be differentiated
 * again, to any order.
 *
 * @param nodes the derivative with respect to each target
 * @param branched whether some rule chose by the values at hand, as {@code relu} does; such a graph must be built again, not
 *     only recomputed, after an input has changed
 */
public record GradientGraph(int[] nodes, boolean branched) {

    /** Reverse mode: the derivative of one root with respect to each target. The targets may be any nodes. */
    public static GradientGraph reverse(Tape tape, int root, int[] targets) {
        return reverse(tape, root, targets, new int[0]);
    }

    /**
     * As {@link #reverse(Tape, int, int[])}, with some nodes held fast: what they were computed from does not count.
     *
     * @param held a node that is a target too is derived by all the same
     */
    public static GradientGraph reverse(Tape tape, int root, int[] targets, int[] held) {
        return new ReverseBuilder(tape, root, targets, held).build();
    }

    /**
     * Forward mode: how each root changes when the targets move along the given direction.
     *
     * @param direction for each target a node that says how fast it moves
     */
    public static GradientGraph forward(Tape tape, int[] roots, int[] targets, int[] direction) {
        return new ForwardBuilder(tape, roots, targets, direction).build();
    }

    /** The nodes that a node was computed from, itself among them; no backward pass is taken for it. */
    public static BitSet origins(Tape tape, int node) {
        BitSet origins = new BitSet(node + 1);
        origins.set(node);
        for (int at = node; at >= 0; at = origins.previousSetBit(at - 1)) {
            for (int operand : tape.operands(at)) {
                origins.set(operand);
            }
        }
        return origins;
    }

    /** The nodes from {@code start} to {@code end} that depend on a target, as bits offset by {@code start}. */
    static BitSet dependents(Tape tape, int start, int end, int[] targets) {
        return dependents(tape, start, end, targets, new int[0]);
    }

    /** The same, where some nodes depend on nothing unless they are targets. */
    static BitSet dependents(Tape tape, int start, int end, int[] targets, int[] held) {
        BitSet still = new BitSet();
        for (int node : held) {
            if (node >= start) {
                still.set(node - start);
            }
        }
        BitSet depends = new BitSet(Math.max(end - start + 1, 0));
        for (int target : targets) {
            if (target <= end) {
                depends.set(target - start);
            }
        }
        for (int i = start; i <= end; i++) {
            boolean found = switch (tape.shape(i)) {
                case OperationArrays.LEAF -> false;
                case OperationArrays.UNARY -> has(depends, tape.columns.first(i) - start);
                case OperationArrays.BINARY ->
                    has(depends, tape.columns.first(i) - start) || has(depends, tape.columns.second(i) - start);
                default -> hasAny(depends, tape.operands(i), start);
            };
            if (found && !still.get(i - start)) {
                depends.set(i - start);
            }
        }
        return depends;
    }

    private static boolean has(BitSet depends, int offset) {
        return offset >= 0 && depends.get(offset);
    }

    private static boolean hasAny(BitSet depends, int[] operands, int start) {
        for (int operand : operands) {
            if (has(depends, operand - start)) {
                return true;
            }
        }
        return false;
    }

    static int lowest(int[] nodes) {
        int lowest = Integer.MAX_VALUE;
        for (int node : nodes) {
            lowest = Math.min(lowest, node);
        }
        return lowest;
    }
}
