package ag.optimize;

/** Eigenvalues and eigenvectors of a symmetric matrix, by Jacobi's rotations (Golub and Van Loan 2013, section 8.5). */
final class SymmetricEigen {
    private static final int MOST_SWEEPS = 60;

    private final double[] values;
    /** An eigenvector in each column. */
    private final double[][] vectors;

    private SymmetricEigen(double[] values, double[][] vectors) {
        this.values = values;
        this.vectors = vectors;
    }

    static SymmetricEigen of(double[][] matrix) {
        int n = matrix.length;
        double[][] a = new double[n][n];
        double[][] v = new double[n][n];
        for (int i = 0; i < n; i++) {
            v[i][i] = 1;
            for (int k = 0; k < n; k++) {
                a[i][k] = (matrix[i][k] + matrix[k][i]) / 2;
            }
        }
        boolean rotated = true;
        for (int sweep = 0; rotated && sweep < MOST_SWEEPS; sweep++) {
            rotated = false;
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    if (Math.abs(a[p][q]) > 0x1p-54 * Math.sqrt(Math.abs(a[p][p] * a[q][q])) && a[p][q] != 0) {
                        rotate(a, v, p, q);
                        rotated = true;
                    }
                }
            }
        }
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = a[i][i];
        }
        return new SymmetricEigen(values, v);
    }

    /** Makes the number at (p, q) zero. */
    private static void rotate(double[][] a, double[][] v, int p, int q) {
        double ratio = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = Math.abs(ratio) > 1e150
                ? 1 / (2 * ratio)
                : (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.sqrt(1 + ratio * ratio));
        double c = 1 / Math.sqrt(1 + t * t);
        double s = t * c;
        for (int i = 0; i < a.length; i++) {
            double ip = a[i][p];
            double iq = a[i][q];
            a[i][p] = c * ip - s * iq;
            a[i][q] = s * ip + c * iq;
            double vp = v[i][p];
            double vq = v[i][q];
            v[i][p] = c * vp - s * vq;
            v[i][q] = s * vp + c * vq;
        }
        for (int i = 0; i < a.length; i++) {
            double pi = a[p][i];
            double qi = a[q][i];
            a[p][i] = c * pi - s * qi;
            a[q][i] = s * pi + c * qi;
        }
        a[p][q] = 0;
        a[q][p] = 0;
    }

    double value(int place) {
        return values[place];
    }

    int placeOfLeast() {
        int place = 0;
        for (int i = 1; i < values.length; i++) {
            place = values[i] < values[place] ? i : place;
        }
        return place;
    }

    double least() {
        return values[placeOfLeast()];
    }

    double largestSize() {
        return Vectors.largest(values);
    }

    /** A vector's parts along the eigenvectors. */
    double[] along(double[] vector) {
        double[] parts = new double[values.length];
        for (int k = 0; k < parts.length; k++) {
            for (int i = 0; i < parts.length; i++) {
                parts[k] += vectors[i][k] * vector[i];
            }
        }
        return parts;
    }

    /** The vector that has these parts. */
    double[] combined(double[] parts) {
        double[] vector = new double[values.length];
        for (int i = 0; i < vector.length; i++) {
            for (int k = 0; k < vector.length; k++) {
                vector[i] += vectors[i][k] * parts[k];
            }
        }
        return vector;
    }
}
