package ag.explain;

import ag.diagram.Diagram;
import ag.diagram.Diagram.Edge;
import ag.diagram.Diagram.Node;
import ag.diagram.Diagram.Shape;
import ag.result.Format;
import ag.result.GraphResult;
import ag.result.GraphResult.GraphNode;
import ag.result.GraphResult.GraphOperand;
import java.util.ArrayList;
import java.util.List;

/** Makes a diagram of a graph: a box for each value, and before it the operation that makes it. */
public final class GraphDiagram {
    private final GraphResult.Graphed graph;
    private final Format format;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();

    private GraphDiagram(GraphResult.Graphed graph, Format format) {
        this.graph = graph;
        this.format = format;
    }

    /** The value of node k of the graph has the id {@code value-k}. */
    public static Diagram of(GraphResult.Graphed graph, Format format) {
        return new GraphDiagram(graph, format).diagram();
    }

    private Diagram diagram() {
        int[] boxes = new int[graph.nodes().size()];
        for (int i = 0; i < boxes.length; i++) {
            GraphNode node = graph.nodes().get(i);
            boxes[i] = add(box(i, node));
            if (!node.isInput()) {
                List<String> sign = List.of(node.operation());
                int operation = add(new Node("operation-" + i, Shape.OPERATION, sign, made(node, " = ")));
                edges.add(new Edge(operation, boxes[i]));
                for (GraphOperand operand : node.operands()) {
                    edges.add(new Edge(operand.isConstant() ? constant(operand) : boxes[operand.node()], operation));
                }
            }
        }
        return new Diagram("Graph of " + graph.of(), description(), remark(graph), nodes, edges);
    }

    private int add(Node node) {
        nodes.add(node);
        return nodes.size() - 1;
    }

    private Node box(int index, GraphNode node) {
        Shape shape = node.count() > 1 ? Shape.FOLDED : node.isInput() ? Shape.INPUT : Shape.VALUE;
        List<String> lines = new ArrayList<>();
        lines.add(node.name());
        if (node.count() > 1) {
            lines.add(node.count() + (node.isInput() ? " inputs" : " nodes"));
        }
        lines.add("value " + format.text(node.value()));
        lines.add("gradient " + format.text(node.gradient()));
        return new Node("value-" + index, shape, lines, spoken(node));
    }

    private int constant(GraphOperand operand) {
        return add(new Node(
                "constant-" + nodes.size(), Shape.CONSTANT, List.of(operand.name()), "constant " + operand.name()));
    }

    /** Its name and its formula, where these are two. */
    private static String made(GraphNode node, String between) {
        return node.name().equals(node.expression()) ? node.name() : node.name() + between + node.expression();
    }

    private String spoken(GraphNode node) {
        return made(node, ", ") + ", value " + format.text(node.value()) + ", gradient " + format.text(node.gradient());
    }

    private String description() {
        GraphNode root = graph.nodes().getLast();
        long inputs = graph.nodes().stream().filter(GraphNode::isInput).count();
        return "The graph of " + graph.of() + ", from " + inputs + (inputs == 1 ? " input" : " inputs")
                + " on the left to its value " + format.text(root.value()) + " on the right: "
                + graph.nodes().size() + " values, each with its gradient. " + remark(graph);
    }

    /** What is not shown by itself; empty where all is. */
    public static String remark(GraphResult.Graphed graph) {
        return graph.folded() == 0
                ? ""
                : "… " + graph.folded() + (graph.folded() == 1 ? " node folded" : " nodes folded");
    }
}
