package ag.engine;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a value would be if one that it is built on were another: a function of one number, taken from the tape. Any node can
 * be moved, an input or not; whatever it is built on itself stays as it is. The tape is afterwards as it was before.
 */
public final class Replay {
    private final Tape tape;
    private final int root;
    private final int target;
    private final int[] nodes;
    private final double[] kept;

    public Replay(Tape tape, int root, int target) {
        this.tape = tape;
        this.root = root;
        this.target = target;
        tape.value(root);
        int[] between = Reach.of(tape, root, new int[] {target}).nodes();
        this.nodes = between.length > 0 && between[0] == target
                ? Arrays.copyOfRange(between, 1, between.length)
                : new int[0];
        this.kept = new double[nodes.length];
    }

    /** How many values have to be computed again for each number. */
    public int size() {
        return nodes.length;
    }

    /** What the root would be worth. */
    public double at(double x) {
        return moved(x, () -> tape.columns.value(root));
    }

    /** Which of some nodes on the way, by their places in the list, would stand at a corner of their rows. */
    public BitSet corners(List<Integer> nodes, double x) {
        Reach reach = Reach.of(tape, root, new int[] {target});
        return moved(x, () -> {
            BitSet corners = new BitSet();
            for (int i = 0; i < nodes.size(); i++) {
                corners.set(i, Corners.isAt(tape, nodes.get(i), reach));
            }
            return corners;
        });
    }

    private <T> T moved(double x, Supplier<T> look) {
        Columns columns = tape.columns;
        double before = columns.value(target);
        for (int i = 0; i < nodes.length; i++) {
            kept[i] = columns.value(nodes[i]);
        }
        columns.value(target, x);
        for (int node : nodes) {
            columns.value(node, ForwardPass.byTable(tape, node));
        }
        T result = look.get();
        columns.value(target, before);
        for (int i = 0; i < nodes.length; i++) {
            columns.value(nodes[i], kept[i]);
        }
        return result;
    }

    /**
     * About how much of the root is rounding: the last digit of each value on the way, times what it weighs in the root. At a
     * corner, where the table's slope may be 0 or infinite, a weight of at least 1 is handed on, and a finite one.
     */
    public double rounding() {
        Reach reach = Reach.of(tape, root, new int[] {target});
        double[] weights = new double[Math.max(root - target, 0) + 1];
        weights[weights.length - 1] = 1;
        double rounding = 0;
        for (int i = nodes.length - 1; i >= 0; i--) {
            int node = nodes[i];
            double weight = weights[node - target];
            double digit = Math.ulp(tape.columns.value(node));
            rounding += Double.isFinite(digit) ? weight * digit : 0;
            boolean corner = Corners.isAt(tape, node, reach);
            int[] operands = tape.operands(node);
            for (int k = 0; k < operands.length; k++) {
                if (operands[k] >= target) {
                    double slope = Math.abs(LocalDerivative.value(tape, node, k));
                    boolean usual = !corner || (slope > 0 && Double.isFinite(slope));
                    weights[operands[k] - target] += weight * (usual ? slope : 1);
                }
            }
        }
        return Double.isFinite(rounding) ? rounding : 0;
    }
}
