package ag.fit;

import java.util.Arrays;

/**
 * The Gauss-Newton step with twice the digits of a double, by the modified Gram-Schmidt method.
 *
 * @param changes of the parameters
 * @param free the parameters that move
 * @param triangle R of their columns, row by row
 * @param rest what is left of the residuals
 */
record PreciseStep(DoubleDouble[] changes, int[] free, DoubleDouble[][] triangle, DoubleDouble[] rest) {
    /** @param held parameters that do not move */
    static PreciseStep of(Problem problem, PreciseModel model, boolean[] held) {
        int samples = problem.data().length;
        int count = held.length;
        DoubleDouble[] rest = new DoubleDouble[samples];
        DoubleDouble[][] columns = new DoubleDouble[count][samples];
        for (int i = 0; i < samples; i++) {
            double root = problem.roots()[i];
            rest[i] = DoubleDouble.of(problem.data()[i]).minus(model.value(i)).times(root);
            for (int j = 0; j < count; j++) {
                columns[j][i] = model.rate(i, j).times(root);
            }
        }
        int[] free =
                java.util.stream.IntStream.range(0, count).filter(j -> !held[j]).toArray();
        DoubleDouble[][] triangle = new DoubleDouble[free.length][free.length];
        DoubleDouble[] right = new DoubleDouble[free.length];
        for (int k = 0; k < free.length; k++) {
            DoubleDouble[] unit = columns[free[k]];
            DoubleDouble length = dot(unit, unit).root();
            triangle[k][k] = length;
            for (int i = 0; i < samples; i++) {
                unit[i] = unit[i].over(length);
            }
            for (int m = k + 1; m < free.length; m++) {
                triangle[k][m] = dot(unit, columns[free[m]]);
                subtract(columns[free[m]], triangle[k][m], unit);
            }
            right[k] = dot(unit, rest);
            subtract(rest, right[k], unit);
        }
        DoubleDouble[] changes = new DoubleDouble[count];
        Arrays.fill(changes, DoubleDouble.ZERO);
        for (int k = free.length - 1; k >= 0; k--) {
            DoubleDouble x = right[k];
            for (int m = k + 1; m < free.length; m++) {
                x = x.minus(triangle[k][m].times(changes[free[m]]));
            }
            changes[free[k]] = x.over(triangle[k][k]);
        }
        return new PreciseStep(changes, free, triangle, rest);
    }

    private static DoubleDouble dot(DoubleDouble[] a, DoubleDouble[] b) {
        DoubleDouble sum = DoubleDouble.ZERO;
        for (int i = 0; i < a.length; i++) {
            sum = sum.plus(a[i].times(b[i]));
        }
        return sum;
    }

    private static void subtract(DoubleDouble[] from, DoubleDouble factor, DoubleDouble[] what) {
        for (int i = 0; i < from.length; i++) {
            from[i] = from[i].minus(factor.times(what[i]));
        }
    }

    /** The length of the residuals. */
    double norm() {
        return dot(rest, rest).root().high();
    }

    /** (JᵀJ)⁻¹ = R⁻¹·R⁻ᵀ, row by row; 0 for parameters that do not move. */
    double[][] inverse() {
        int count = free.length;
        DoubleDouble[][] inverted = new DoubleDouble[count][count];
        for (int j = 0; j < count; j++) {
            for (int i = count - 1; i >= 0; i--) {
                DoubleDouble x = i == j ? DoubleDouble.ONE : DoubleDouble.ZERO;
                for (int m = i + 1; m < count; m++) {
                    x = x.minus(triangle[i][m].times(inverted[m][j]));
                }
                inverted[i][j] = x.over(triangle[i][i]);
            }
        }
        double[][] inverse = new double[changes.length][changes.length];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                inverse[free[i]][free[j]] = dot(inverted[i], inverted[j]).high();
            }
        }
        return inverse;
    }

    /** The largest change as a share of its parameter; NaN where one is not finite. */
    double size(DoubleDouble[] at) {
        double largest = 0;
        for (int j = 0; j < changes.length; j++) {
            double change = Math.abs(changes[j].high());
            if (!Double.isFinite(change)) {
                return Double.NaN;
            }
            if (change > 0) {
                largest = Math.max(largest, change / Math.abs(at[j].high()));
            }
        }
        return largest;
    }
}
