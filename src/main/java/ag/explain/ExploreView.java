package ag.explain;

import ag.chart.drawing.Drawing;
import ag.engine.Tape;
import ag.result.GraphResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Copies what a result is made from off the tape, for a page to compute with. */
public final class ExploreView {
    private ExploreView() {}

    /** How many nodes the root of the tape's last backward pass depends on, itself included. */
    public static int size(Tape tape) {
        int size = 0;
        for (int node = 0; node <= tape.gradientRoot(); node++) {
            size += Fold.isShown(tape, node) ? 1 : 0;
        }
        return size;
    }

    /**
     * The root of the tape's last backward pass and all that it depends on.
     *
     * @param graph the same as {@link GraphView} shows it
     * @param picture drawn of that
     */
    public static Exploration of(
            Tape tape,
            NodeNames names,
            GraphResult.Graphed graph,
            Drawing picture,
            String remark,
            String formulas,
            int digits) {
        int root = tape.gradientRoot();
        boolean[] copied = new boolean[root + 1];
        for (int node = 0; node <= root; node++) {
            if (Fold.isShown(tape, node)) {
                copied[node] = true;
                for (int operand : tape.operands(node)) {
                    copied[operand] = true;
                }
            }
        }
        int[] place = new int[root + 1];
        List<Exploration.Node> nodes = new ArrayList<>();
        for (int node = 0; node <= root; node++) {
            if (copied[node]) {
                place[node] = nodes.size();
                int[] operands = Arrays.stream(tape.operands(node))
                        .map(operand -> place[operand])
                        .toArray();
                nodes.add(new Exploration.Node(tape.operation(node), names.of(node), operands, tape.value(node)));
            }
        }
        List<Exploration.Shown> shown = new ArrayList<>();
        List<Fold.Group> groups = Fold.of(tape, names).groups();
        for (int i = 0; i < groups.size(); i++) {
            GraphResult.GraphNode node = graph.nodes().get(i);
            int[] heads = Arrays.stream(groups.get(i).heads())
                    .map(head -> place[head])
                    .toArray();
            shown.add(new Exploration.Shown(node.name(), node.expression(), heads));
        }
        return new Exploration(graph.of(), remark, formulas, nodes, shown, picture, digits, tape.fault());
    }
}
