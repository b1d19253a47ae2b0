package ag.lang.linear;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.values.Datum;
import ag.lang.values.Tensor;
import java.util.Arrays;

/** The x for which A x is nearest to b; of several such the shortest. */
final class LeastSquares {
    private LeastSquares() {}

    static Tensor of(LinearArithmetic numbers, Tensor matrix, Tensor right) {
        boolean wide = matrix.rows() < matrix.columns();
        Tensor tall = wide ? matrix.transpose() : matrix;
        double[][] values = numbers.look(tall.transpose());
        Elimination.refuseNonFinite(numbers, values, "lstsq");
        Jacobi.Singular plain = Jacobi.singular(values);
        int rank = rank(plain.values(), tall.rows());
        if (rank < tall.columns()) {
            if (matrix.hasHistory()) {
                throw new AgException(
                        ErrorCode.SINGULAR,
                        "lstsq has no derivative here: only " + rank + " of the " + tall.columns()
                                + (wide ? " rows" : " columns") + " of the matrix are independent",
                        numbers.span(),
                        "qr(A) says which depends on the others; without derivatives in A: lstsq(detach(A), b)");
            }
            return deficient(numbers, plain, rank, wide, right);
        }
        OrthogonalTriangle factors = OrthogonalTriangle.of(numbers, tall, "lstsq");
        Tensor q = factors.orthogonal();
        Datum[][] r = LinearArithmetic.rows(factors.triangle());
        if (wide) {
            return numbers.matrixProduct(q, forward(numbers, r, right));
        }
        return backward(numbers, r, numbers.matrixProduct(q.transpose(), right));
    }

    private static int rank(double[] sizes, int rows) {
        int rank = 0;
        while (rank < sizes.length && sizes[rank] > rows * Math.ulp(1.0) * sizes[0]) {
            rank++;
        }
        return rank;
    }

    /** By the singular values that are not 0. */
    private static Tensor deficient(
            LinearArithmetic numbers, Jacobi.Singular plain, int rank, boolean wide, Tensor right) {
        double[][] from = wide ? plain.right() : plain.left();
        double[][] to = wide ? plain.left() : plain.right();
        double[][] scaled = new double[rank][];
        for (int j = 0; j < rank; j++) {
            double size = plain.values()[j];
            scaled[j] = Arrays.stream(to[j]).map(x -> x / size).toArray();
        }
        Tensor shares =
                numbers.matrixProduct(LinearArithmetic.matrix(Arrays.copyOf(from, rank), from[0].length), right);
        return numbers.matrixProduct(
                LinearArithmetic.matrix(scaled, to[0].length).transpose(), shares);
    }

    /** The x of R x = b, for an upper triangle R. */
    private static Tensor backward(LinearArithmetic numbers, Datum[][] r, Tensor right) {
        Datum[][] x = LinearArithmetic.rows(right);
        for (int i = r.length - 1; i >= 0; i--) {
            numbers.checkStop();
            for (int c = 0; c < right.columns(); c++) {
                for (int k = i + 1; k < r.length; k++) {
                    x[i][c] = numbers.minusProduct(x[i][c], r[i][k], x[k][c]);
                }
                x[i][c] = numbers.over(x[i][c], r[i][i]);
            }
        }
        return numbers.matrix(x, right.columns());
    }

    /** The x of Rᵀ x = b, for an upper triangle R. */
    private static Tensor forward(LinearArithmetic numbers, Datum[][] r, Tensor right) {
        Datum[][] x = LinearArithmetic.rows(right);
        for (int i = 0; i < r.length; i++) {
            numbers.checkStop();
            for (int c = 0; c < right.columns(); c++) {
                for (int k = 0; k < i; k++) {
                    x[i][c] = numbers.minusProduct(x[i][c], r[k][i], x[k][c]);
                }
                x[i][c] = numbers.over(x[i][c], r[i][i]);
            }
        }
        return numbers.matrix(x, right.columns());
    }
}
