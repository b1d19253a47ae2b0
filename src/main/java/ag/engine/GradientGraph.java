package ag.engine;

import java.util.BitSet;

/**
 * A derivative as a Value: the backward pass recorded on the tape instead of computed, so that it can be differentiated
 * again, to any order.
 *
 * @param nodes the derivative with respect to each target
 * @param branched whether some rule chose by the values at hand, as {@code relu} does; such a graph must be built anew, not
 *     only recomputed, after an input has changed
 */
public record GradientGraph(int[] nodes, boolean branched) {

    /** Reverse mode: the derivative of one root with respect to each target. The targets may be any nodes. */
    public static GradientGraph reverse(Tape tape, int root, int[] targets) {
        return new ReverseBuilder(tape, root, targets).build();
    }

    /**
     * Forward mode: how each root changes when the targets move along the given direction.
     *
     * @param direction for each target a node that says how fast it moves
     */
    public static GradientGraph forward(Tape tape, int[] roots, int[] targets, int[] direction) {
        return new ForwardBuilder(tape, roots, targets, direction).build();
    }

    /** The nodes from {@code start} to {@code end} that depend on a target, as bits offset by {@code start}. */
    static BitSet dependents(Tape tape, int start, int end, int[] targets) {
        BitSet depends = new BitSet(Math.max(end - start + 1, 0));
        for (int target : targets) {
            if (target <= end) {
                depends.set(target - start);
            }
        }
        for (int i = start; i <= end; i++) {
            for (int operand : tape.operands(i)) {
                if (operand >= start && depends.get(operand - start)) {
                    depends.set(i - start);
                    break;
                }
            }
        }
        return depends;
    }

    static int lowest(int[] nodes) {
        int lowest = Integer.MAX_VALUE;
        for (int node : nodes) {
            lowest = Math.min(lowest, node);
        }
        return lowest;
    }
}
