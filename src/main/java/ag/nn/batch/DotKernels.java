package ag.nn.batch;

import ag.engine.Elementary;

/**
 * Products of rows summed over their lanes. Such a sum runs number by number; sixteen of them side by side keep the
 * processor busy while each waits for its last addition.
 */
final class DotKernels {
    private DotKernels() {}

    /** {@code sums[at + r * columns + c] += Σ_i a[r][i] * b[c][i]} for every row r and column c. */
    static void addDots(double[][] a, int rows, double[][] b, int columns, double[] sums, int at, int lanes) {
        int r = 0;
        for (; r + 4 <= rows; r += 4) {
            int c = 0;
            for (; c + 4 <= columns; c += 4) {
                fourByFour(a, r, b, c, sums, at + r * columns + c, columns, lanes);
            }
            for (; c + 2 <= columns; c += 2) {
                fourByTwo(a, r, b, c, sums, at + r * columns + c, columns, lanes);
            }
            for (; c < columns; c++) {
                for (int k = r; k < r + 4; k++) {
                    sums[at + k * columns + c] += dot(a[k], b[c], lanes);
                }
            }
        }
        for (; r < rows; r++) {
            int c = 0;
            for (; c + 8 <= columns; c += 8) {
                eightByOne(b, c, a[r], sums, at + r * columns + c, lanes);
            }
            for (; c < columns; c++) {
                sums[at + r * columns + c] += dot(a[r], b[c], lanes);
            }
        }
    }

    /** {@code sums[at + r] += Σ_i a[r][i]} for every row. */
    static void addSums(double[][] a, int rows, double[] sums, int at, int lanes) {
        int r = 0;
        for (; r + 8 <= rows; r += 8) {
            eight(a, r, sums, at + r, lanes);
        }
        for (; r + 4 <= rows; r += 4) {
            four(a, r, sums, at + r, lanes);
        }
        for (; r < rows; r++) {
            double sum = 0;
            for (int i = 0; i < lanes; i++) {
                sum += a[r][i];
            }
            sums[at + r] += sum;
        }
    }

    private static void fourByFour(
            double[][] a, int r, double[][] b, int c, double[] sums, int at, int columns, int lanes) {
        double[] a0 = a[r];
        double[] a1 = a[r + 1];
        double[] a2 = a[r + 2];
        double[] a3 = a[r + 3];
        double[] b0 = b[c];
        double[] b1 = b[c + 1];
        double[] b2 = b[c + 2];
        double[] b3 = b[c + 3];
        double s00 = 0, s01 = 0, s02 = 0, s03 = 0;
        double s10 = 0, s11 = 0, s12 = 0, s13 = 0;
        double s20 = 0, s21 = 0, s22 = 0, s23 = 0;
        double s30 = 0, s31 = 0, s32 = 0, s33 = 0;
        for (int i = 0; i < lanes; i++) {
            double x0 = b0[i];
            double x1 = b1[i];
            double x2 = b2[i];
            double x3 = b3[i];
            s00 = Elementary.fma(a0[i], x0, s00);
            s01 = Elementary.fma(a0[i], x1, s01);
            s02 = Elementary.fma(a0[i], x2, s02);
            s03 = Elementary.fma(a0[i], x3, s03);
            s10 = Elementary.fma(a1[i], x0, s10);
            s11 = Elementary.fma(a1[i], x1, s11);
            s12 = Elementary.fma(a1[i], x2, s12);
            s13 = Elementary.fma(a1[i], x3, s13);
            s20 = Elementary.fma(a2[i], x0, s20);
            s21 = Elementary.fma(a2[i], x1, s21);
            s22 = Elementary.fma(a2[i], x2, s22);
            s23 = Elementary.fma(a2[i], x3, s23);
            s30 = Elementary.fma(a3[i], x0, s30);
            s31 = Elementary.fma(a3[i], x1, s31);
            s32 = Elementary.fma(a3[i], x2, s32);
            s33 = Elementary.fma(a3[i], x3, s33);
        }
        add(sums, at, s00, s01, s02, s03);
        add(sums, at + columns, s10, s11, s12, s13);
        add(sums, at + 2 * columns, s20, s21, s22, s23);
        add(sums, at + 3 * columns, s30, s31, s32, s33);
    }

