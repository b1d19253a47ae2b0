package ag.web.missing;

/**
 * {@code expm1}, {@code sinh}, {@code cosh} and {@code log10} as {@link StrictMath} has them, which browsers compute in ways of their
 * own. After fdlibm 5.3 (s_expm1.c, e_exp.c, e_sinh.c, e_cosh.c, e_log.c, e_log10.c):
 *
 * <p>Copyright (C) 1993, 2004 by Sun Microsystems, Inc. All rights reserved. Permission to use, copy, modify, and distribute this
 * software is freely granted, provided that this notice is preserved.
 */
// The constants stand as fdlibm writes them.
@SuppressWarnings("FloatingPointLiteralPrecision")
public final class FdlibmPowers {
    private static final double OVERFLOW = 7.09782712893383973096e+02;
    private static final double UNDERFLOW = -7.45133219101941108420e+02;
    private static final double LN2_HIGH = 6.93147180369123816490e-01;
    private static final double LN2_LOW = 1.90821492927058770002e-10;
    private static final double INVERSE_LN2 = 1.44269504088896338700e+00;
    private static final double HALF_LN2 = FdlibmAngles.upper(0x3fd62e43);
    private static final double ONE_AND_A_HALF_LN2 = FdlibmAngles.upper(0x3ff0a2b2);
    private static final double MANY_LN2 = FdlibmAngles.upper(0x4043687a);
    private static final double NEAR_OVERFLOW = FdlibmAngles.upper(0x40862e42);
    private static final double OVERFLOW_OF_HALF = Double.longBitsToDouble(0x408633ce8fb9f87dL);

    private static final double P1 = 1.66666666666666019037e-01;
    private static final double P2 = -2.77777777770155933842e-03;
    private static final double P3 = 6.61375632143793436117e-05;
    private static final double P4 = -1.65339022054652515390e-06;
    private static final double P5 = 4.13813679705723846039e-08;

    private static final double Q1 = -3.33333333333331316428e-02;
    private static final double Q2 = 1.58730158725481460165e-03;
    private static final double Q3 = -7.93650757867487942473e-05;
    private static final double Q4 = 4.00821782732936239552e-06;
    private static final double Q5 = -2.01099218183624371326e-07;

    private static final double LG1 = 6.666666666666735130e-01;
    private static final double LG2 = 3.999999999940941908e-01;
    private static final double LG3 = 2.857142874366239149e-01;
    private static final double LG4 = 2.222219843214978396e-01;
    private static final double LG5 = 1.818357216161805012e-01;
    private static final double LG6 = 1.531383769920937332e-01;
    private static final double LG7 = 1.479819860511658591e-01;

    private static final double INVERSE_LN10 = 4.34294481903251816668e-01;
    private static final double LOG10_2_HIGH = 3.01029995663611771306e-01;
    private static final double LOG10_2_LOW = 3.69423907715893078616e-13;
    private static final int FRACTION = 0xfffff;

    private FdlibmPowers() {}

