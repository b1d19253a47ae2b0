package ag.result.print;

import ag.result.Format;
import ag.result.GraphResult;
import ag.result.GraphResult.GraphNode;
import ag.result.GraphResult.GraphOperand;
import ag.result.Notation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Writes a graph as a tree: under each node what it is made from, beside it its value and gradient. A node that is used more than
 * once is written out at its first place and referred to at the others; a branch too deep for the width goes on further down.
 */
final class GraphText {
    private static final int INDENT = 3;
    private static final int GAP = 2;
    private static final int MOST_NEURONS = 24;

    private final Style style;
    private final Format format;
    private final int width;

    GraphText(Style style, Format format, int width) {
        this.style = style;
        this.format = format;
        this.width = width;
    }

    /** A line of the tree; one that only refers to another has no numbers. */
    private record Line(String text, String value, String gradient) {
        Line(String text) {
            this(text, "", "");
        }
    }

    /** A place in the tree where a node is to be written: what stands before it on its line, and on the lines below it. */
    private record Branch(int node, String before, String below) {}

    String graph(GraphResult.Graphed graph) {
        Line header = new Line("node", "value", style.written(Visible.of(Notation.derivative(graph.of(), "node"))));
        int numbers = graph.nodes().stream()
                .mapToInt(node -> Width.of(value(node)) + Width.of(gradient(node)))
                .max()
                .orElse(0);
        int room = Math.max(width / 2, width - Math.max(numbers, Width.of(header.value + header.gradient)) - 2 * GAP);
        List<Line> lines = new ArrayList<>();
        lines.add(header);
        lines.addAll(new Tree(graph.nodes(), room).lines());
        if (graph.folded() > 0) {
            lines.add(new Line("… " + graph.folded() + (graph.folded() == 1 ? " node folded" : " nodes folded")));
        }
        if (!style.unicode()) {
            lines.replaceAll(line -> new Line(Ascii.of(line.text), line.value, line.gradient));
        }
        return columns(lines, room);
    }

    /** The lines of one graph. */
    private final class Tree {
        private final List<GraphNode> nodes;
        private final int room;
        private final BitSet written = new BitSet();
        private final Deque<Integer> later = new ArrayDeque<>();
        private final BitSet promised = new BitSet();

        Tree(List<GraphNode> nodes, int room) {
            this.nodes = nodes;
            this.room = room;
        }

        List<Line> lines() {
            List<Line> lines = new ArrayList<>();
            later.add(nodes.size() - 1);
            while (!later.isEmpty()) {
                int top = later.remove();
                promised.clear(top);
                write(top, lines);
            }
            return lines;
        }

        private void write(int top, List<Line> lines) {
            Deque<Branch> open = new ArrayDeque<>();
            open.push(new Branch(top, "", ""));
            while (!open.isEmpty()) {
                Branch branch = open.pop();
                GraphNode node = nodes.get(branch.node);
                if (written.get(branch.node) || promised.get(branch.node)) {
                    String where = written.get(branch.node) ? " (above)" : " (below)";
                    lines.add(new Line(branch.before + Visible.of(node.name()) + style.dim(where)));
                    continue;
                }
                List<Integer> parts = node.operands().stream()
                        .filter(operand -> !operand.isConstant())
                        .map(GraphOperand::node)
                        .toList();
                if (!parts.isEmpty() && Width.of(branch.below) + INDENT > room / 2) {
                    promised.set(branch.node);
                    later.add(branch.node);
                    lines.add(new Line(branch.before + Visible.of(node.name()) + style.dim(" (below)")));
                    continue;
                }
                written.set(branch.node);
                lines.add(line(branch.before, node));
                for (int i = parts.size() - 1; i >= 0; i--) {
                    boolean last = i == parts.size() - 1;
                    open.push(new Branch(
                            parts.get(i),
                            branch.below + (last ? "└─ " : "├─ "),
                            branch.below + (last ? "   " : "│  ")));
                }
            }
        }

        private Line line(String before, GraphNode node) {
            boolean named = (node.isInput() && node.count() == 1) || node.name().equals(node.expression());
            String made = named ? "" : " = " + node.expression();
            String text = Width.shorten(Visible.of(node.name() + made), room - Width.of(before));
            return new Line(before + text, value(node), gradient(node));
        }
    }

    private String columns(List<Line> lines, int room) {
        int first = lines.stream()
                .filter(line -> !line.value.isEmpty())
                .mapToInt(line -> Width.of(line.text))
                .max()
                .orElse(0);
        int text = Math.min(first, room);
        int value = lines.stream().mapToInt(line -> Width.of(line.value)).max().orElse(0);
        StringBuilder all = new StringBuilder();
        for (Line line : lines) {
            StringBuilder row = new StringBuilder(line.text);
            if (!line.value.isEmpty()) {
                row.append(" ".repeat(text - Width.of(line.text) + GAP))
                        .append(line.value)
                        .append(" ".repeat(value - Width.of(line.value) + GAP))
                        .append(line.gradient);
            }
            all.append(row.toString().stripTrailing()).append('\n');
        }
        return all.toString().stripTrailing();
    }

    private String value(GraphNode node) {
        return format.text(node.value());
    }

    private String gradient(GraphNode node) {
        return format.text(node.gradient());
    }

    String network(GraphResult.NetworkGraphed network) {
        List<String> lines = new ArrayList<>();
        lines.add(network.model() + ", " + network.parameters() + " parameters");
        Table table = new Table(style, List.of("", "", "", ""));
        for (GraphResult.NeuronLayer layer : network.layers()) {
            table.add(List.of(layer.name(), neurons(layer), Integer.toString(layer.neurons()), layer.kind()));
        }
        table.text().lines().skip(1).forEach(lines::add);
        return String.join("\n", lines);
    }

    /** As many circles as there are neurons, or as fit. */
    private String neurons(GraphResult.NeuronLayer layer) {
        int shown = Math.min(layer.neurons(), Math.min(MOST_NEURONS, (width - 40) / 2));
        String circles = String.join(" ", java.util.Collections.nCopies(shown, style.unicode() ? "○" : "o"));
        return circles + (shown < layer.neurons() ? style.unicode() ? " …" : " ..." : "");
    }
}
