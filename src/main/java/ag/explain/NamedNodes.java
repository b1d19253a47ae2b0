package ag.explain;

import java.util.List;

/**
 * Nodes that the user has a name for.
 *
 * @param shape how an element is written
 * @param columns the length of a row of a matrix; 1 otherwise
 * @param nodes the element's nodes, a matrix row by row
 * @param layers among the parameters of a network, where each layer's begin; otherwise empty
 */
public record NamedNodes(String name, Shape shape, int columns, int[] nodes, List<Integer> layers) {
    public NamedNodes {
        layers = List.copyOf(layers);
    }

    public NamedNodes(String name, Shape shape, int columns, int[] nodes) {
        this(name, shape, columns, nodes, List.of());
    }

    /** What a name stands for. */
    public enum Shape {
        NUMBER,
        VECTOR,
        MATRIX
    }

    /** How the element is written: {@code a}, {@code v[3]}, {@code W[1, 2]}. */
    String element(int index) {
        return switch (shape) {
            case NUMBER -> name;
            case VECTOR -> name + "[" + index + "]";
            case MATRIX -> name + "[" + index / columns + ", " + index % columns + "]";
        };
    }

    /** How neighbouring elements are written together: {@code v}, {@code W[1]}, {@code v[2..<5]}; empty where there's no short way. */
    String part(int from, int length) {
        if (from == 0 && length == nodes.length) {
            return name;
        }
        return switch (shape) {
            case NUMBER -> name;
            case VECTOR -> name + "[" + from + "..<" + (from + length) + "]";
            case MATRIX -> from % columns == 0 && length == columns ? name + "[" + from / columns + "]" : "";
        };
    }

    /** The layer that a parameter belongs to, counted from 1; 0 where there are no layers. */
    int layer(int index) {
        int layer = 0;
        while (layer < layers.size() && layers.get(layer) <= index) {
            layer++;
        }
        return layer;
    }

    /** Whether the nodes stand side by side on the tape, in order. */
    boolean isRun() {
        for (int i = 1; i < nodes.length; i++) {
            if (nodes[i] != nodes[0] + i) {
                return false;
            }
        }
        return nodes.length > 0;
    }
}