    /** The number with so much added to its exponent. */
    private static double raised(double x, int exponent) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(x) + ((long) exponent << 52));
    }

    /** The number with another upper half. */
    private static double withUpper(double x, int upper) {
        return Double.longBitsToDouble(((long) upper << 32) | (Double.doubleToRawLongBits(x) & 0xffffffffL));
    }

    public static double expm1(double x) {
        double size = Math.abs(x);
        if (!(size < MANY_LN2)) {
            if (Double.isNaN(x) || x == Double.POSITIVE_INFINITY) {
                return x;
            }
            if (x < 0) {
                return -1;
            }
            if (x > OVERFLOW) {
                return Double.POSITIVE_INFINITY;
            }
        }
        if (size < 0x1p-54) {
            return x;
        }
        int k = size < HALF_LN2 ? 0 : powersOfTwo(x, size);
        double high = x - k * LN2_HIGH;
        double low = k * LN2_LOW;
        double r = high - low;
        return expm1(r, (high - r) - low, k);
    }

    private static int powersOfTwo(double x, double size) {
        double sign = x < 0 ? -1 : 1;
        return size < ONE_AND_A_HALF_LN2 ? (int) sign : (int) (INVERSE_LN2 * x + sign * 0.5);
    }

    private static double expm1(double x, double lost, int k) {
        double half = 0.5 * x;
        double halfSquare = x * half;
        double r = 1 + halfSquare * (Q1 + halfSquare * (Q2 + halfSquare * (Q3 + halfSquare * (Q4 + halfSquare * Q5))));
        double t = 3 - r * half;
        double e = halfSquare * ((r - t) / (6 - x * t));
        if (k == 0) {
            return x - (x * e - halfSquare);
        }
        e = (x * (e - lost) - lost) - halfSquare;
        if (k == -1) {
            return 0.5 * (x - e) - 0.5;
        }
        if (k == 1) {
            return x < -0.25 ? -2 * (e - (x + 0.5)) : 1 + 2 * (x - e);
        }
        if (k <= -2 || k > 56) {
            return raised(1 - (e - x), k) - 1;
        }
        if (k < 20) {
            return raised(FdlibmAngles.upper(0x3ff00000 - (0x200000 >> k)) - (e - x), k);
        }
        return raised(x - (e + FdlibmAngles.upper((0x3ff - k) << 20)) + 1, k);
    }

    private static double exp(double x) {
        if (!(x <= OVERFLOW)) {
            return Double.isNaN(x) ? x : Double.POSITIVE_INFINITY;
        }
        if (x < UNDERFLOW) {
            return 0;
        }
        double size = Math.abs(x);
        if (size < 0x1p-28) {
            return 1 + x;
        }
        int k = size < HALF_LN2 ? 0 : powersOfTwo(x, size);
        double high = x - k * LN2_HIGH;
        double low = k * LN2_LOW;
        double r = high - low;
        double t = r * r;
        double c = r - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
        if (k == 0) {
            return 1 - ((r * c) / (c - 2) - r);
        }
        double y = 1 - ((low - (r * c) / (2 - c)) - high);
        return k >= -1021 ? raised(y, k) : raised(y, k + 1000) * 0x1p-1000;
    }

    public static double cosh(double x) {
        double size = Math.abs(x);
        if (size < HALF_LN2) {
            double t = expm1(size);
            double w = 1 + t;
            return size < 0x1p-55 ? w : 1 + (t * t) / (w + w);
        }
        if (size < 22) {
            double t = exp(size);
            return 0.5 * t + 0.5 / t;
        }
        return large(size, 0.5);
    }

    public static double sinh(double x) {
        double size = Math.abs(x);
        double half = x < 0 ? -0.5 : 0.5;
        if (size < 22) {
            if (size < 0x1p-28) {
                return x;
            }
            double t = expm1(size);
            return size < 1 ? half * (2 * t - t * t / (t + 1)) : half * (t + t / (t + 1));
        }
        return large(size, half);
    }

    private static double large(double size, double half) {
        if (size < NEAR_OVERFLOW) {
            return half * exp(size);
        }
        if (size <= OVERFLOW_OF_HALF) {
            double w = exp(0.5 * size);
            return half * w * w;
        }
        return half * 2 * (Double.isNaN(size) ? size : Double.POSITIVE_INFINITY);
    }

    public static double log10(double x) {
        if (!(x > 0) || x == Double.POSITIVE_INFINITY) {
            return x == 0 ? Double.NEGATIVE_INFINITY : x > 0 ? x : Double.NaN;
        }
        boolean isTiny = x < Double.MIN_NORMAL;
        double scaled = isTiny ? x * 0x1p54 : x;
        int upper = FdlibmAngles.upperOf(scaled);
        int k = (upper >> 20) - 1023 - (isTiny ? 54 : 0);
        int below = k < 0 ? 1 : 0;
        double y = k + below;
        double z =
                y * LOG10_2_LOW + INVERSE_LN10 * log(withUpper(scaled, (upper & FRACTION) | ((0x3ff - below) << 20)));
        return z + y * LOG10_2_HIGH;
    }

    /** The natural logarithm of a normal number. */
    private static double log(double x) {
        int upper = FdlibmAngles.upperOf(x);
        int fraction = upper & FRACTION;
        int above = (fraction + 0x95f64) & 0x100000;
        int k = (upper >> 20) - 1023 + (above >> 20);
        double f = withUpper(x, fraction | (above ^ 0x3ff00000)) - 1;
        if ((FRACTION & (2 + fraction)) < 3) {
            if (f == 0) {
                return k * LN2_HIGH + k * LN2_LOW;
            }
            double r = f * f * (0.5 - 0.33333333333333333 * f);
            return k == 0 ? f - r : k * LN2_HIGH - ((r - k * LN2_LOW) - f);
        }
        double s = f / (2 + f);
        double z = s * s;
        double w = z * z;
        double r = z * (LG1 + w * (LG3 + w * (LG5 + w * LG7))) + w * (LG2 + w * (LG4 + w * LG6));
        if (((fraction - 0x6147a) | (0x6b851 - fraction)) > 0) {
            double half = 0.5 * f * f;
            return k == 0 ? f - (half - s * (half + r)) : k * LN2_HIGH - ((half - (s * (half + r) + k * LN2_LOW)) - f);
        }
        return k == 0 ? f - s * (f - r) : k * LN2_HIGH - ((s * (f - r) - k * LN2_LOW) - f);
    }
}
