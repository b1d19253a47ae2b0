package ag.lang.linear;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.values.Datum;
import ag.lang.values.Tensor;
import ag.result.Numerals;
import java.util.Arrays;

/** The lower triangle L of a symmetric, positive definite matrix A, with a positive diagonal and {@code A = L @ transpose(L)}. */
final class Cholesky {
    private Cholesky() {}

    static Tensor of(LinearArithmetic numbers, Tensor matrix) {
        Tensor symmetric = Symmetric.of(numbers, matrix, "cholesky");
        Datum[][] a = LinearArithmetic.rows(symmetric);
        int n = a.length;
        Datum[][] lower = new Datum[n][n];
        for (int i = 0; i < n; i++) {
            numbers.checkStop();
            Arrays.fill(lower[i], LinearArithmetic.ZERO);
            for (int j = 0; j <= i; j++) {
                lower[i][j] = a[i][j];
                for (int k = 0; k < j; k++) {
                    lower[i][j] = numbers.minusProduct(lower[i][j], lower[i][k], lower[j][k]);
                }
                if (j < i) {
                    lower[i][j] = numbers.over(lower[i][j], lower[j][j]);
                }
            }
            double rest = numbers.look(lower[i][i]);
            if (!(rest > 0)) {
                throw new AgException(
                        ErrorCode.NOT_POSITIVE_DEFINITE,
                        "cholesky needs a positive definite matrix, and this one is not: what is left of its element ["
                                + i + ", " + i + "] in step " + i + " is " + Numerals.rounded(rest, 6),
                        numbers.span(),
                        "a matrix is positive definite where all its eigenvalues are above 0: eigenvalues(A)");
            }
            lower[i][i] = numbers.root(lower[i][i]);
        }
        return numbers.matrix(lower, n);
    }
}
