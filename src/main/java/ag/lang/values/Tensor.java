package ag.lang.values;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A vector, or a matrix row by row. Its elements are plain numbers, or nodes of the tape: neighbours from {@code start} on,
 * or any nodes in a list. Taking elements, rows, slices or the transpose never makes new nodes.
 */
public final class Tensor implements Datum.Numbers {
    private final boolean matrix;
    private final int rows;
    private final int columns;
    private final double @Nullable [] numbers;
    private final int @Nullable [] nodes;
    private final int start;

    private Tensor(
            boolean matrix, int rows, int columns, double @Nullable [] numbers, int @Nullable [] nodes, int start) {
        this.matrix = matrix;
        this.rows = rows;
        this.columns = columns;
        this.numbers = numbers;
        this.nodes = nodes;
        this.start = start;
    }

    public static Tensor vector(double[] numbers) {
        return new Tensor(false, numbers.length, 1, numbers, null, 0);
    }

    public static Tensor matrix(int rows, int columns, double[] numbers) {
        return new Tensor(true, rows, columns, numbers, null, 0);
    }

    /** A vector of nodes; neighbours are recognised. */
    public static Tensor ofNodes(int[] nodes) {
        return like(false, nodes.length, 1, nodes);
    }

    private static Tensor like(boolean matrix, int rows, int columns, int[] nodes) {
        for (int i = 1; i < nodes.length; i++) {
            if (nodes[i] != nodes[0] + i) {
                return new Tensor(matrix, rows, columns, null, nodes, 0);
            }
        }
        return new Tensor(matrix, rows, columns, null, null, nodes.length == 0 ? 0 : nodes[0]);
    }

    /** The same shape over other numbers. */
    public Tensor withNumbers(double[] other) {
        return new Tensor(matrix, rows, columns, other, null, 0);
    }

    /** The same shape over other nodes. */
    public Tensor withNodes(int[] other) {
        return like(matrix, rows, columns, other);
    }

    /** The same shape over neighbouring nodes. */
    public Tensor withRun(int from) {
        return new Tensor(matrix, rows, columns, null, null, from);
    }

    /** The same elements as a matrix of this many rows. */
    public Tensor asMatrix(int newRows, int newColumns) {
        return new Tensor(true, newRows, newColumns, numbers, nodes, start);
    }

    /** The same elements in the shape of another. */
    public Tensor reshapedLike(Tensor other) {
        return new Tensor(other.matrix, other.rows, other.columns, numbers, nodes, start);
    }

    /** The same elements as one vector. */
    public Tensor flat() {
        return new Tensor(false, size(), 1, numbers, nodes, start);
    }

    public boolean isMatrix() {
        return matrix;
    }

    /** The number of elements of a vector, or of rows of a matrix. */
    public int rows() {
        return rows;
    }

    /** 1 for a vector. */
    public int columns() {
        return columns;
    }

    public int size() {
        return rows * columns;
    }

    public boolean hasHistory() {
        return numbers == null;
    }

    /** The plain numbers; only where there is no history. The array is shared and must not be changed. */
    public double[] numbers() {
        if (numbers == null) {
            throw new IllegalStateException("these elements have a history");
        }
        return numbers;
    }

    public int node(int index) {
        return nodes == null ? start + index : nodes[index];
    }

    /** Whether its elements are neighbours on the tape. */
    public boolean isRun() {
        return numbers == null && nodes == null;
    }

    public int[] nodes() {
        int[] all = new int[size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = node(i);
        }
        return all;
    }

    public Datum element(int index) {
        return numbers == null ? new Datum.Scalar(node(index)) : new Datum.Num(numbers[index]);
    }

    /** How an element is written behind the name: {@code [3]}, {@code [1, 2]}. */
    public String place(int index) {
        return matrix ? "[" + index / columns + ", " + index % columns + "]" : "[" + index + "]";
    }

    /** An element of a vector, or a row of a matrix. */
    public Datum at(int row) {
        if (!matrix) {
            return element(row);
        }
        return part(row * columns, columns, false, columns, 1);
    }

    /** The elements or rows from {@code from} up to but without {@code to}. */
    public Tensor slice(int from, int to) {
        return part(from * columns, (to - from) * columns, matrix, to - from, columns);
    }

    private Tensor part(int from, int length, boolean asMatrix, int newRows, int newColumns) {
        if (numbers != null) {
            return new Tensor(asMatrix, newRows, newColumns, Arrays.copyOfRange(numbers, from, from + length), null, 0);
        }
        return nodes == null
                ? new Tensor(asMatrix, newRows, newColumns, null, null, start + from)
                : like(asMatrix, newRows, newColumns, Arrays.copyOfRange(nodes, from, from + length));
    }

    /** Rows become columns; a vector becomes a matrix of one row. */
    public Tensor transpose() {
        if (!matrix) {
            return asMatrix(1, rows);
        }
        int[] order = new int[size()];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                order[j * rows + i] = i * columns + j;
            }
        }
        return pick(order, true, columns, rows);
    }

    /** The elements or rows in another order. */
    public Tensor rowsAt(int[] order) {
        int[] elements = new int[order.length * columns];
        for (int i = 0; i < order.length; i++) {
            for (int j = 0; j < columns; j++) {
                elements[i * columns + j] = order[i] * columns + j;
            }
        }
        return pick(elements, matrix, order.length, columns);
    }

    private Tensor pick(int[] elements, boolean asMatrix, int newRows, int newColumns) {
        if (numbers != null) {
            double[] picked = new double[elements.length];
            for (int i = 0; i < picked.length; i++) {
                picked[i] = numbers[elements[i]];
            }
            return new Tensor(asMatrix, newRows, newColumns, picked, null, 0);
        }
        int[] picked = new int[elements.length];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = node(elements[i]);
        }
        return like(asMatrix, newRows, newColumns, picked);
    }

    public boolean sameShape(Tensor other) {
        return matrix == other.matrix && rows == other.rows && columns == other.columns;
    }

    /** The shape in words: "vector of 3" or "2 by 3 matrix". */
    public String shape() {
        return matrix ? rows + " by " + columns + " matrix" : "vector of " + rows;
    }
}
