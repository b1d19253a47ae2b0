package ag.lang.linear;

import ag.lang.values.Datum;
import ag.lang.values.Tensor;

/**
 * Determinants. Up to three rows they are written out as in textbooks. Larger matrices are eliminated with exchanges of rows and
 * columns: a number that is 0 is met only where all that is left is 0, and that rest is taken by Bird's algorithm, which divides by
 * nothing. So a singular matrix has its derivatives too.
 */
final class Determinant {
    private final LinearArithmetic numbers;

    Determinant(LinearArithmetic numbers) {
        this.numbers = numbers;
    }

    Datum of(Tensor matrix) {
        Datum[][] a = LinearArithmetic.rows(matrix);
        if (a.length <= 3) {
            return small(a);
        }
        double[][] values = numbers.look(matrix);
        int n = a.length;
        Datum product = LinearArithmetic.ONE;
        boolean negative = false;
        for (int k = 0; k < n; k++) {
            numbers.checkStop();
            int[] place = largest(values, k);
            int row = place[0];
            int column = place[1];
            if (!(Math.abs(values[row][column]) > 0)) {
                product = numbers.times(product, birds(rest(a, k)));
                return negative ? numbers.negative(product) : product;
            }
            negative ^= (row != k) ^ (column != k);
            swap(a, k, row);
            swap(values, k, row);
            for (int i = 0; i < n; i++) {
                Datum element = a[i][k];
                a[i][k] = a[i][column];
                a[i][column] = element;
                double value = values[i][k];
                values[i][k] = values[i][column];
                values[i][column] = value;
            }
            product = k == 0 ? a[0][0] : numbers.times(product, a[k][k]);
            for (int i = k + 1; i < n; i++) {
                numbers.checkStop();
                Datum factor = numbers.over(a[i][k], a[k][k]);
                double number = values[i][k] / values[k][k];
                for (int j = k + 1; j < n; j++) {
                    a[i][j] = numbers.minusProduct(a[i][j], factor, a[k][j]);
                    values[i][j] -= number * values[k][j];
                }
            }
        }
        return negative ? numbers.negative(product) : product;
    }

    private Datum small(Datum[][] a) {
        return switch (a.length) {
            case 0 -> LinearArithmetic.ONE;
            case 1 -> a[0][0];
            case 2 -> two(a[0][0], a[0][1], a[1][0], a[1][1]);
            default -> {
                Datum first = numbers.times(a[0][0], two(a[1][1], a[1][2], a[2][1], a[2][2]));
                Datum second = numbers.times(a[0][1], two(a[1][0], a[1][2], a[2][0], a[2][2]));
                Datum third = numbers.times(a[0][2], two(a[1][0], a[1][1], a[2][0], a[2][1]));
                yield numbers.plus(numbers.minus(first, second), third);
            }
        };
    }

    private Datum two(Datum a, Datum b, Datum c, Datum d) {
        return numbers.minus(numbers.times(a, d), numbers.times(b, c));
    }

    private static int[] largest(double[][] values, int from) {
        int[] place = {from, from};
        for (int i = from; i < values.length; i++) {
            for (int j = from; j < values.length; j++) {
                if (Math.abs(values[i][j]) > Math.abs(values[place[0]][place[1]])) {
                    place[0] = i;
                    place[1] = j;
                }
            }
        }
        return place;
    }

    private static <T> void swap(T[] rows, int a, int b) {
        T row = rows[a];
        rows[a] = rows[b];
        rows[b] = row;
    }

    private static Datum[][] rest(Datum[][] a, int from) {
        int size = a.length - from;
        Datum[][] rest = new Datum[size][size];
        for (int i = 0; i < size; i++) {
            System.arraycopy(a[from + i], from, rest[i], 0, size);
        }
        return rest;
    }

    /** R. S. Bird, "A simple division-free algorithm for computing determinants", Information Processing Letters 111 (2011). */
    private Datum birds(Datum[][] a) {
        int n = a.length;
        Datum[][] power = a;
        for (int turn = 1; turn < n; turn++) {
            numbers.checkStop();
            power = product(triangle(power), a);
        }
        return n % 2 == 1 ? power[0][0] : numbers.negative(power[0][0]);
    }

    /** Zeros below the diagonal; on it minus the sum of the diagonal's elements further down. */
    private Datum[][] triangle(Datum[][] x) {
        int n = x.length;
        Datum[][] triangle = new Datum[n][n];
        Datum below = LinearArithmetic.ZERO;
        for (int i = n - 1; i >= 0; i--) {
            for (int j = 0; j < n; j++) {
                triangle[i][j] = j < i ? LinearArithmetic.ZERO : j == i ? below : x[i][j];
            }
            below = numbers.minus(below, x[i][i]);
        }
        return triangle;
    }

    private Datum[][] product(Datum[][] a, Datum[][] b) {
        int n = a.length;
        return LinearArithmetic.rows(numbers.matrixProduct(numbers.matrix(a, n), numbers.matrix(b, n)));
    }
}
