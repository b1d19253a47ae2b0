package ag.nn.batch;

/**
 * The hyperbolic tangent of a row, as a quotient of two polynomials: x·P(x²)/Q(x²). Training spends a third of its time in this
 * function; the quotient needs no power of two, whose bits the compiler would put together number by number, so the whole of
 * it becomes vector instructions.
 *
 * <p>P and Q are the best approximation of tanh(x)/x for |x| up to 16, off by 2^-58 at most; what rounding adds makes it
 * 6 units in the last place, where {@link ag.engine.Elementary#tanh} has 3. Computed for {@code ag} with 60 digits: least
 * squares reweighted until all extremes of the error were alike (Lawson 1961), rounding one coefficient after the other and
 * fitting the rest again.
 */
final class TanhKernel {
    /** The square of the first number that the quotient is not for; a power of two. */
    private static final long END = 256;

    private TanhKernel() {}

    /** Whether all numbers are in the range of the quotient. */
    static boolean holds(double[] x, int lanes) {
        long squares = 0;
        for (int i = 0; i < lanes; i++) {
            squares |= (long) (x[i] * x[i]);
        }
        return squares < END;
    }

    /** {@code y = tanh(x)} in the first lanes; {@code y} may be {@code x}. */
    static void values(double[] x, double[] y, int lanes) {
        for (int i = 0; i < lanes; i++) {
            double t = x[i] * x[i];
            double p = Math.fma(3.67326151420111e-23, t, 9.72440351104145e-19);
            double q = Math.fma(8.608713258905752e-21, t, 7.049042188301343e-17);
            p = Math.fma(p, t, 3.681621142752661e-15);
            q = Math.fma(q, t, 1.4740142910826218e-13);
            p = Math.fma(p, t, 4.696948162075701e-12);
            q = Math.fma(q, t, 1.2201506921706512e-10);
            p = Math.fma(p, t, 2.6242561764691904e-09);
            q = Math.fma(q, t, 4.716925212861346e-08);
            p = Math.fma(p, t, 7.117683577994533e-07);
            q = Math.fma(q, t, 9.018893500882578e-06);
            p = Math.fma(p, t, 9.557858489516042e-05);
            q = Math.fma(q, t, 0.000839742741134035);
            p = Math.fma(p, t, 0.0060268402892817985);
            q = Math.fma(q, t, 0.03452238891591671);
            p = Math.fma(p, t, 0.15215331254657127);
            q = Math.fma(q, t, 0.4854866458799046);
            y[i] = x[i] * Math.fma(p, t, 1) / Math.fma(q, t, 1);
        }
    }
}
