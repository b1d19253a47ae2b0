package ag.diagram;

import ag.diagram.Diagram.Edge;
import ag.diagram.Diagram.Node;
import java.util.stream.Collectors;

/** Writes a {@link Diagram} in the DOT language of Graphviz. */
public final class DotWriter {
    private DotWriter() {}

    /** The whole document, ending in a line break. */
    public static String write(Diagram diagram) {
        StringBuilder out = new StringBuilder("digraph " + quoted(diagram.title()) + " {\n");
        out.append("  rankdir=LR;\n  node [fontname=\"sans-serif\", fontsize=12];\n");
        if (!diagram.remark().isBlank()) {
            out.append("  label=").append(quoted(diagram.remark())).append(";\n");
        }
        for (Node node : diagram.nodes()) {
            String lines = node.lines().stream().map(DotWriter::escaped).collect(Collectors.joining("\\n"));
            out.append("  ").append(quoted(node.id())).append(" [label=\"").append(lines);
            out.append("\", tooltip=").append(quoted(node.label())).append(", ").append(look(node));
            out.append("];\n");
        }
        for (Edge edge : diagram.edges()) {
            out.append("  ").append(quoted(diagram.nodes().get(edge.from()).id()));
            out.append(" -> ").append(quoted(diagram.nodes().get(edge.to()).id()));
            out.append(edge.weight() == null ? "" : " [tooltip=\"" + edge.weight() + "\"]")
                    .append(";\n");
        }
        return out.append("}\n").toString();
    }

    private static String look(Node node) {
        return switch (node.shape()) {
            case INPUT -> "shape=box, style=\"rounded,filled\", fillcolor=\"#d9eaf5\"";
            case VALUE -> "shape=box";
            case FOLDED -> "shape=box, style=\"dashed\"";
            case OPERATION -> "shape=ellipse, style=filled, fillcolor=\"#fbe3c8\"";
            case CONSTANT -> "shape=plaintext";
            case NEURON -> "shape=circle";
        };
    }

    private static String quoted(String text) {
        return "\"" + escaped(text) + "\"";
    }

    /** A backslash too, which Graphviz reads as the start of an escape. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ");
    }
}
