package ag.diagram;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Nodes and the arrows between them.
 *
 * @param title a short name
 * @param description what a reader who cannot see the picture should know
 * @param remark a line below the picture, such as how much is left out; may be empty
 */
public record Diagram(String title, String description, String remark, List<Node> nodes, List<Edge> edges) {
    public Diagram {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /** What a node looks like. */
    public enum Shape {
        /** A box with rounded corners, for what everything is made from. */
        INPUT,
        /** A box. */
        VALUE,
        /** A box with a dashed outline, for what stands for many. */
        FOLDED,
        /** A circle around a sign, or a pill around a word. */
        OPERATION,
        /** Bare text. */
        CONSTANT,
        /** A circle with its text inside. */
        NEURON
    }

    /**
     * A node.
     *
     * @param id how a script finds it in the written picture; unlike any other
     * @param lines what is written in it; the first line is its name
     * @param label what it is, in words
     */
    public record Node(String id, Shape shape, List<String> lines, String label) {
        public Node {
            lines = List.copyOf(lines);
        }
    }

    /**
     * An arrow between two nodes, by their places in the list.
     *
     * @param weight a number that the line's width and colour show; null for a plain arrow
     */
    public record Edge(int from, int to, @Nullable Double weight) {
        public Edge(int from, int to) {
            this(from, to, null);
        }
    }
}
