package ag.lang.linear;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.values.Datum;
import ag.lang.values.Tensor;
import ag.result.Numerals;

/**
 * Gaussian elimination with row exchanges: a square matrix as a lower triangle times an upper one, whose steps are recorded. Rows are
 * exchanged by the numbers at hand, so the factors are computed again where those change; the results built on them are the same
 * whatever the exchanges are, and so are their derivatives.
 */
public final class Elimination {
    private static final double ROUNDING = Math.ulp(1.0);

    private final LinearArithmetic numbers;
    private final int n;
    /** Below the diagonal the lower triangle, whose diagonal is 1; the upper triangle elsewhere. */
    private final Datum[][] factors;

    private final int[] order;
    private boolean exchangedOdd;

    private Elimination(LinearArithmetic numbers, Tensor matrix) {
        this.numbers = numbers;
        this.n = matrix.rows();
        this.factors = LinearArithmetic.rows(matrix);
        this.order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
    }

    /** The factors of a square matrix; a singular one is refused with the column that depends on those before it. */
    public static Elimination of(LinearArithmetic numbers, Tensor matrix, String name) {
        Elimination elimination = new Elimination(numbers, matrix);
        double[][] values = numbers.look(matrix);
        refuseNonFinite(numbers, values, name);
        elimination.run(values, name);
        return elimination;
    }

    static void refuseNonFinite(LinearArithmetic numbers, double[][] values, String name) {
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values[i].length; j++) {
                if (!Double.isFinite(values[i][j])) {
                    throw new AgException(
                            ErrorCode.BAD_ARGUMENT,
                            name + " needs finite numbers, and the element [" + i + ", " + j + "] is "
                                    + Numerals.shortest(values[i][j]),
                            numbers.span(),
                            "");
                }
            }
        }
    }

    /**
     * @param values the numbers of the matrix, which are used up
     */
    private void run(double[][] values, String name) {
        // What each number is the sum of, by size: where a number is below its rounding error, it cannot be told from
        // 0.
        double[][] sizes = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                sizes[i][j] = Math.abs(values[i][j]);
            }
        }
        for (int k = 0; k < n; k++) {
            int pivot = pivot(values, sizes, k);
            if (pivot < 0) {
                throw singular(values, k, name);
            }
            exchange(values, sizes, k, pivot);
            for (int i = k + 1; i < n; i++) {
                numbers.checkStop();
                eliminate(values, sizes, k, i);
            }
        }
    }

    /** The row from k on with the largest number in column k; -1 where all of them are 0 but for rounding. */
    private int pivot(double[][] values, double[][] sizes, int k) {
        int best = -1;
        for (int i = k; i < n; i++) {
            boolean isZero = Math.abs(values[i][k]) <= n * ROUNDING * sizes[i][k];
            if (!isZero && (best < 0 || Math.abs(values[i][k]) > Math.abs(values[best][k]))) {
                best = i;
            }
        }
        return best;
    }

    private void exchange(double[][] values, double[][] sizes, int a, int b) {
        if (a == b) {
            return;
        }
        swap(values, a, b);
        swap(sizes, a, b);
        swap(factors, a, b);
        int row = order[a];
        order[a] = order[b];
        order[b] = row;
        exchangedOdd = !exchangedOdd;
    }

    private static <T> void swap(T[] rows, int a, int b) {
        T row = rows[a];
        rows[a] = rows[b];
        rows[b] = row;
    }

    private void eliminate(double[][] values, double[][] sizes, int k, int i) {
        Datum factor = numbers.over(factors[i][k], factors[k][k]);
        double number = values[i][k] / values[k][k];
        factors[i][k] = factor;
        values[i][k] = number;
        for (int j = k + 1; j < n; j++) {
            factors[i][j] = numbers.minusProduct(factors[i][j], factor, factors[k][j]);
            values[i][j] -= number * values[k][j];
            sizes[i][j] += Math.abs(number) * sizes[k][j];
        }
    }

    /** Column k is a sum of multiples of those before it; the upper triangle up to there says which. */
    private AgException singular(double[][] upper, int k, String name) {
        double[] shares = new double[k];
        for (int i = k - 1; i >= 0; i--) {
            double share = upper[i][k];
            for (int j = i + 1; j < k; j++) {
                share -= upper[i][j] * shares[j];
            }
            shares[i] = share / upper[i][i];
        }
        StringBuilder sum = new StringBuilder();
        for (int j = 0; j < k; j++) {
            String size = Numerals.rounded(Math.abs(shares[j]), 6);
            if (Math.abs(shares[j]) > 1e-12) {
                sum.append(sum.isEmpty() ? (shares[j] < 0 ? "-" : "") : shares[j] < 0 ? " - " : " + ")
                        .append(size.equals("1") ? "" : size + "*")
                        .append("column ")
                        .append(j);
            }
        }
        return new AgException(
                ErrorCode.SINGULAR,
                name + " needs a matrix with an inverse, and this one is singular: column " + k
                        + (sum.isEmpty() ? " is 0" : " is " + sum) + " (columns count from 0)",
                numbers.span(),
                "lstsq(A, b) finds the x for which A @ x is nearest to b");
    }

    /** The x of A x = b, for each column b. */
    public Datum[][] solve(Datum[][] right, int columns) {
        Datum[][] x = new Datum[n][];
        for (int i = 0; i < n; i++) {
            x[i] = right[order[i]].clone();
            numbers.checkStop();
            for (int k = 0; k < i; k++) {
                subtract(x[i], factors[i][k], x[k]);
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            numbers.checkStop();
            for (int k = i + 1; k < n; k++) {
                subtract(x[i], factors[i][k], x[k]);
            }
            for (int c = 0; c < columns; c++) {
                x[i][c] = numbers.over(x[i][c], factors[i][i]);
            }
        }
        return x;
    }

    private void subtract(Datum[] row, Datum factor, Datum[] other) {
        for (int c = 0; c < row.length; c++) {
            row[c] = numbers.minusProduct(row[c], factor, other[c]);
        }
    }
}
