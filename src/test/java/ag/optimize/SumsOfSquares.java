package ag.optimize;

import java.util.Arrays;
import java.util.Random;

/** Sums of squares of curved residuals a + b·x + ½ x·C·x, by chance, whose derivatives of all orders are plain. */
record SumsOfSquares(double[] a, double[][] b, double[][][] c) implements Objective {
    /** As many residuals as numbers and one more, bent by so much. */
    static SumsOfSquares byChance(Random random, int n, double bend) {
        double[] a = random.doubles(n + 1, -1, 1).toArray();
        double[][] b = new double[n + 1][];
        Arrays.setAll(b, k -> random.doubles(n, -1, 1).toArray());
        double[][][] c = new double[n + 1][n][n];
        for (double[][] matrix : c) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    matrix[i][j] = bend * (random.nextDouble() - 0.5);
                    matrix[j][i] = matrix[i][j];
                }
            }
        }
        return new SumsOfSquares(a, b, c);
    }

    @Override
    public double at(double[] x, double[] gradient) {
        Squares near = squares(x);
        Arrays.setAll(gradient, j -> 2 * Vectors.dot(near.jacobian()[j], near.residuals()));
        return Vectors.dot(near.residuals(), near.residuals());
    }

    @Override
    public Squares squares(double[] x) {
        double[] residuals = new double[a.length];
        double[][] jacobian = new double[x.length][a.length];
        for (int k = 0; k < a.length; k++) {
            double[] bent = times(c[k], x);
            residuals[k] = a[k] + Vectors.dot(b[k], x) + 0.5 * Vectors.dot(bent, x);
            for (int j = 0; j < x.length; j++) {
                jacobian[j][k] = b[k][j] + bent[j];
            }
        }
        return new Squares(residuals, jacobian);
    }

    @Override
    public double[] bend(double[] x, double[] direction) {
        double[] bend = new double[a.length];
        Arrays.setAll(bend, k -> Vectors.dot(times(c[k], direction), direction));
        return bend;
    }

    @Override
    public double[] hessianTimes(double[] x, double[] vector) {
        Squares near = squares(x);
        double[] product = new double[x.length];
        for (int k = 0; k < a.length; k++) {
            double[] slope = new double[x.length];
            for (int j = 0; j < x.length; j++) {
                slope[j] = near.jacobian()[j][k];
            }
            Vectors.add(product, 2 * Vectors.dot(slope, vector), slope);
            Vectors.add(product, 2 * near.residuals()[k], times(c[k], vector));
        }
        return product;
    }

    /** The same function of numbers that are larger by these factors. */
    Objective stretched(double[] factors) {
        SumsOfSquares plain = this;
        return new Objective() {
            private double[] back(double[] x) {
                double[] back = x.clone();
                Arrays.setAll(back, i -> x[i] / factors[i]);
                return back;
            }

            @Override
            public double at(double[] x, double[] gradient) {
                double value = plain.at(back(x), gradient);
                Arrays.setAll(gradient, i -> gradient[i] / factors[i]);
                return value;
            }

            @Override
            public Squares squares(double[] x) {
                Squares near = plain.squares(back(x));
                double[][] jacobian = near.jacobian();
                Arrays.setAll(jacobian, j -> Vectors.scaled(1 / factors[j], jacobian[j]));
                return new Squares(near.residuals(), jacobian);
            }

            @Override
            public double[] bend(double[] x, double[] direction) {
                return plain.bend(back(x), back(direction));
            }

            @Override
            public double[] hessianTimes(double[] x, double[] vector) {
                return back(plain.hessianTimes(back(x), back(vector)));
            }
        };
    }

    private static double[] times(double[][] matrix, double[] x) {
        double[] product = new double[x.length];
        Arrays.setAll(product, i -> Vectors.dot(matrix[i], x));
        return product;
    }
}
