package ag.fit;

import java.util.Arrays;

/**
 * The QR decomposition of a matrix with at least as many rows as columns, by Householder reflections with column pivoting: the column
 * with the largest rest comes next, so that the diagonal of R falls and shows the rank. After Golub and Van Loan, Matrix Computations,
 * 5.4.2.
 */
final class Qr {
    private final int rows;
    private final int count;
    /** The reflections below the diagonal, R above it; a column each, in the order of the pivots. */
    private final double[][] columns;

    private final double[] diagonal;
    private final double[] scales;
    private final int[] order;

    private Qr(double[][] columns, int rows) {
        this.rows = rows;
        this.count = columns.length;
        this.columns = columns;
        this.diagonal = new double[count];
        this.scales = new double[count];
        this.order = new int[count];
        Arrays.setAll(order, j -> j);
    }

    /** @param matrix its columns, each with this many numbers */
    static Qr of(double[][] matrix, int rows) {
        double[][] copy = new double[matrix.length][];
        Arrays.setAll(copy, j -> matrix[j].clone());
        Qr qr = new Qr(copy, rows);
        qr.decompose();
        return qr;
    }

    private void decompose() {
        for (int k = 0; k < count; k++) {
            bringLargest(k);
            double[] column = columns[k];
            double length = Norms.of(column, k, rows);
            if (length == 0) {
                continue;
            }
            double pivot = column[k] > 0 ? -length : length;
            diagonal[k] = pivot;
            column[k] -= pivot;
            scales[k] = -1 / (pivot * column[k]);
            for (int j = k + 1; j < count; j++) {
                reflect(k, columns[j]);
            }
        }
    }

    private void bringLargest(int k) {
        int largest = k;
        double most = -1;
        for (int j = k; j < count; j++) {
            double length = Norms.of(columns[j], k, rows);
            if (length > most) {
                most = length;
                largest = j;
            }
        }
        double[] column = columns[k];
        columns[k] = columns[largest];
        columns[largest] = column;
        int place = order[k];
        order[k] = order[largest];
        order[largest] = place;
    }

    private void reflect(int k, double[] vector) {
        double[] column = columns[k];
        double dot = 0;
        for (int i = k; i < rows; i++) {
            dot += column[i] * vector[i];
        }
        double factor = dot * scales[k];
        for (int i = k; i < rows; i++) {
            vector[i] -= factor * column[i];
        }
    }

    /** Qᵀ times a vector. */
    double[] rotated(double[] vector) {
        double[] result = vector.clone();
        for (int k = 0; k < count; k++) {
            if (scales[k] != 0) {
                reflect(k, result);
            }
        }
        return result;
    }

    /** How many columns are independent, where what is below {@code tolerance} of the largest counts as 0. */
    int rank(double tolerance) {
        int rank = 0;
        while (rank < count && Math.abs(diagonal[rank]) > tolerance * Math.abs(diagonal[0])) {
            rank++;
        }
        return rank;
    }

    /**
     * What the columns have to be multiplied with to give 0 together, in the matrix's own order.
     *
     * @param k the column that depends on those before it, by its pivot; its own factor is 1
     */
    double[] combination(int k, int rank) {
        double[] factors = solve(columns[k], rank);
        for (int j = 0; j < count; j++) {
            factors[j] = -factors[j];
        }
        factors[order[k]] = 1;
        return factors;
    }

    /** R as columns of full length, in the matrix's own order of columns: Rᵀ·R is the matrix's own. */
    double[][] triangle() {
        double[][] triangle = new double[count][];
        for (int k = 0; k < count; k++) {
            double[] column = Arrays.copyOf(columns[k], count);
            column[k] = diagonal[k];
            Arrays.fill(column, k + 1, count, 0);
            triangle[order[k]] = column;
        }
        return triangle;
    }

    /**
     * The solution of R·x = b in the matrix's own order of columns; what lies beyond the rank is 0.
     *
     * @param right at least as many numbers as the rank
     */
    double[] solve(double[] right, int rank) {
        double[] x = Arrays.copyOf(right, rank);
        for (int k = rank - 1; k >= 0; k--) {
            x[k] /= diagonal[k];
            for (int i = 0; i < k; i++) {
                x[i] -= columns[k][i] * x[k];
            }
        }
        double[] placed = new double[count];
        for (int k = 0; k < rank; k++) {
            placed[order[k]] = x[k];
        }
        return placed;
    }

    /** The solution of Rᵀ·z = b, where b is in the matrix's own order of columns. */
    double[] solveTransposed(double[] right) {
        double[] z = new double[count];
        for (int k = 0; k < count; k++) {
            double rest = right[order[k]];
            for (int i = 0; i < k; i++) {
                rest -= columns[k][i] * z[i];
            }
            z[k] = rest / diagonal[k];
        }
        return z;
    }

    /** (RᵀR)⁻¹, row by row, in the matrix's own order of columns; the rank must be full. */
    double[][] inverseProduct() {
        double[][] inverse = new double[count][];
        for (int j = 0; j < count; j++) {
            double[] unit = new double[count];
            unit[j] = 1;
            inverse[j] = solve(solveTransposed(unit), count);
        }
        return inverse;
    }
}