    private static void add(double[] sums, int at, double s0, double s1, double s2, double s3) {
        sums[at] += s0;
        sums[at + 1] += s1;
        sums[at + 2] += s2;
        sums[at + 3] += s3;
    }

    private static void fourByTwo(
            double[][] a, int r, double[][] b, int c, double[] sums, int at, int columns, int lanes) {
        double[] a0 = a[r];
        double[] a1 = a[r + 1];
        double[] a2 = a[r + 2];
        double[] a3 = a[r + 3];
        double[] b0 = b[c];
        double[] b1 = b[c + 1];
        double s00 = 0, s01 = 0, s10 = 0, s11 = 0, s20 = 0, s21 = 0, s30 = 0, s31 = 0;
        for (int i = 0; i < lanes; i++) {
            double x0 = b0[i];
            double x1 = b1[i];
            s00 = Elementary.fma(a0[i], x0, s00);
            s01 = Elementary.fma(a0[i], x1, s01);
            s10 = Elementary.fma(a1[i], x0, s10);
            s11 = Elementary.fma(a1[i], x1, s11);
            s20 = Elementary.fma(a2[i], x0, s20);
            s21 = Elementary.fma(a2[i], x1, s21);
            s30 = Elementary.fma(a3[i], x0, s30);
            s31 = Elementary.fma(a3[i], x1, s31);
        }
        sums[at] += s00;
        sums[at + 1] += s01;
        sums[at + columns] += s10;
        sums[at + columns + 1] += s11;
        sums[at + 2 * columns] += s20;
        sums[at + 2 * columns + 1] += s21;
        sums[at + 3 * columns] += s30;
        sums[at + 3 * columns + 1] += s31;
    }

    private static void eightByOne(double[][] a, int r, double[] b, double[] sums, int at, int lanes) {
        double[] a0 = a[r];
        double[] a1 = a[r + 1];
        double[] a2 = a[r + 2];
        double[] a3 = a[r + 3];
        double[] a4 = a[r + 4];
        double[] a5 = a[r + 5];
        double[] a6 = a[r + 6];
        double[] a7 = a[r + 7];
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        for (int i = 0; i < lanes; i++) {
            double x = b[i];
            s0 = Elementary.fma(a0[i], x, s0);
            s1 = Elementary.fma(a1[i], x, s1);
            s2 = Elementary.fma(a2[i], x, s2);
            s3 = Elementary.fma(a3[i], x, s3);
            s4 = Elementary.fma(a4[i], x, s4);
            s5 = Elementary.fma(a5[i], x, s5);
            s6 = Elementary.fma(a6[i], x, s6);
            s7 = Elementary.fma(a7[i], x, s7);
        }
        add(sums, at, s0, s1, s2, s3);
        add(sums, at + 4, s4, s5, s6, s7);
    }

    private static double dot(double[] a, double[] b, int lanes) {
        double sum = 0;
        for (int i = 0; i < lanes; i++) {
            sum = Elementary.fma(a[i], b[i], sum);
        }
        return sum;
    }

    private static void four(double[][] a, int r, double[] sums, int at, int lanes) {
        double[] a0 = a[r];
        double[] a1 = a[r + 1];
        double[] a2 = a[r + 2];
        double[] a3 = a[r + 3];
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        for (int i = 0; i < lanes; i++) {
            s0 += a0[i];
            s1 += a1[i];
            s2 += a2[i];
            s3 += a3[i];
        }
        add(sums, at, s0, s1, s2, s3);
    }

    private static void eight(double[][] a, int r, double[] sums, int at, int lanes) {
        double[] a0 = a[r];
        double[] a1 = a[r + 1];
        double[] a2 = a[r + 2];
        double[] a3 = a[r + 3];
        double[] a4 = a[r + 4];
        double[] a5 = a[r + 5];
        double[] a6 = a[r + 6];
        double[] a7 = a[r + 7];
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        for (int i = 0; i < lanes; i++) {
            s0 += a0[i];
            s1 += a1[i];
            s2 += a2[i];
            s3 += a3[i];
            s4 += a4[i];
            s5 += a5[i];
            s6 += a6[i];
            s7 += a7[i];
        }
        add(sums, at, s0, s1, s2, s3);
        add(sums, at + 4, s4, s5, s6, s7);
    }
}
