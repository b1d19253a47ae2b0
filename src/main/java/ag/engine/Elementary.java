package ag.engine;

/**
 * The elementary functions of the language. Every one is computed by arithmetic that Java defines bit for bit (plain double
 * operations, fused multiply-add and {@link StrictMath}), so a program prints the same digits on every machine. Functions that
 * other platforms compute with other digits ({@code exp}, {@code log1p}, {@code rint}, {@code hypot}, {@code fma} and the like)
 * are called through this class everywhere in the program; a test holds the rest of it to that.
 *
 * <p>{@code exp}, {@code tanh}, {@code log}, {@code log1p} and what is built on them are written here from additions,
 * multiplications and one division: {@link ElementaryArrays} runs the same lines over whole arrays, where the compiler turns
 * them into vector instructions, and gets the same digits.
 *
 * <p>Reduction, polynomials and error bounds are fdlibm's (e_exp.c, e_log.c; Sun Microsystems 1993).
 */
public final class Elementary {
    /** Adding 1.5·2^52 to a number rounds it to a whole one, which then stands in the low bits of the sum. */
    static final double ROUNDER = 0x1.8p52;

    /** Results of {@code exp} and {@code tanh} in the plain range are scaled by powers of two from -512 to 511. */
    static final long SCALE_RANGE = 512;

    static final double INVERSE_LN2 = 1.4426950408889634;
    private static final double LN2_HIGH = 0.6931471803691238;
    private static final double LN2_LOW = 1.9082149292705877E-10;
    private static final long ROUNDER_BITS = Double.doubleToRawLongBits(ROUNDER);
    private static final long EXPONENT_OF_ONE = 1023;
    private static final int MANTISSA_BITS = 52;
    private static final long MIN_NORMAL_BITS = Double.doubleToRawLongBits(Double.MIN_NORMAL);
    private static final long MAX_VALUE_BITS = Double.doubleToRawLongBits(Double.MAX_VALUE);
    private static final long SQRT_HALF_BITS = 0x3fe6a09e667f3bcdL;

    /** 2^-512 to 2^511 scale every {@code exp(x)} with |x| below this. */
    private static final double EXP_PLAIN = 354;

    /** {@code tanh} is computed by its formula where e^2x is 2^n times something near 1, n below this. Further out it is 1. */
    private static final long TANH_RANGE = 64;

    static final double TWICE_INVERSE_LN2 = 2 * INVERSE_LN2;

    /** e^40 is so large that adding 1 changes nothing: from here on {@code sigmoid} is 1. */
    static final double SIGMOID_IS_ONE = 40;

    private static final double LN2 = 0.6931471805599453;

    private Elementary() {}

    /** e^x, within 1 ulp. */
    public static double exp(double x) {
        if (!(Math.abs(x) < EXP_PLAIN)) {
            return expOfExtreme(x);
        }
        double rounded = x * INVERSE_LN2 + ROUNDER;
        return expReduced(x, rounded - ROUNDER) * powerOfTwo(rounded);
    }

    /** Scales in two steps, so that a result near the largest or below the smallest normal number is rounded once. */
    private static double expOfExtreme(double x) {
        double bounded = Math.max(-746, Math.min(x, 710));
        double rounded = bounded * INVERSE_LN2 + ROUNDER;
        double n = rounded - ROUNDER;
        double half = round(0.5 * n);
        return expReduced(bounded, n) * powerOfTwo(half + ROUNDER) * powerOfTwo(n - half + ROUNDER);
    }

    /**
     * e^(x - n·ln 2) for n the whole number nearest to x / ln 2: 1 + r + r²·q(r). A polynomial, because the division of a
     * quotient takes as long as all of it. q is the best of degree 9, off by 2^-57 of the result at most; computed for
     * {@code ag} as that of the training's {@code tanh} was.
     */
    static double expReduced(double x, double n) {
        return 1 + expm1Reduced(x, n);
    }

    /** What {@link #expReduced} adds to 1. */
    private static double expm1Reduced(double x, double n) {
        double high = x - n * LN2_HIGH;
        double low = n * LN2_LOW;
        double r = high - low;
        return expm1Reduced(r, r * r, (high - r) - low);
    }

