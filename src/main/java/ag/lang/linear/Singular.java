package ag.lang.linear;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.values.Datum;
import ag.lang.values.Tensor;

/**
 * The singular value decomposition A = U diag(s) Vᵀ of any matrix, with as many columns in U and V as the shorter side has. As in
 * {@link Eigen}, steps of Newton's method are recorded on top of the numbers. (T. Ogita, K. Aishima, "Iterative refinement for
 * singular value decomposition based on matrix multiplication", Journal of Computational and Applied Mathematics 369, 2020.)
 */
record Singular(Tensor left, Tensor values, Tensor right) {
    static Singular of(LinearArithmetic numbers, Tensor matrix, String name) {
        if (matrix.rows() < matrix.columns()) {
            Singular turned = of(numbers, matrix.transpose(), name);
            return new Singular(/* left= */ turned.right, turned.values, /* right= */ turned.left);
        }
        Elimination.refuseNonFinite(numbers, numbers.look(matrix), name);
        Jacobi.Singular plain = Jacobi.singular(numbers.look(matrix.transpose()));
        int n = matrix.columns();
        double[] values = plain.values();
        if (!matrix.hasHistory()) {
            Tensor left = LinearArithmetic.matrix(Basis.completed(plain.left()), matrix.rows())
                    .transpose();
            return new Singular(
                    left,
                    Tensor.vector(values),
                    LinearArithmetic.matrix(plain.right(), n).transpose());
        }
        Eigen.refuseRepeated(numbers, values, name);
        if (n > 0 && values[n - 1] <= 1e-14 * values[0]) {
            throw new AgException(
                    ErrorCode.SINGULAR,
                    name + " has no derivative here: a singular value is 0, where it has a corner",
                    numbers.span(),
                    "without derivatives write: " + name + "(detach(A))");
        }
        Tensor left = LinearArithmetic.matrix(plain.left(), matrix.rows()).transpose();
        Tensor right = LinearArithmetic.matrix(plain.right(), n).transpose();
        Singular result = new Singular(left, Tensor.vector(values), right);
        for (int step = 0; step < Eigen.STEPS; step++) {
            numbers.checkStop();
            result = result.refined(numbers, matrix, n);
        }
        return result.measured(numbers, matrix, n).truncated(numbers);
    }

    private Singular truncated(LinearArithmetic numbers) {
        return new Singular(
                numbers.truncated(left, Eigen.VECTORS_ORDER),
                numbers.truncated(values, Eigen.VALUES_ORDER),
                numbers.truncated(right, Eigen.VECTORS_ORDER));
    }

    private Singular measured(LinearArithmetic numbers, Tensor matrix, int n) {
        Datum[][] turned =
                LinearArithmetic.rows(numbers.matrixProduct(left.transpose(), numbers.matrixProduct(matrix, right)));
        return new Singular(
                left,
                numbers.vector(sizes(
                        numbers,
                        turned,
                        LinearArithmetic.rows(gram(numbers, left)),
                        LinearArithmetic.rows(gram(numbers, right)),
                        n)),
                right);
    }

    private static Tensor gram(LinearArithmetic numbers, Tensor columns) {
        return numbers.matrixProduct(columns.transpose(), columns);
    }

    /** The stretch of each pair of columns, for lengths that are 1 but for a small error. */
    private static Datum[] sizes(LinearArithmetic numbers, Datum[][] turned, Datum[][] first, Datum[][] second, int n) {
        Datum[] sizes = new Datum[n];
        for (int i = 0; i < n; i++) {
            sizes[i] = numbers.over(turned[i][i], numbers.root(numbers.times(first[i][i], second[i][i])));
        }
        return sizes;
    }

    private Singular refined(LinearArithmetic numbers, Tensor matrix, int n) {
        Tensor moved = numbers.matrixProduct(matrix, right);
        Tensor turning = numbers.matrixProduct(left.transpose(), moved);
        Datum[][] turned = LinearArithmetic.rows(turning);
        Datum[][] first = LinearArithmetic.rows(gram(numbers, left));
        Datum[][] second = LinearArithmetic.rows(gram(numbers, right));
        Datum[] sizes = sizes(numbers, turned, first, second, n);
        Datum[][] changeLeft = new Datum[n][n];
        Datum[][] changeRight = new Datum[n][n];
        Datum two = new Datum.Num(2);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (i == j) {
                    changeLeft[i][i] = numbers.over(numbers.minus(LinearArithmetic.ONE, first[i][i]), two);
                    changeRight[i][i] = numbers.over(numbers.minus(LinearArithmetic.ONE, second[i][i]), two);
                } else {
                    Datum a = numbers.minusProduct(turned[i][j], sizes[j], first[i][j]);
                    Datum b = numbers.minusProduct(turned[j][i], sizes[j], second[i][j]);
                    Datum apart = numbers.times(numbers.minus(sizes[j], sizes[i]), numbers.plus(sizes[j], sizes[i]));
                    changeLeft[i][j] =
                            numbers.over(numbers.plus(numbers.times(a, sizes[j]), numbers.times(b, sizes[i])), apart);
                    changeRight[i][j] =
                            numbers.over(numbers.plus(numbers.times(a, sizes[i]), numbers.times(b, sizes[j])), apart);
                }
            }
        }
        Datum newLeft = numbers.plus(left, numbers.matrixProduct(left, numbers.matrix(changeLeft, n)));
        Datum newRight = numbers.plus(right, numbers.matrixProduct(right, numbers.matrix(changeRight, n)));
        if (matrix.rows() > n) {
            newLeft = numbers.plus(newLeft, beyond(numbers, moved, turning, first, sizes, n));
        }
        return new Singular((Tensor) newLeft, numbers.vector(sizes), (Tensor) newRight);
    }

    /** What of A V lies outside of the columns of U, which only a tall matrix has. */
    private Tensor beyond(
            LinearArithmetic numbers, Tensor moved, Tensor turning, Datum[][] gram, Datum[] sizes, int n) {
        Datum[][] inside =
                Elimination.of(numbers, numbers.matrix(gram, n), "svd").solve(LinearArithmetic.rows(turning), n);
        Tensor rest = (Tensor) numbers.minus(moved, numbers.matrixProduct(left, numbers.matrix(inside, n)));
        Datum[][] rows = LinearArithmetic.rows(rest);
        for (Datum[] row : rows) {
            for (int j = 0; j < n; j++) {
                row[j] = numbers.over(row[j], sizes[j]);
            }
        }
        return numbers.matrix(rows, n);
    }
}
