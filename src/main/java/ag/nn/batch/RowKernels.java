package ag.nn.batch;

import ag.engine.Elementary;
import java.util.Arrays;

/**
 * The loops that training spends its time in: sums of rows, each times a number. A row holds one number for each sample of
 * a lane block.
 *
 * <p>Their form is what the just-in-time compiler turns into vector instructions, found by measuring: every row is an array
 * of its own, one index serves all arrays of a loop, a sum is one chain of fused multiply-adds (the same digits on every
 * machine, and half the instructions where the processor has them), and a body stays below about sixty operations: four rows
 * out of four in are the most it can be.
 */
final class RowKernels {
    private RowKernels() {}

    /**
     * Makes each row of {@code out} a number plus the rows of {@code in}, each times a weight:
     * {@code out[r][i] = starts[from + r] + Σ_c weight(r, c) * in[c][i]} for {@code i} below {@code lanes}, where the weight of
     * row r and column c stands at {@code at + r * rowStep + c * columnStep}.
     */
    static void sums(
            double[] starts,
            int from,
            double[] weights,
            int at,
            int rowStep,
            int columnStep,
            double[][] in,
            int columns,
            double[][] out,
            int rows,
            int lanes) {
        int r = 0;
        for (; r + 4 <= rows; r += 4) {
            int w = at + r * rowStep;
            int c = 0;
            if (columns >= 4) {
                firstFourByFour(starts, from + r, weights, w, rowStep, columnStep, in, out, r, lanes);
                c = 4;
            } else {
                for (int k = r; k < r + 4; k++) {
                    Arrays.fill(out[k], 0, lanes, starts[from + k]);
                }
            }
            for (; c + 4 <= columns; c += 4) {
                fourByFour(weights, w + c * columnStep, rowStep, columnStep, in, c, out, r, lanes);
            }
            for (; c < columns; c++) {
                fourByOne(weights, w + c * columnStep, rowStep, in[c], out, r, lanes);
            }
        }
        for (; r < rows; r++) {
            Arrays.fill(out[r], 0, lanes, starts[from + r]);
            addToOne(weights, at + r * rowStep, columnStep, in, 0, columns, out[r], lanes);
        }
    }

    /** {@code out[i] *= by[i]}. */
    static void times(double[] by, double[] out, int lanes) {
        for (int i = 0; i < lanes; i++) {
            out[i] *= by[i];
        }
    }

    /** {@code out[i] += Σ_c weights[at + c * step] * in[from + c][i]}. */
    static void addToOne(
            double[] weights, int at, int step, double[][] in, int from, int columns, double[] out, int lanes) {
        int c = 0;
        for (; c + 4 <= columns; c += 4) {
            oneByFour(weights, at + c * step, step, in, from + c, out, lanes);
        }
        for (; c < columns; c++) {
            oneByOne(weights[at + c * step], in[from + c], out, lanes);
        }
    }

    private static void fourByFour(
            double[] w, int at, int rowStep, int step, double[][] in, int c, double[][] out, int r, int lanes) {
        int second = at + rowStep;
        int third = second + rowStep;
        int fourth = third + rowStep;
        fourByFour(
                w[at],
                w[at + step],
                w[at + 2 * step],
                w[at + 3 * step],
                w[second],
                w[second + step],
                w[second + 2 * step],
                w[second + 3 * step],
                w[third],
                w[third + step],
                w[third + 2 * step],
                w[third + 3 * step],
                w[fourth],
                w[fourth + step],
                w[fourth + 2 * step],
                w[fourth + 3 * step],
                in,
                c,
                out,
                r,
                lanes);
    }

    /** Adds four rows from {@code c} on to four from {@code r} on; the weights stand in these rows of {@code w}, from {@code at} on. */
    static void fourByFour(double[][] w, int r, int at, double[][] in, int c, double[][] out, int lanes) {
        double[] first = w[r];
        double[] second = w[r + 1];
        double[] third = w[r + 2];
        double[] fourth = w[r + 3];
        fourByFour(
                first[at],
                first[at + 1],
                first[at + 2],
                first[at + 3],
                second[at],
                second[at + 1],
                second[at + 2],
                second[at + 3],
                third[at],
                third[at + 1],
                third[at + 2],
                third[at + 3],
                fourth[at],
                fourth[at + 1],
                fourth[at + 2],
                fourth[at + 3],
                in,
                c,
                out,
                r,
                lanes);
    }

