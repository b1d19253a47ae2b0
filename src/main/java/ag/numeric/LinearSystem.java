package ag.numeric;

import java.util.Arrays;
import java.util.Optional;

/** A system of linear equations over plain numbers, by Gaussian elimination with the largest pivot of each column. */
public final class LinearSystem {
    private static final double SINGULAR = 1e-15;

    private LinearSystem() {}

    /** The x with A·x = b; empty where the matrix is singular as far as its digits tell. */
    public static Optional<double[]> solve(double[][] matrix, double[] right) {
        return factors(matrix).map(factors -> factors.solve(right));
    }

    /** A matrix as a lower triangle times an upper one; empty where it is singular as far as its digits tell. */
    public static Optional<Factors> factors(double[][] matrix) {
        int size = matrix.length;
        double[][] a = new double[size][];
        int[] order = new int[size];
        double largest = 0;
        for (int i = 0; i < size; i++) {
            a[i] = matrix[i].clone();
            order[i] = i;
            largest = Math.max(largest, Arrays.stream(a[i]).map(Math::abs).max().orElse(0));
        }
        for (int k = 0; k < size; k++) {
            int pivot = k;
            for (int i = k + 1; i < size; i++) {
                pivot = Math.abs(a[i][k]) > Math.abs(a[pivot][k]) ? i : pivot;
            }
            if (!(Math.abs(a[pivot][k]) > SINGULAR * largest)) {
                return Optional.empty();
            }
            swap(a, order, k, pivot);
            for (int i = k + 1; i < size; i++) {
                double factor = a[i][k] / a[k][k];
                a[i][k] = factor;
                for (int j = k + 1; j < size; j++) {
                    a[i][j] -= factor * a[k][j];
                }
            }
        }
        return Optional.of(new Factors(a, order));
    }

    private static void swap(double[][] a, int[] order, int i, int j) {
        double[] row = a[i];
        a[i] = a[j];
        a[j] = row;
        int place = order[i];
        order[i] = order[j];
        order[j] = place;
    }

    /** The two triangles of a matrix, one on top of the other, with the order its rows were taken in. */
    public static final class Factors {
        private final double[][] a;
        private final int[] order;

        private Factors(double[][] a, int[] order) {
            this.a = a;
            this.order = order;
        }

        /** The x with A·x = b. */
        public double[] solve(double[] right) {
            int size = right.length;
            double[] x = new double[size];
            for (int i = 0; i < size; i++) {
                x[i] = right[order[i]];
                for (int j = 0; j < i; j++) {
                    x[i] -= a[i][j] * x[j];
                }
            }
            for (int i = size - 1; i >= 0; i--) {
                for (int j = i + 1; j < size; j++) {
                    x[i] -= a[i][j] * x[j];
                }
                x[i] /= a[i][i];
            }
            return x;
        }
    }
}
