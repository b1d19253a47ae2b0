package ag.numeric;

import java.util.function.DoubleUnaryOperator;

/** Brent's method: narrows a place where a function changes its sign, by interpolation where that is fast and by halving where it is not. */
public final class Brent {
    private static final int MOST_STEPS = 2200;

    private Brent() {}

    /**
     * A place where the sign changes, as narrow as numbers allow.
     *
     * @param root the end that is nearer to 0
     * @param value the function there
     * @param other the value at the other end, which has the other sign
     * @param steps how often the function was evaluated
     */
    public record Found(double root, double value, double other, int steps) {
        /** How small both sides must have become, relative to the values that the search began with. */
        private static final double SMALL = 1e-3;

        /** Whether it is a root: at a pole and at a jump the sign changes too, but the values beside it do not come near 0. */
        public boolean isRoot(double atLow, double atHigh) {
            double beside = Math.max(Math.abs(value), Math.abs(other));
            double around = Math.max(Math.abs(atLow), Math.abs(atHigh));
            return value == 0 || (Double.isFinite(beside) && beside <= SMALL * around);
        }
    }

    /**
     * Narrows a change of sign.
     *
     * @param atLow the value at {@code low}, which must have another sign than {@code atHigh}
     */
    public static Found find(DoubleUnaryOperator f, double low, double atLow, double high, double atHigh) {
        // As in R. P. Brent, Algorithms for Minimization without Derivatives, 1973, chapter 4: b is the best, c on its
        // other side.
        double a = low;
        double fa = atLow;
        double b = high;
        double fb = atHigh;
        double c = a;
        double fc = fa;
        double last = b - a;
        double step = last;
        for (int count = 0; count < MOST_STEPS; count++) {
            if ((fb > 0) == (fc > 0)) {
                c = a;
                fc = fa;
                last = b - a;
                step = last;
            }
            if (Math.abs(fc) < Math.abs(fb)) {
                a = b;
                b = c;
                c = a;
                fa = fb;
                fb = fc;
                fc = fa;
            }
            double least = Math.ulp(b);
            double half = (c - b) / 2;
            if (Math.abs(half) <= least || fb == 0) {
                return new Found(b, fb, fc, count);
            }
            if (Math.abs(last) >= least && Math.abs(fa) > Math.abs(fb)) {
                double s = fb / fa;
                double p;
                double q;
                if (a == c) {
                    p = 2 * half * s;
                    q = 1 - s;
                } else {
                    double r = fa / fc;
                    double t = fb / fc;
                    p = s * (2 * half * r * (r - t) - (b - a) * (t - 1));
                    q = (r - 1) * (t - 1) * (s - 1);
                }
                q = p > 0 ? -q : q;
                p = Math.abs(p);
                boolean good = 2 * p < Math.min(3 * half * q - Math.abs(least * q), Math.abs(last * q));
                last = good ? step : half;
                step = good ? p / q : half;
            } else {
                last = half;
                step = half;
            }
            a = b;
            fa = fb;
            b += Math.abs(step) > least ? step : Math.copySign(least, half);
            fb = f.applyAsDouble(b);
            if (Double.isNaN(fb)) {
                return new Found(b, fb, fc, count);
            }
        }
        return new Found(b, fb, fc, MOST_STEPS);
    }
}