    private static void fourByFour(
            double a0,
            double a1,
            double a2,
            double a3,
            double b0,
            double b1,
            double b2,
            double b3,
            double c0,
            double c1,
            double c2,
            double c3,
            double d0,
            double d1,
            double d2,
            double d3,
            double[][] in,
            int column,
            double[][] out,
            int row,
            int lanes) {
        double[] x0 = in[column];
        double[] x1 = in[column + 1];
        double[] x2 = in[column + 2];
        double[] x3 = in[column + 3];
        double[] a = out[row];
        double[] b = out[row + 1];
        double[] c = out[row + 2];
        double[] d = out[row + 3];
        for (int i = 0; i < lanes; i++) {
            double p = x0[i];
            double q = x1[i];
            double r = x2[i];
            double s = x3[i];
            a[i] = Elementary.fma(a3, s, Elementary.fma(a2, r, Elementary.fma(a1, q, Elementary.fma(a0, p, a[i]))));
            b[i] = Elementary.fma(b3, s, Elementary.fma(b2, r, Elementary.fma(b1, q, Elementary.fma(b0, p, b[i]))));
            c[i] = Elementary.fma(c3, s, Elementary.fma(c2, r, Elementary.fma(c1, q, Elementary.fma(c0, p, c[i]))));
            d[i] = Elementary.fma(d3, s, Elementary.fma(d2, r, Elementary.fma(d1, q, Elementary.fma(d0, p, d[i]))));
        }
    }

    private static void firstFourByFour(
            double[] starts,
            int from,
            double[] w,
            int at,
            int rowStep,
            int step,
            double[][] in,
            double[][] out,
            int row,
            int lanes) {
        int second = at + rowStep;
        int third = second + rowStep;
        int fourth = third + rowStep;
        double a0 = w[at];
        double a1 = w[at + step];
        double a2 = w[at + 2 * step];
        double a3 = w[at + 3 * step];
        double b0 = w[second];
        double b1 = w[second + step];
        double b2 = w[second + 2 * step];
        double b3 = w[second + 3 * step];
        double c0 = w[third];
        double c1 = w[third + step];
        double c2 = w[third + 2 * step];
        double c3 = w[third + 3 * step];
        double d0 = w[fourth];
        double d1 = w[fourth + step];
        double d2 = w[fourth + 2 * step];
        double d3 = w[fourth + 3 * step];
        double as = starts[from];
        double bs = starts[from + 1];
        double cs = starts[from + 2];
        double ds = starts[from + 3];
        double[] x0 = in[0];
        double[] x1 = in[1];
        double[] x2 = in[2];
        double[] x3 = in[3];
        double[] a = out[row];
        double[] b = out[row + 1];
        double[] c = out[row + 2];
        double[] d = out[row + 3];
        for (int i = 0; i < lanes; i++) {
            double p = x0[i];
            double q = x1[i];
            double r = x2[i];
            double s = x3[i];
            a[i] = Elementary.fma(a3, s, Elementary.fma(a2, r, Elementary.fma(a1, q, Elementary.fma(a0, p, as))));
            b[i] = Elementary.fma(b3, s, Elementary.fma(b2, r, Elementary.fma(b1, q, Elementary.fma(b0, p, bs))));
            c[i] = Elementary.fma(c3, s, Elementary.fma(c2, r, Elementary.fma(c1, q, Elementary.fma(c0, p, cs))));
            d[i] = Elementary.fma(d3, s, Elementary.fma(d2, r, Elementary.fma(d1, q, Elementary.fma(d0, p, ds))));
        }
    }

    private static void fourByOne(double[] w, int at, int rowStep, double[] x, double[][] out, int r, int lanes) {
        double a0 = w[at];
        double b0 = w[at + rowStep];
        double c0 = w[at + 2 * rowStep];
        double d0 = w[at + 3 * rowStep];
        double[] a = out[r];
        double[] b = out[r + 1];
        double[] c = out[r + 2];
        double[] d = out[r + 3];
        for (int i = 0; i < lanes; i++) {
            double p = x[i];
            a[i] = Elementary.fma(a0, p, a[i]);
            b[i] = Elementary.fma(b0, p, b[i]);
            c[i] = Elementary.fma(c0, p, c[i]);
            d[i] = Elementary.fma(d0, p, d[i]);
        }
    }

    private static void oneByFour(double[] w, int at, int step, double[][] in, int c, double[] z, int lanes) {
        double a0 = w[at];
        double a1 = w[at + step];
        double a2 = w[at + 2 * step];
        double a3 = w[at + 3 * step];
        double[] x0 = in[c];
        double[] x1 = in[c + 1];
        double[] x2 = in[c + 2];
        double[] x3 = in[c + 3];
        for (int i = 0; i < lanes; i++) {
            z[i] = Elementary.fma(
                    a3, x3[i], Elementary.fma(a2, x2[i], Elementary.fma(a1, x1[i], Elementary.fma(a0, x0[i], z[i]))));
        }
    }

    private static void oneByOne(double a0, double[] x, double[] z, int lanes) {
        for (int i = 0; i < lanes; i++) {
            z[i] = Elementary.fma(a0, x[i], z[i]);
        }
    }
}
