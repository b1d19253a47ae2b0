package ag.lang.linear;

import ag.lang.builtins.Builtin;
import ag.lang.builtins.Call;
import ag.lang.source.ErrorCode;
import ag.lang.values.Datum;
import ag.lang.values.Tensor;
import java.util.List;
import java.util.stream.Stream;

/** The functions of linear algebra, a row each. */
public final class MatrixFunctions {
    private MatrixFunctions() {}

    /** All rows. */
    public static final List<Builtin> ROWS = List.of(
            Builtin.of(
                    "solve",
                    "A, b",
                    "the x of A @ x = b, for a square matrix A and a vector b, or a matrix of several",
                    "solve([[2, 1], [1, 3]], [3, 5])",
                    MatrixFunctions::solve),
            Builtin.of(
                    "inv",
                    "A",
                    "the inverse of a square matrix: inv(A) @ A is the identity",
                    "inv([[2, 1], [1, 3]])",
                    call -> MatrixPower.inverse(LinearArithmetic.of(call), square(call, 0), "inv")),
            Builtin.of(
                    "det",
                    "A",
                    "determinant of a square matrix; 0 where it is singular, with a derivative there too",
                    "det([[1, 2], [3, 4]])",
                    call -> new Determinant(LinearArithmetic.of(call)).of(square(call, 0))),
            Builtin.of(
                    "trace",
                    "A",
                    "sum of the diagonal of a square matrix",
                    "trace([[1, 2], [3, 4]])",
                    MatrixFunctions::trace),
            Builtin.of(
                    "identity",
                    "n",
                    "the n by n matrix with ones on its diagonal and zeros elsewhere",
                    "identity(3)",
                    call -> LinearArithmetic.identity(call.whole(0, 0, 10_000))),
            Builtin.of(
                    "diag",
                    "v",
                    "the matrix with vector v as its diagonal; of a matrix, its diagonal",
                    "diag([1, 2, 3])",
                    MatrixFunctions::diagonal),
            Builtin.of(
                    "outer",
                    "v, w",
                    "the matrix of the products v[i]*w[j]",
                    "outer([1, 2], [3, 4, 5])",
                    MatrixFunctions::outer),
            Builtin.of(
                    "cross",
                    "v, w",
                    "the cross product v × w of two vectors of three numbers, at right angles to both",
                    "cross([1, 0, 0], [0, 1, 0])",
                    call -> CrossProduct.of(LinearArithmetic.of(call), call.vector(0), call.vector(1))),
            Builtin.of(
                    "cholesky",
                    "A",
                    "the lower triangle L with A = L @ transpose(L), for a symmetric positive definite matrix",
                    "cholesky([[4, 2], [2, 5]])",
                    call -> Cholesky.of(LinearArithmetic.of(call), square(call, 0))),
            Builtin.of(
                    "qr",
                    "A",
                    "[Q, R] with A = Q @ R: orthogonal columns of length 1, and an upper triangle",
                    "(Q, R) = qr([[3, 1], [4, 2]])",
                    MatrixFunctions::qr),
            Builtin.of(
                    "eigenvalues",
                    "A",
                    "eigenvalues of a symmetric matrix, from small to large",
                    "eigenvalues([[2, 1], [1, 2]])",
                    call -> Eigen.of(LinearArithmetic.of(call), square(call, 0), "eigenvalues")
                            .values()),
            Builtin.of(
                    "eigenvectors",
                    "A",
                    "eigenvectors of a symmetric matrix as columns of length 1, in the order of eigenvalues; the"
                            + " largest element of each is positive",
                    "eigenvectors([[2, 1], [1, 2]])",
                    call -> Eigen.of(LinearArithmetic.of(call), square(call, 0), "eigenvectors")
                            .vectors()),
            Builtin.of(
                    "svd",
                    "A",
                    "[U, s, V] with A = U @ diag(s) @ transpose(V): orthogonal columns of length 1, and the singular"
                            + " values from large to small",
                    "(U, s, V) = svd([[3, 0], [4, 5]])",
                    MatrixFunctions::svd),
            Builtin.of(
                    "lstsq",
                    "A, b",
                    "least squares: the x for which A @ x is nearest to b; of several such the shortest",
                    "lstsq([[1, 0], [1, 1], [1, 2]], [1, 3, 4])",
                    MatrixFunctions::leastSquares));

