package ag.lang.linear;

import ag.engine.Elementary;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.values.Datum;
import ag.lang.values.Tensor;
import java.util.Arrays;

/**
 * The QR factorization A = Q R: columns of length 1 that are orthogonal to each other, times an upper triangle. Plain numbers go the
 * way of LAPACK (Householder's reflections). With a history, Gram and Schmidt's way is recorded, twice over for the digits, with the
 * signs of the former.
 */
record OrthogonalTriangle(Tensor orthogonal, Tensor triangle) {
    static OrthogonalTriangle of(LinearArithmetic numbers, Tensor matrix, String name) {
        double[][] values = numbers.look(matrix);
        Elimination.refuseNonFinite(numbers, values, name);
        OrthogonalTriangle plain = reflected(values, matrix.columns());
        return matrix.hasHistory() ? recorded(numbers, matrix, plain.triangle, name) : plain;
    }

    private static OrthogonalTriangle recorded(LinearArithmetic numbers, Tensor matrix, Tensor plain, String name) {
        int m = matrix.rows();
        int n = matrix.columns();
        int size = Math.min(m, n);
        Tensor[] columns = LinearArithmetic.columns(matrix);
        Tensor[] basis = new Tensor[size];
        Datum[][] triangle = new Datum[size][n];
        for (Datum[] row : triangle) {
            Arrays.fill(row, LinearArithmetic.ZERO);
        }
        for (int j = 0; j < n; j++) {
            numbers.checkStop();
            Tensor rest = columns[j];
            double before = Math.sqrt(numbers.look(numbers.product(rest, rest)));
            for (int turn = 0; turn < 2; turn++) {
                for (int i = 0; i < Math.min(j, size); i++) {
                    Datum share = numbers.product(basis[i], rest);
                    triangle[i][j] = numbers.plus(triangle[i][j], share);
                    rest = (Tensor) numbers.minus(rest, numbers.times(share, basis[i]));
                }
            }
            if (j >= size) {
                continue;
            }
            Datum squares = numbers.product(rest, rest);
            double left = Math.sqrt(numbers.look(squares));
            if (!(left > m * Math.ulp(1.0) * before)) {
                throw new AgException(
                        ErrorCode.SINGULAR,
                        name + " has no derivative here: column " + j + " of the matrix "
                                + (before == 0 ? "is 0" : "is a sum of multiples of the columns before it")
                                + " (columns count from 0)",
                        numbers.span(),
                        "leave that column out, or ask without derivatives: " + name + "(detach(A))");
            }
            Datum length = numbers.root(squares);
            triangle[j][j] = plain.numbers()[j * n + j] < 0 ? numbers.negative(length) : length;
            basis[j] = (Tensor) numbers.over(rest, triangle[j][j]);
        }
        Datum[][] rows = new Datum[size][];
        for (int j = 0; j < size; j++) {
            rows[j] = LinearArithmetic.rows(basis[j].asMatrix(1, m))[0];
        }
        return new OrthogonalTriangle(numbers.matrix(rows, m).transpose(), numbers.matrix(triangle, n));
    }

    private static OrthogonalTriangle reflected(double[][] rows, int n) {
        int m = rows.length;
        int size = Math.min(m, n);
        double[][] r = Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
        double[][] q = new double[m][size];
        double[][] mirrors = new double[size][];
        for (int k = 0; k < size; k++) {
            mirrors[k] = mirror(r, k);
            reflect(r, mirrors[k], k);
        }
        for (int k = 0; k < size; k++) {
            q[k][k] = 1;
        }
        for (int k = size - 1; k >= 0; k--) {
            reflect(q, mirrors[k], k);
        }
        for (int i = 0; i < size; i++) {
            Arrays.fill(r[i], 0, i, 0);
        }
        return new OrthogonalTriangle(
                LinearArithmetic.matrix(q, size), LinearArithmetic.matrix(Arrays.copyOf(r, size), n));
    }

    /** The direction of the mirror that puts column k on its axis; nothing where it lies there already. */
    private static double[] mirror(double[][] r, int k) {
        double[] direction = new double[r.length];
        double below = 0;
        for (int i = k; i < r.length; i++) {
            direction[i] = r[i][k];
            below = i > k ? Elementary.hypot(below, r[i][k]) : below;
        }
        if (below == 0) {
            return new double[r.length];
        }
        direction[k] += Math.copySign(Elementary.hypot(direction[k], below), direction[k]);
        double length = Elementary.hypot(direction[k], below);
        return Arrays.stream(direction).map(x -> x / length).toArray();
    }

    private static void reflect(double[][] a, double[] mirror, int from) {
        for (int j = 0; j < a[0].length; j++) {
            double share = 0;
            for (int i = from; i < a.length; i++) {
                share += mirror[i] * a[i][j];
            }
            for (int i = from; i < a.length; i++) {
                a[i][j] -= 2 * share * mirror[i];
            }
        }
    }
}
