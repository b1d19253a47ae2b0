package ag.lang.linear;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.values.Datum;
import ag.lang.values.Tensor;
import ag.result.Numerals;

/**
 * Eigenvalues of symmetric matrices. The numbers come from {@link Jacobi}; where there is a history, steps of Ogita and Aishima's
 * refinement are recorded on top of them. They change no number, and each doubles the order up to which derivatives are right: it
 * is Newton's method, begun at the solution. (T. Ogita, K. Aishima, "Iterative refinement for symmetric eigenvalue decomposition",
 * Japan Journal of Industrial and Applied Mathematics 35, 2018.)
 *
 * @param values from small to large
 * @param vectors as columns
 */
record Eigen(Tensor values, Tensor vectors) {
    /** Vectors are right up to derivatives of order 2^4 - 1, values up to 2^5 - 1. */
    static final int STEPS = 4;

    static final int VECTORS_ORDER = (1 << STEPS) - 1;
    static final int VALUES_ORDER = (1 << (STEPS + 1)) - 1;

    static Eigen of(LinearArithmetic numbers, Tensor matrix, String name) {
        Tensor symmetric = Symmetric.of(numbers, matrix, name);
        Jacobi.Eigen plain = Jacobi.eigen(numbers.look(symmetric));
        int n = plain.values().length;
        Tensor vectors = LinearArithmetic.matrix(plain.vectors(), n).transpose();
        if (!matrix.hasHistory()) {
            return new Eigen(Tensor.vector(plain.values()), vectors);
        }
        refuseRepeated(numbers, plain.values(), name);
        for (int step = 0; step < STEPS; step++) {
            numbers.checkStop();
            vectors = refined(numbers, symmetric, vectors, n);
        }
        Datum[][] turned = LinearArithmetic.rows(turned(numbers, symmetric, vectors));
        Datum[][] lengths = LinearArithmetic.rows(numbers.matrixProduct(vectors.transpose(), vectors));
        Datum[] values = new Datum[n];
        for (int i = 0; i < n; i++) {
            values[i] = numbers.over(turned[i][i], lengths[i][i]);
        }
        return new Eigen(
                numbers.truncated(numbers.vector(values), VALUES_ORDER), numbers.truncated(vectors, VECTORS_ORDER));
    }

    private static Tensor turned(LinearArithmetic numbers, Tensor matrix, Tensor vectors) {
        return numbers.matrixProduct(vectors.transpose(), numbers.matrixProduct(matrix, vectors));
    }

    private static Tensor refined(LinearArithmetic numbers, Tensor matrix, Tensor vectors, int n) {
        Datum[][] turned = LinearArithmetic.rows(turned(numbers, matrix, vectors));
        Datum[][] lengths = LinearArithmetic.rows(numbers.matrixProduct(vectors.transpose(), vectors));
        Datum[] values = new Datum[n];
        for (int i = 0; i < n; i++) {
            values[i] = numbers.over(turned[i][i], lengths[i][i]);
        }
        Datum[][] change = new Datum[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                change[i][j] = i == j
                        ? numbers.over(numbers.minus(LinearArithmetic.ONE, lengths[i][i]), new Datum.Num(2))
                        : numbers.over(
                                numbers.minus(turned[i][j], numbers.times(values[j], lengths[i][j])),
                                numbers.minus(values[j], values[i]));
            }
        }
        return (Tensor) numbers.plus(vectors, numbers.matrixProduct(vectors, numbers.matrix(change, n)));
    }

    /** @param values in order of size */
    static void refuseRepeated(LinearArithmetic numbers, double[] values, String name) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 1; i < values.length; i++) {
            if (Math.abs(values[i] - values[i - 1]) <= 1e-12 * largest) {
                throw new AgException(
                        ErrorCode.REPEATED_EIGENVALUE,
                        name + " has no derivative here: the value " + Numerals.rounded(values[i], 6)
                                + " stands twice, and a small change parts the two in a way that depends on its"
                                + " direction",
                        numbers.span(),
                        (name.equals("svd") ? "" : "trace(A), their sum, and det(A), their product, have derivatives; ")
                                + "without derivatives write: " + name + "(detach(A))");
            }
        }
    }
}
