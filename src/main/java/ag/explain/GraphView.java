package ag.explain;

import ag.engine.Tape;
import ag.lang.source.Span;
import ag.result.GraphResult;
import ag.result.GraphResult.GraphNode;
import ag.result.GraphResult.GraphOperand;
import ag.result.Plain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The graph behind a result as plain data, each node with its value and gradient; a large graph is folded. */
public final class GraphView {
    private static final int MOST_CONSTANTS = 6;

    private final Tape tape;
    private final NodeNames names;
    private final StepText texts;
    private final Fold.Folded folded;
    private final List<Set<Integer>> neighbours = new ArrayList<>();

    private GraphView(Tape tape, NodeNames names) {
        this.tape = tape;
        this.names = names;
        this.texts = new StepText(tape, names);
        this.folded = Fold.of(tape, names);
    }

    /** What the root of the tape's last backward pass depends on. */
    public static GraphResult.Graphed of(Tape tape, NodeNames names, String result, Span span) {
        return new GraphView(tape, names).graph(result, span);
    }

    private GraphResult.Graphed graph(String result, Span span) {
        findNeighbours();
        List<GraphNode> nodes = new ArrayList<>();
        int count = 0;
        for (int i = 0; i < folded.groups().size(); i++) {
            nodes.add(node(i));
            count += folded.groups().get(i).count();
        }
        return new GraphResult.Graphed(result, nodes, count - nodes.size(), span);
    }

    /** For each group the groups that it is made from. */
    private void findNeighbours() {
        folded.groups().forEach(_ -> neighbours.add(new LinkedHashSet<>()));
        int[] groupOf = folded.groupOf();
        for (int node = 0; node < groupOf.length; node++) {
            if (groupOf[node] >= 0) {
                for (int operand : tape.operands(node)) {
                    if (groupOf[operand] >= 0 && groupOf[operand] != groupOf[node]) {
                        neighbours.get(groupOf[node]).add(groupOf[operand]);
                    }
                }
            }
        }
    }

    private GraphNode node(int index) {
        Fold.Group group = folded.groups().get(index);
        int last = group.last();
        boolean oneHead = group.heads().length == 1;
        return new GraphNode(
                name(group),
                expression(group),
                tape.isLeaf(last)
                        ? ""
                        : group.count() > group.heads().length
                                ? "…"
                                : tape.operation(last).symbol(),
                oneHead ? new Plain.Real(tape.value(last)) : spread(group, false),
                oneHead ? new Plain.Real(tape.gradient(last)) : spread(group, true),
                group.count() == 1 ? operands(last) : operandsOfGroup(index),
                group.count());
    }

    private Plain spread(Fold.Group group, boolean gradients) {
        Spread spread = new Spread();
        for (int node : group.heads()) {
            spread.add(gradients ? tape.gradient(node) : tape.value(node));
        }
        return spread.plain();
    }

    private String name(Fold.Group group) {
        int first = group.heads()[0];
        return switch (group.kind()) {
            case FORMULA -> names.of(first);
            case REST -> "…";
            case ALIKE -> {
                NodeNames.Place place = names.place(first);
                yield place != null && place.of().nodes().length == group.heads().length
                        ? place.of().name()
                        : names.of(first) + " … " + names.of(group.last());
            }
        };
    }

    private String expression(Fold.Group group) {
        int first = group.heads()[0];
        int count = group.count();
        return switch (group.kind()) {
            case FORMULA -> count == 1 ? texts.of(first) : "… " + folded(count - 1);
            case REST -> folded(count);
            case ALIKE ->
                tape.isLeaf(first)
                        ? count + " inputs"
                        : count > group.heads().length
                                ? folded(count)
                                : texts.of(first) + " and so on, " + count + " nodes";
        };
    }

    private static String folded(int nodes) {
        return nodes + (nodes == 1 ? " node folded" : " nodes folded");
    }

    /** Those of a single node, in order; one that is used twice stands there twice, unless it is many nodes drawn as one. */
    private List<GraphOperand> operands(int node) {
        int[] all = tape.operands(node);
        long constants = Arrays.stream(all).filter(tape::isConstant).count();
        List<GraphOperand> operands = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (int operand : all) {
            int group = folded.groupOf()[operand];
            if (group < 0) {
                if (constants <= MOST_CONSTANTS) {
                    operands.add(new GraphOperand(names.of(operand), GraphOperand.CONSTANT));
                }
            } else if (seen.add(group) || folded.groups().get(group).heads().length == 1) {
                operands.add(operand(group));
            }
        }
        if (constants > MOST_CONSTANTS) {
            operands.add(new GraphOperand(constants + " constants", GraphOperand.CONSTANT));
        }
        return operands;
    }

    private GraphOperand operand(int group) {
        return new GraphOperand(name(folded.groups().get(group)), group);
    }

    private List<GraphOperand> operandsOfGroup(int index) {
        return neighbours.get(index).stream().map(this::operand).toList();
    }
}
