package ag.nn;

/**
 * The loops that training spends its time in: sums of rows, each times a number. A row holds one number for each sample of
 * a lane block.
 *
 * <p>Their form is what the just-in-time compiler turns into vector instructions, found by measuring: every row is an array
 * of its own, one index serves all arrays of a loop, a sum is one chain of fused multiply-adds (the same digits on every
 * machine, and half the instructions where the processor has them), and a body stays below about sixty operations. Three rows
 * out of four in do the most arithmetic for each number loaded.
 */
final class RowKernels {
    private RowKernels() {}

    /**
     * Adds to each row of {@code out} the rows of {@code in}, each times a weight:
     * {@code out[r][i] += Σ_c weight(r, c) * in[c][i]} for {@code i} below {@code lanes}, where the weight of row r and
     * column c stands at {@code at + r * rowStep + c * columnStep}.
     */
    static void addProducts(
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
        for (; r + 3 <= rows && r + 4 != rows; r += 3) {
            int w = at + r * rowStep;
            int c = 0;
            for (; c + 4 <= columns; c += 4) {
                threeByFour(weights, w + c * columnStep, rowStep, columnStep, in, c, out, r, lanes);
            }
            for (; c + 2 <= columns; c += 2) {
                threeByTwo(weights, w + c * columnStep, rowStep, columnStep, in, c, out, r, lanes);
            }
            if (c < columns) {
                threeByOne(weights, w + c * columnStep, rowStep, in[c], out, r, lanes);
            }
        }
        for (; r + 2 <= rows; r += 2) {
            addToTwo(weights, at + r * rowStep, rowStep, columnStep, in, columns, out, r, lanes);
        }
        for (; r < rows; r++) {
            addToOne(weights, at + r * rowStep, columnStep, in, 0, columns, out[r], lanes);
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

    /** Adds four rows from {@code c} on to three from {@code r} on. */
    static void threeByFour(
            double[] w, int at, int rowStep, int step, double[][] in, int c, double[][] out, int r, int lanes) {
        int second = at + rowStep;
        int third = second + rowStep;
        threeByFour(
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
                in[c],
                in[c + 1],
                in[c + 2],
                in[c + 3],
                out[r],
                out[r + 1],
                out[r + 2],
                lanes);
    }

    /** As above, the weights being what stands in row {@code r} of {@code w} at four places from {@code at} on. */
    static void threeByFour(double[][] w, int r, int at, double[][] in, int c, double[][] out, int lanes) {
        double[] u = w[r];
        double[] v = w[r + 1];
        double[] x = w[r + 2];
        threeByFour(
                u[at],
                u[at + 1],
                u[at + 2],
                u[at + 3],
                v[at],
                v[at + 1],
                v[at + 2],
                v[at + 3],
                x[at],
                x[at + 1],
                x[at + 2],
                x[at + 3],
                in[c],
                in[c + 1],
                in[c + 2],
                in[c + 3],
                out[r],
                out[r + 1],
                out[r + 2],
                lanes);
    }

    private static void threeByFour(
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
            double[] x0,
            double[] x1,
            double[] x2,
            double[] x3,
            double[] a,
            double[] b,
            double[] c,
            int lanes) {
        for (int i = 0; i < lanes; i++) {
            double p = x0[i];
            double q = x1[i];
            double r = x2[i];
            double s = x3[i];
            a[i] = Math.fma(a3, s, Math.fma(a2, r, Math.fma(a1, q, Math.fma(a0, p, a[i]))));
            b[i] = Math.fma(b3, s, Math.fma(b2, r, Math.fma(b1, q, Math.fma(b0, p, b[i]))));
            c[i] = Math.fma(c3, s, Math.fma(c2, r, Math.fma(c1, q, Math.fma(c0, p, c[i]))));
        }
    }

    private static void addToTwo(
            double[] w, int at, int rowStep, int step, double[][] in, int columns, double[][] out, int r, int lanes) {
        int c = 0;
        for (; c + 4 <= columns; c += 4) {
            twoByFour(w, at + c * step, rowStep, step, in, c, out, r, lanes);
        }
        for (; c < columns; c++) {
            oneByOne(w[at + c * step], in[c], out[r], lanes);
            oneByOne(w[at + rowStep + c * step], in[c], out[r + 1], lanes);
        }
    }

    private static void twoByFour(
            double[] w, int at, int rowStep, int step, double[][] in, int c, double[][] out, int r, int lanes) {
        double a0 = w[at];
        double a1 = w[at + step];
        double a2 = w[at + 2 * step];
        double a3 = w[at + 3 * step];
        double b0 = w[at + rowStep];
        double b1 = w[at + rowStep + step];
        double b2 = w[at + rowStep + 2 * step];
        double b3 = w[at + rowStep + 3 * step];
        double[] x0 = in[c];
        double[] x1 = in[c + 1];
        double[] x2 = in[c + 2];
        double[] x3 = in[c + 3];
        double[] za = out[r];
        double[] zb = out[r + 1];
        for (int i = 0; i < lanes; i++) {
            double p = x0[i];
            double q = x1[i];
            double s = x2[i];
            double t = x3[i];
            za[i] = Math.fma(a3, t, Math.fma(a2, s, Math.fma(a1, q, Math.fma(a0, p, za[i]))));
            zb[i] = Math.fma(b3, t, Math.fma(b2, s, Math.fma(b1, q, Math.fma(b0, p, zb[i]))));
        }
    }

    private static void threeByTwo(
            double[] w, int at, int rowStep, int step, double[][] in, int c, double[][] out, int r, int lanes) {
        double a0 = w[at];
        double a1 = w[at + step];
        double b0 = w[at + rowStep];
        double b1 = w[at + rowStep + step];
        double c0 = w[at + 2 * rowStep];
        double c1 = w[at + 2 * rowStep + step];
        double[] x0 = in[c];
        double[] x1 = in[c + 1];
        double[] za = out[r];
        double[] zb = out[r + 1];
        double[] zc = out[r + 2];
        for (int i = 0; i < lanes; i++) {
            double p = x0[i];
            double q = x1[i];
            za[i] = Math.fma(a1, q, Math.fma(a0, p, za[i]));
            zb[i] = Math.fma(b1, q, Math.fma(b0, p, zb[i]));
            zc[i] = Math.fma(c1, q, Math.fma(c0, p, zc[i]));
        }
    }

    private static void threeByOne(double[] w, int at, int rowStep, double[] x, double[][] out, int r, int lanes) {
        double a0 = w[at];
        double b0 = w[at + rowStep];
        double c0 = w[at + 2 * rowStep];
        double[] za = out[r];
        double[] zb = out[r + 1];
        double[] zc = out[r + 2];
        for (int i = 0; i < lanes; i++) {
            za[i] = Math.fma(a0, x[i], za[i]);
            zb[i] = Math.fma(b0, x[i], zb[i]);
            zc[i] = Math.fma(c0, x[i], zc[i]);
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
            z[i] = Math.fma(a3, x3[i], Math.fma(a2, x2[i], Math.fma(a1, x1[i], Math.fma(a0, x0[i], z[i]))));
        }
    }

    private static void oneByOne(double a0, double[] x, double[] z, int lanes) {
        for (int i = 0; i < lanes; i++) {
            z[i] = Math.fma(a0, x[i], z[i]);
        }
    }
}
