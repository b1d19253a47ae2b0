package ag.numeric;

import java.util.Arrays;
import java.util.Optional;

/** A system of linear equations over plain numbers, by Gaussian elimination with the largest pivot of each column. */
public final class LinearSystem {
    private static final double SINGULAR = 1e-15;

    private LinearSystem() {}

    /** The x with A·x = b; empty where the matrix is singular as far as its digits tell. */
    public static Optional<double[]> solve(double[][] matrix, double[] right) {
        int size = right.length;
        double[][] a = new double[size][];
        double largest = 0;
        for (int i = 0; i < size; i++) {
            a[i] = matrix[i].clone();
            largest = Math.max(largest, Arrays.stream(a[i]).map(Math::abs).max().orElse(0));
        }
        double[] b = right.clone();
        for (int k = 0; k < size; k++) {
            int pivot = k;
            for (int i = k + 1; i < size; i++) {
                pivot = Math.abs(a[i][k]) > Math.abs(a[pivot][k]) ? i : pivot;
            }
            if (!(Math.abs(a[pivot][k]) > SINGULAR * largest)) {
                return Optional.empty();
            }
            swap(a, b, k, pivot);
            for (int i = k + 1; i < size; i++) {
                double factor = a[i][k] / a[k][k];
                for (int j = k; j < size; j++) {
                    a[i][j] -= factor * a[k][j];
                }
                b[i] -= factor * b[k];
            }
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int j = i + 1; j < size; j++) {
                b[i] -= a[i][j] * b[j];
            }
            b[i] /= a[i][i];
        }
        return Optional.of(b);
    }

    private static void swap(double[][] a, double[] b, int i, int j) {
        double[] row = a[i];
        a[i] = a[j];
        a[j] = row;
        double value = b[i];
        b[i] = b[j];
        b[j] = value;
    }
}
