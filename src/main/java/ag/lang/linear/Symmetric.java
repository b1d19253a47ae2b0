package ag.lang.linear;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.values.Datum;
import ag.lang.values.Tensor;
import ag.result.Numerals;

/** Matrices that must be symmetric. What is computed from one takes the mean of both halves, so both have the derivative, as in PyTorch. */
final class Symmetric {
    private static final double TOLERANCE = 1e-10;

    private Symmetric() {}

    /** The matrix, with halves that are one for derivatives too; one that is not symmetric is refused. */
    static Tensor of(LinearArithmetic numbers, Tensor matrix, String name) {
        double[][] values = numbers.look(matrix);
        Elimination.refuseNonFinite(numbers, values, name);
        refuseOther(numbers, values, name);
        if (!matrix.hasHistory()) {
            return matrix;
        }
        Datum sum = numbers.plus(matrix, matrix.transpose());
        return (Tensor) numbers.over(sum, new Datum.Num(2));
    }

    private static void refuseOther(LinearArithmetic numbers, double[][] values, String name) {
        double largest = 0;
        for (double[] row : values) {
            for (double value : row) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < i; j++) {
                if (Math.abs(values[i][j] - values[j][i]) > TOLERANCE * largest) {
                    throw new AgException(
                            ErrorCode.NOT_SYMMETRIC,
                            name + " takes symmetric matrices, and here the element [" + i + ", " + j + "] is "
                                    + Numerals.rounded(values[i][j], 6) + " and [" + j + ", " + i + "] is "
                                    + Numerals.rounded(values[j][i], 6),
                            numbers.span(),
                            "(A + transpose(A))/2 is the symmetric part of a matrix");
                }
            }
        }
    }
}
