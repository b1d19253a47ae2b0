package ag.lang.linear;

import ag.engine.Elementary;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.values.Datum;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import ag.result.Numerals;

/** {@code A^n} of a square matrix: {@code A @ A @ …}, the identity for n = 0, and powers of the inverse below. */
public final class MatrixPower {
    private MatrixPower() {}

    /** Whether {@code a^b} is a power of a matrix, and no power of numbers. */
    public static boolean isMatrix(Datum a, Datum b) {
        return (a instanceof Tensor base && base.isMatrix()) || (b instanceof Tensor exponent && exponent.isMatrix());
    }

    /** The power of a matrix; what mathematics does not know is refused with the way to power each element. */
    public static Datum of(Workspace workspace, Datum a, Datum b, int site, Span span) {
        LinearArithmetic numbers = new LinearArithmetic(workspace, site, span);
        if (!(a instanceof Tensor base) || !base.isMatrix()) {
            throw refused("'^' takes a number as the exponent, and this is a matrix", span);
        }
        if (base.rows() != base.columns()) {
            throw refused(
                    "'^' multiplies a matrix by itself, so it needs as many rows as columns: this is a " + base.shape(),
                    span);
        }
        if (!(b instanceof Datum.Num(double exponent))
                || exponent != Elementary.round(exponent)
                || Math.abs(exponent) > 1e6) {
            String given = b instanceof Datum.Num(double exponent)
                    ? "and this is " + Numerals.shortest(exponent)
                    : "without a history";
            throw refused("'^' takes a whole number as the exponent of a matrix, " + given, span);
        }
        return power(numbers, exponent < 0 ? inverse(numbers, base, "A^-1") : base, (int) Math.abs(exponent));
    }

    private static AgException refused(String message, Span span) {
        return new AgException(ErrorCode.WRONG_POWER, message, span, "each element by itself has the power: a.^b");
    }

    static Tensor inverse(LinearArithmetic numbers, Tensor matrix, String name) {
        int n = matrix.rows();
        Datum[][] inverse =
                Elimination.of(numbers, matrix, name).solve(LinearArithmetic.rows(LinearArithmetic.identity(n)), n);
        return numbers.matrix(inverse, n);
    }

    private static Tensor power(LinearArithmetic numbers, Tensor base, int exponent) {
        if (exponent == 0) {
            return LinearArithmetic.identity(base.rows());
        }
        if (exponent == 1) {
            return base;
        }
        Tensor half = power(numbers, base, exponent / 2);
        Tensor even = numbers.matrixProduct(half, half);
        return exponent % 2 == 0 ? even : numbers.matrixProduct(even, base);
    }
}