    /** e^(r + lost) - 1 for r up to ln 2 / 2 and far less lost. */
    private static double expm1Reduced(double r, double r2, double lost) {
        double even = Math.fma(2.7625244130854754e-07, r2, 2.4801508549530397e-05);
        double odd = Math.fma(2.497834605122472e-08, r2, 2.7557641257052012e-06);
        even = Math.fma(even, r2, 0.0013888888926892906);
        odd = Math.fma(odd, r2, 0.0001984126946551224);
        even = Math.fma(even, r2, 0.04166666666660374);
        odd = Math.fma(odd, r2, 0.008333333333500458);
        even = Math.fma(even, r2, 0.5);
        odd = Math.fma(odd, r2, 0.16666666666666433);
        return r + Math.fma(Math.fma(odd, r, even), r2, lost);
    }

    /** 2^n, given n + {@link #ROUNDER}. */
    static double powerOfTwo(double rounded) {
        return powerOfTwo(Double.doubleToRawLongBits(rounded));
    }

    /** 2^n, given the bits of n + {@link #ROUNDER}. */
    static double powerOfTwo(long bits) {
        return Double.longBitsToDouble((bits + EXPONENT_OF_ONE) << MANTISSA_BITS);
    }

    /** How far the whole number n, given as n + {@link #ROUNDER}, lies above the smallest exponent of the plain formulas. */
    static long distanceInScale(double rounded) {
        return Double.doubleToRawLongBits(rounded) - (ROUNDER_BITS - SCALE_RANGE);
    }

    /** Whether distances, or several of them joined by "or", lie in the range of the plain formulas; NaN does not. */
    static boolean isInScale(long distances) {
        return (distances & -(2 * SCALE_RANGE)) == 0;
    }

    /** Hyperbolic tangent, within 2 ulp. */
    public static double tanh(double x) {
        double rounded = Math.abs(x) * TWICE_INVERSE_LN2 + ROUNDER;
        return Math.signum(x) * (isOutOfTanh(rounded) ? 1 : tanhOf(growth(x, rounded)));
    }

    /**
     * The derivative of {@code tanh}, 4·e^2x/(e^2x + 1)², within 4 ulp: 1 - tanh(x)² would lose its digits where the two are
     * alike.
     */
    public static double tanhSlope(double x) {
        double rounded = Math.abs(x) * TWICE_INVERSE_LN2 + ROUNDER;
        if (isOutOfTanh(rounded)) {
            return 4 * exp(-2 * Math.abs(x));
        }
        return tanhSlopeOf(growth(x, rounded));
    }

    /** Whether a whole number n from 0 up, given as n + {@link #ROUNDER}, is too large; NaN is. */
    private static boolean isOutOfTanh(double rounded) {
        return !(rounded - ROUNDER < TANH_RANGE);
    }

    /** Whether a whole number n, given as the bits of n + {@link #ROUNDER}, or one of several joined by "or", is too large; NaN is. */
    static boolean isOutOfTanh(long bits) {
        return ((bits ^ ROUNDER_BITS) & -TANH_RANGE) != 0;
    }

    private static double growth(double x, double rounded) {
        return growth(Math.abs(x), rounded - ROUNDER, powerOfTwo(rounded));
    }

