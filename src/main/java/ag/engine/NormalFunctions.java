package ag.engine;

import org.apache.commons.numbers.gamma.Erf;
import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.InverseErf;
import org.apache.commons.numbers.gamma.InverseErfc;

/**
 * The error function and the normal distribution. Squares in an exponent are kept in two parts: what rounding takes away from
 * them is as many times larger in the result as they are.
 */
final class NormalFunctions {
    private static final double SQRT_TWO = 1.4142135623730951;
    private static final double SQRT_HALF = 0.7071067811865476;
    private static final double SQRT_HALF_LOW = -4.833646656726457e-17;
    private static final double TWO_OVER_SQRT_PI = 1.1283791670955126;
    private static final double INVERSE_SQRT_TWO_PI = 0.3989422804014327;

    /** From here on both tails of the distribution are 0. */
    private static final double FURTHEST = 40;

    private NormalFunctions() {}

    static double erf(double x) {
        return Erf.value(x);
    }

    /** 1 - erf(x), exact where that is small. */
    static double erfc(double x) {
        return Erfc.value(x);
    }

    /** The density of the standard normal distribution. */
    static double density(double x) {
        double square = x * x;
        return INVERSE_SQRT_TWO_PI * lessened(0.5 * square, 0.5 * Elementary.fma(x, x, -square));
    }

    /** e^-(large + small). */
    private static double lessened(double large, double small) {
        double power = Elementary.exp(-large);
        return power == 0 ? 0 : power - power * small;
    }

    /** 2/√π·e^(-x²). */
    static double erfSlope(double x) {
        double square = x * x;
        return TWO_OVER_SQRT_PI * lessened(square, Elementary.fma(x, x, -square));
    }

    /** The probability that a standard normal number is below x: ½·erfc(-x/√2), with what the division loses made up for. */
    static double probability(double x) {
        return 0.5 * erfc(-x * SQRT_HALF) - lostByDivision(x);
    }

    /** What the rounding of x/√2 adds to {@link #probability}. */
    private static double lostByDivision(double x) {
        double z = -x * SQRT_HALF;
        double lost = Elementary.fma(-x, SQRT_HALF, -z) - x * SQRT_HALF_LOW;
        return Math.abs(x) < FURTHEST ? lost * (0.5 * TWO_OVER_SQRT_PI) * Elementary.exp(-z * z) : 0;
    }

    /** The number that a standard normal one is below with probability p: the inverse of {@link #probability}. */
    static double quantile(double p) {
        if (!(p > 0 && p < 1)) {
            return p == 0 ? Double.NEGATIVE_INFINITY : p == 1 ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        if (p > 0.25 && p < 0.75) {
            return SQRT_TWO * InverseErf.value(2 * p - 1);
        }
        double tail = Math.min(p, 1 - p);
        double x = -SQRT_TWO * InverseErfc.value(2 * tail);
        double mended = x - (probability(x) - tail) / density(x);
        double inTail = Double.isFinite(mended) ? mended : x;
        return p < 0.5 ? inTail : -inTail;
    }

    /** x·Φ(x) with the exact normal distribution function Φ (Hendrycks and Gimpel 2016), not its tanh approximation. */
    static double gelu(double x) {
        return x == Double.NEGATIVE_INFINITY
                ? 0
                : Elementary.fma(x, 0.5 * erfc(-x * SQRT_HALF), -x * lostByDivision(x));
    }

    /** Φ(x) + x·φ(x): the product rule on {@link #gelu}. */
    static double geluSlope(double x) {
        return probability(x) + x * density(x);
    }
}
