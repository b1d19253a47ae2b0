package ag.lang.view;

/**
 * Nodes that the user has a name for.
 *
 * @param shape how an element is written
 * @param columns the length of a row of a matrix; 1 otherwise
 * @param nodes the element's nodes, a matrix row by row
 */
public record NamedNodes(String name, Shape shape, int columns, int[] nodes) {
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