    /** e^2x - 1 for x from 0 up: scale·(e^r - 1) + (scale - 1), where n is the whole number nearest to 2x / ln 2 and scale 2^n. */
    static double growth(double x, double n, double scale) {
        double r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x + x));
        return Math.fma(scale, expm1Reduced(r, r * r, 0), scale - 1);
    }

    /** t/(t + 2) for t = e^2|x| - 1, with the reciprocal that {@link #tanhSlopeOf} needs too; what it and the sum lose is made up for. */
    static double tanhOf(double t) {
        double below = t + 2;
        double reciprocal = 1 / below;
        double quotient = t * reciprocal;
        double lost = t - (below - 2);
        return Math.fma(Math.fma(-quotient, below, t) - quotient * lost, reciprocal, quotient);
    }

    /** 4·(t + 1)/(t + 2)² for t = e^2|x| - 1. */
    static double tanhSlopeOf(double t) {
        double reciprocal = 1 / (t + 2);
        return Math.fma(4, t, 4) * reciprocal * reciprocal;
    }

    /** Natural logarithm, within 1 ulp. */
    public static double log(double x) {
        long bits = Double.doubleToRawLongBits(x);
        if (outOfLog(bits) < 0) {
            return logOfSpecial(x);
        }
        return logReduced(mantissa(bits), exponent(bits), 0);
    }

    private static double logOfSpecial(double x) {
        if (x > 0 && x < Double.MIN_NORMAL) {
            long bits = Double.doubleToRawLongBits(x * 0x1p54);
            return logReduced(mantissa(bits), exponent(bits) - 54, 0);
        }
        if (x == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return x > 0 ? x : Double.NaN;
    }

    /** Negative for the bits of anything but a normal positive number: one of the differences falls below 0. */
    static long outOfLog(long bits) {
        return (bits - MIN_NORMAL_BITS) | (MAX_VALUE_BITS - bits);
    }

    /** The number between √½ and √2 that a power of two makes out of a normal positive one. */
    static double mantissa(long bits) {
        return Double.longBitsToDouble(bits - ((bits - SQRT_HALF_BITS) & (-1L << MANTISSA_BITS)));
    }

    /** The whole number n for which a normal positive number is 2^n times its {@link #mantissa}. */
    static double exponent(long bits) {
        return (bits - SQRT_HALF_BITS) >> MANTISSA_BITS;
    }

    /** log(mantissa) + exponent·ln 2 + correction. */
    static double logReduced(double mantissa, double exponent, double correction) {
        return logSum(logPart(mantissa), mantissa, exponent, correction);
    }

    /** With f = mantissa - 1: log(1 + f) - f + f²/2. */
    static double logPart(double mantissa) {
        double f = mantissa - 1;
        double s = f / (2 + f);
        return s * (0.5 * f * f + logTail(s * s));
    }

    /** The logarithm from its {@link #logPart}; small parts are added first. */
    static double logSum(double part, double mantissa, double exponent, double correction) {
        double f = mantissa - 1;
        double tail = part + (exponent * LN2_LOW + correction);
        return ((tail - 0.5 * f * f) + f) + exponent * LN2_HIGH;
    }

    /** (log(1 + s) - log(1 - s))/s - 2 with z = s², within 2^-58. */
    private static double logTail(double z) {
        double w = z * z;
        double odd = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
        double even = z
                * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
        return odd + even;
    }

    /** log(1 + x), within 1 ulp for x near 0 too. */
    public static double log1p(double x) {
        double sum = 1 + x;
        long bits = Double.doubleToRawLongBits(sum);
        if (outOfLog1p(x, bits) < 0) {
            return x == 0 ? x : log(sum);
        }
        return logReduced(mantissa(bits), exponent(bits), lostBySum(x, sum) / sum);
    }

    /** Negative where the plain formula does not hold: for -0, infinity, NaN, and from -1 down. */
    static long outOfLog1p(double x, long bitsOfSum) {
        return outOfLog(bitsOfSum) | (Double.doubleToRawLongBits(x) == Long.MIN_VALUE ? -1 : 0);
    }

    /** What rounding took away from 1 + x: exactly (Møller 1965, Knuth's two-sum). */
    static double lostBySum(double x, double sum) {
        double ofX = sum - 1;
        return (1 - (sum - ofX)) + (x - ofX);
    }

    /** Base-2 logarithm; exact for powers of two, which {@code log(x) / log(2)} is not. */
    public static double log2(double x) {
        if (x > 0 && x < Double.MIN_NORMAL) {
            return log2(x * 0x1p54) - 54;
        }
        long bits = Double.doubleToRawLongBits(x);
        if (outOfLog(bits) < 0) {
            return log(x);
        }
        return exponent(bits) + log(mantissa(bits)) / LN2;
    }

    /** The logistic function 1/(1 + e^-x). */
    public static double sigmoid(double x) {
        return sigmoidOf(exp(Math.min(x, SIGMOID_IS_ONE)));
    }

    /** e^x/(1 + e^x): nothing cancels on either side of 0, and the bound on x keeps infinity out. */
    static double sigmoidOf(double expOfX) {
        return expOfX / (1 + expOfX);
    }

    /** The derivative of {@code sigmoid}, e^x/(1 + e^x)²: y·(1 - y) would lose its digits where y is nearly 1. */
    public static double sigmoidSlope(double x) {
        return x > SIGMOID_IS_ONE ? exp(-x) : sigmoidSlopeOf(exp(x));
    }

    static double sigmoidSlopeOf(double expOfX) {
        double reciprocal = 1 / (1 + expOfX);
        return expOfX * reciprocal * reciprocal;
    }

    /** log(1 + e^x) = max(x, 0) + log(1 + e^-|x|), which does not overflow. */
    public static double softplus(double x) {
        return Math.max(x, 0) + log1p(exp(-Math.abs(x)));
    }

    /** sign(x)·log1p(|x| + x²/(1 + √(1 + x²))): no cancellation near 0 (Hull et al. 1994, as fdlibm's s_asinh.c). */
    public static double asinh(double x) {
        double m = Math.abs(x);
        if (m > 1e8) {
            return Math.copySign(log(m) + LN2, x);
        }
        return Math.copySign(log1p(m + m * m / (1 + Math.sqrt(1 + m * m))), x);
    }

    /** log1p(t + √(2t + t²)) with t = x - 1: no cancellation near 1 (as fdlibm's e_acosh.c). */
    public static double acosh(double x) {
        if (x < 1) {
            return Double.NaN;
        }
        if (x > 1e8) {
            return log(x) + LN2;
        }
        double t = x - 1;
        return log1p(t + Math.sqrt(2 * t + t * t));
    }

    /** sign(x)·½·log1p(2|x|/(1 - |x|)): odd, because near -1 the logarithm of what is nearly 0 would lose digits. */
    public static double atanh(double x) {
        double m = Math.abs(x);
        return Math.copySign(0.5 * log1p(2 * m / (1 - m)), x);
    }

    /**
     * a to the power b; small whole powers are products, which are exact more often than the general routine. As in IEEE 754
     * and PyTorch, and unlike in Java, 1 to any power is 1, to NaN too, and so is -1 to an infinite one.
     */
    public static double pow(double a, double b) {
        if (b == 2) {
            return a * a;
        }
        if (b == 1) {
            return a;
        }
        if (b == 3) {
            return a * a * a;
        }
        if (b == -1) {
            return 1 / a;
        }
        if (b == 0.5 && a >= 0) {
            return Math.sqrt(a);
        }
        if (a == 1 || (a == -1 && Double.isInfinite(b))) {
            return 1;
        }
        return StrictMath.pow(a, b);
    }

    /** The remainder of a division rounded down, exact, with the sign of {@code b}: PyTorch's {@code remainder}. */
    static double mod(double a, double b) {
        double rest = a % b;
        return rest != 0 && rest < 0 != b < 0 ? rest + b : rest;
    }

    public static double sin(double x) {
        return StrictMath.sin(x);
    }

    public static double cos(double x) {
        return StrictMath.cos(x);
    }

    public static double tan(double x) {
        return StrictMath.tan(x);
    }

    public static double asin(double x) {
        return StrictMath.asin(x);
    }

    public static double acos(double x) {
        return StrictMath.acos(x);
    }

    public static double atan(double x) {
        return StrictMath.atan(x);
    }

    /** The angle of the point of height a and width b. */
    public static double atan2(double a, double b) {
        return StrictMath.atan2(a, b);
    }

    public static double sinh(double x) {
        return StrictMath.sinh(x);
    }

    public static double cosh(double x) {
        return StrictMath.cosh(x);
    }

    /** e^x - 1, exact for small x. */
    public static double expm1(double x) {
        return StrictMath.expm1(x);
    }

    public static double log10(double x) {
        return StrictMath.log10(x);
    }

    public static double cbrt(double x) {
        return StrictMath.cbrt(x);
    }

    /** √(a² + b²) without overflow. */
    public static double hypot(double a, double b) {
        return StrictMath.hypot(a, b);
    }

    /** The nearest whole number; a half goes to the even one. */
    public static double round(double x) {
        return Math.rint(x);
    }

    /** a·b + c, rounded once. */
    public static double fma(double a, double b, double c) {
        return Math.fma(a, b, c);
    }
}
