package ag.lang.values;

/**
 * The shape that two shapes have together, as in NumPy: a vector goes along each row of a matrix, a matrix of one row along all rows,
 * and one of one column along all columns. Two vectors of different lengths have none.
 */
record Broadcast(int rows, int columns) {
    static boolean fits(Tensor a, Tensor b) {
        return (a.isMatrix() || b.isMatrix()) && fits(height(a), height(b)) && fits(width(a), width(b));
    }

    private static boolean fits(int a, int b) {
        return a == b || a == 1 || b == 1;
    }

    static Broadcast of(Tensor a, Tensor b) {
        return new Broadcast(common(height(a), height(b)), common(width(a), width(b)));
    }

    private static int common(int a, int b) {
        return a == 1 ? b : a;
    }

    private static int height(Tensor tensor) {
        return tensor.isMatrix() ? tensor.rows() : 1;
    }

    private static int width(Tensor tensor) {
        return tensor.isMatrix() ? tensor.columns() : tensor.rows();
    }

    /** The tensor in this shape: its elements stand there several times. */
    Tensor spread(Tensor tensor) {
        Tensor matrix = tensor.asMatrix(height(tensor), width(tensor));
        if (matrix.rows() != rows) {
            matrix = matrix.rowsAt(new int[rows]);
        }
        return matrix.columns() == columns
                ? matrix
                : matrix.transpose().rowsAt(new int[columns]).transpose();
    }
}