    /** Roots of equations, and places where a function is smallest or largest. */
    public static final List<Builtin> PLACES = Stream.of(RootFunctions.ROWS, ExtremeFunctions.ROWS)
            .flatMap(List::stream)
            .toList();

    private static Tensor matrix(Call call, int parameter) {
        if (call.get(parameter) instanceof Tensor tensor && tensor.isMatrix()) {
            return tensor;
        }
        throw call.wrongType(parameter, "a matrix");
    }

    private static Tensor square(Call call, int parameter) {
        Tensor matrix = matrix(call, parameter);
        if (matrix.rows() != matrix.columns()) {
            throw call.problem(
                    parameter,
                    ErrorCode.SHAPE_MISMATCH,
                    call.name() + " needs as many rows as columns, and this is a " + matrix.shape(),
                    call.name().equals("solve") || call.name().equals("inv")
                            ? "lstsq(A, b) finds the x for which A @ x is nearest to b"
                            : "");
        }
        return matrix;
    }

    /** The right side of a system, as columns. */
    private static Tensor right(Call call, Tensor matrix) {
        Tensor right = call.tensor(1);
        if (right.rows() != matrix.rows()) {
            throw call.problem(
                    1,
                    ErrorCode.SHAPE_MISMATCH,
                    call.name() + " needs as many " + (right.isMatrix() ? "rows" : "elements")
                            + " in b as A has rows: A is a " + matrix.shape() + ", b a " + right.shape(),
                    "");
        }
        return right.isMatrix() ? right : right.asMatrix(right.rows(), 1);
    }

    /** A vector where the right side was one. */
    private static Tensor likeRight(Call call, Tensor solution) {
        return call.tensor(1).isMatrix() ? solution : solution.flat();
    }

    private static Datum solve(Call call) {
        Tensor matrix = square(call, 0);
        Tensor right = right(call, matrix);
        LinearArithmetic numbers = LinearArithmetic.of(call);
        Datum[][] solution =
                Elimination.of(numbers, matrix, "solve").solve(LinearArithmetic.rows(right), right.columns());
        return likeRight(call, numbers.matrix(solution, right.columns()));
    }

    private static Datum leastSquares(Call call) {
        Tensor matrix = matrix(call, 0);
        return likeRight(call, LeastSquares.of(LinearArithmetic.of(call), matrix, right(call, matrix)));
    }

    private static Datum trace(Call call) {
        LinearArithmetic numbers = LinearArithmetic.of(call);
        Datum sum = LinearArithmetic.ZERO;
        Tensor matrix = square(call, 0);
        for (int i = 0; i < matrix.rows(); i++) {
            Datum element = matrix.element(i * matrix.columns() + i);
            sum = i == 0 ? element : numbers.plus(sum, element);
        }
        return sum;
    }

    private static Datum diagonal(Call call) {
        Tensor tensor = call.tensor(0);
        LinearArithmetic numbers = LinearArithmetic.of(call);
        if (tensor.isMatrix()) {
            Datum[] diagonal = new Datum[Math.min(tensor.rows(), tensor.columns())];
            for (int i = 0; i < diagonal.length; i++) {
                diagonal[i] = tensor.element(i * tensor.columns() + i);
            }
            return numbers.vector(diagonal);
        }
        int n = tensor.size();
        if (n > 10_000) {
            throw call.problem(0, ErrorCode.TOO_LARGE, "a matrix of that many columns does not fit into memory", "");
        }
        Datum[][] rows = LinearArithmetic.rows(LinearArithmetic.identity(n));
        for (int i = 0; i < n; i++) {
            rows[i][i] = tensor.element(i);
        }
        return numbers.matrix(rows, n);
    }

    private static Datum outer(Call call) {
        Tensor left = call.vector(0);
        Tensor right = call.vector(1);
        return LinearArithmetic.of(call).product(left.asMatrix(left.rows(), 1), right.asMatrix(1, right.rows()));
    }

    private static Datum qr(Call call) {
        OrthogonalTriangle factors = OrthogonalTriangle.of(LinearArithmetic.of(call), matrix(call, 0), "qr");
        return new Datum.Items(List.of(factors.orthogonal(), factors.triangle()));
    }

    private static Datum svd(Call call) {
        Singular factors = Singular.of(LinearArithmetic.of(call), matrix(call, 0), "svd");
        return new Datum.Items(List.of(factors.left(), factors.values(), factors.right()));
    }
}
