package ag.lang.linear;

import ag.engine.Elementary;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Eigenvalues and singular values of plain numbers by rotations in planes, one pair of columns after the other, until all are
 * orthogonal: slower than other methods for hundreds of columns, short, and right to the last digits (Demmel and Veselić, "Jacobi's
 * method is more accurate than QR", 1992).
 */
final class Jacobi {
    private static final int MAX_SWEEPS = 60;
    private static final double ROUNDING = Math.ulp(1.0);

    private Jacobi() {}

    /**
     * A V = U diag(s), with orthogonal columns of length 1 in U and in V.
     *
     * @param left the columns of U; zeros where the singular value is 0
     * @param values from large to small
     * @param right the columns of V
     */
    record Singular(double[][] left, double[] values, double[][] right) {}

    /** @param columns of a matrix with at least as many rows */
    static Singular singular(double[][] columns) {
        int n = columns.length;
        double[][] u = copy(columns);
        double[][] v = unit(n);
        boolean turned = true;
        for (int sweep = 0; turned && sweep < MAX_SWEEPS; sweep++) {
            turned = false;
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    double together = dot(u[p], u[q]);
                    double first = dot(u[p], u[p]);
                    double second = dot(u[q], u[q]);
                    if (Math.abs(together) > ROUNDING * Math.sqrt(first) * Math.sqrt(second)) {
                        turned = true;
                        double tangent = tangent(second - first, together);
                        turn(u[p], u[q], tangent);
                        turn(v[p], v[q], tangent);
                    }
                }
            }
        }
        double[] lengths = Arrays.stream(u)
                .mapToDouble(column -> Math.sqrt(dot(column, column)))
                .toArray();
        int[] order = order(lengths, Comparator.reverseOrder());
        double[][] left = new double[n][];
        double[][] right = new double[n][];
        double[] values = new double[n];
        for (int j = 0; j < n; j++) {
            double length = lengths[order[j]];
            double sign = signOfLargest(v[order[j]]);
            values[j] = length;
            right[j] = scaled(v[order[j]], sign);
            left[j] = scaled(u[order[j]], length == 0 ? 0 : sign / length);
        }
        return new Singular(left, values, right);
    }

    /**
     * The eigenvalues of a symmetric matrix.
     *
     * @param values from small to large
     * @param vectors each of length 1, its largest element positive
     */
    record Eigen(double[] values, double[][] vectors) {}

    static Eigen eigen(double[][] symmetric) {
        int n = symmetric.length;
        double[][] a = copy(symmetric);
        double[][] v = unit(n);
        double size =
                Math.sqrt(Arrays.stream(a).mapToDouble(row -> dot(row, row)).sum());
        boolean turned = true;
        for (int sweep = 0; turned && sweep < MAX_SWEEPS; sweep++) {
            turned = false;
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    if (Math.abs(a[p][q]) > ROUNDING / 16 * size) {
                        turned = true;
                        double tangent = tangent(a[q][q] - a[p][p], a[p][q]);
                        turn(a[p], a[q], tangent);
                        for (double[] row : a) {
                            turnPair(row, p, q, tangent);
                        }
                        turn(v[p], v[q], tangent);
                    }
                }
            }
        }
        double[] diagonal = IntStream.range(0, n).mapToDouble(j -> a[j][j]).toArray();
        int[] order = order(diagonal, Comparator.naturalOrder());
        double[] values = Arrays.stream(order).mapToDouble(j -> diagonal[j]).toArray();
        double[][] vectors = Arrays.stream(order)
                .mapToObj(j -> scaled(v[j], signOfLargest(v[j])))
                .toArray(double[][]::new);
        return new Eigen(values, vectors);
    }

    /** The tangent of the smaller angle that makes two columns orthogonal. */
    private static double tangent(double difference, double together) {
        double cotangent = difference / (2 * together);
        double tangent = 1 / (Math.abs(cotangent) + Elementary.hypot(cotangent, 1));
        return cotangent < 0 ? -tangent : tangent;
    }

    private static void turn(double[] first, double[] second, double tangent) {
        double cosine = 1 / Math.sqrt(1 + tangent * tangent);
        double sine = tangent * cosine;
        for (int i = 0; i < first.length; i++) {
            double x = first[i];
            first[i] = cosine * x - sine * second[i];
            second[i] = sine * x + cosine * second[i];
        }
    }

    private static void turnPair(double[] row, int p, int q, double tangent) {
        double cosine = 1 / Math.sqrt(1 + tangent * tangent);
        double sine = tangent * cosine;
        double x = row[p];
        row[p] = cosine * x - sine * row[q];
        row[q] = sine * x + cosine * row[q];
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    private static double[][] unit(int n) {
        double[][] unit = new double[n][n];
        for (int i = 0; i < n; i++) {
            unit[i][i] = 1;
        }
        return unit;
    }

    private static int[] order(double[] values, Comparator<Double> comparator) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparing(j -> values[j], comparator))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double signOfLargest(double[] vector) {
        double largest = 0;
        for (double x : vector) {
            // A little more than equal, so that rounding does not choose between two of one size.
            if (Math.abs(x) > Math.abs(largest) * (1 + 1e-9)) {
                largest = x;
            }
        }
        return largest < 0 ? -1 : 1;
    }

    private static double[] scaled(double[] vector, double factor) {
        return Arrays.stream(vector).map(x -> x * factor + 0.0).toArray();
    }
}
