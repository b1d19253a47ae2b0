package ag.explain;

import ag.chart.drawing.Drawing;
import ag.engine.Fault;
import ag.engine.Operation;
import ag.engine.Rule;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value and all it is made from, for a page to compute with.
 *
 * @param of how the value is written
 * @param remark what the reader should know about it; may be empty
 * @param formulas the formula with its derivatives, as HTML; may be empty
 * @param nodes in topological order; the last is the value
 * @param shown the nodes of the picture and of the table
 * @param picture in which the node number k of those shown has the id {@code value-k}
 * @param digits how many significant digits numbers are shown with
 * @param fault whose derivatives the page takes; null for the true ones
 */
public record Exploration(
        String of,
        String remark,
        String formulas,
        List<Node> nodes,
        List<Shown> shown,
        Drawing picture,
        int digits,
        @Nullable Fault fault) {
    public Exploration {
        nodes = List.copyOf(nodes);
        shown = List.copyOf(shown);
    }

    /** The derivatives that are supposed in place of the table's, of the operations that there are. */
    public Map<Operation, Rule> supposed() {
        Map<Operation, Rule> supposed = new EnumMap<>(Operation.class);
        for (Node node : nodes) {
            Rule rule = fault == null ? null : fault.rule(node.operation, 0);
            if (rule != null) {
                supposed.put(node.operation, rule);
            }
        }
        return supposed;
    }

    /**
     * A node.
     *
     * @param operands their places in the list; empty for a leaf
     * @param value the number of a leaf; what others are worth is computed in the page
     */
    public record Node(Operation operation, String name, int[] operands, double value) {}

    /**
     * A node of the picture, which may stand for many.
     *
     * @param nodes those whose values and gradients it shows
     */
    public record Shown(String name, String expression, int[] nodes) {}
}
