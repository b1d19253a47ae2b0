package ag.web.missing;

/**
 * {@code pow} and {@code hypot} as {@link StrictMath} has them, which browsers compute in ways of their own. After fdlibm's e_pow.c and
 * e_hypot.c:
 *
 * <p>Copyright (C) 1993, 2004 by Sun Microsystems, Inc. All rights reserved. Permission to use, copy, modify, and distribute this
 * software is freely granted, provided that this notice is preserved.
 */
// The constants stand as fdlibm writes them.
@SuppressWarnings("FloatingPointLiteralPrecision")
public final class Fdlibm {
    private static final double[] BP = {1.0, 1.5};
    private static final double[] DP_HIGH = {0.0, 5.84962487220764160156e-01};
    private static final double[] DP_LOW = {0.0, 1.35003920212974897128e-08};
    private static final double HUGE = 1.0e300;
    private static final double TINY = 1.0e-300;
    private static final double L1 = 5.99999999999994648725e-01;
    private static final double L2 = 4.28571428578550184252e-01;
    private static final double L3 = 3.33333329818377432918e-01;
    private static final double L4 = 2.72728123808534006489e-01;
    private static final double L5 = 2.30660745775561754067e-01;
    private static final double L6 = 2.06975017800338417784e-01;
    private static final double P1 = 1.66666666666666019037e-01;
    private static final double P2 = -2.77777777770155933842e-03;
    private static final double P3 = 6.61375632143793436117e-05;
    private static final double P4 = -1.65339022054652515390e-06;
    private static final double P5 = 4.13813679705723846039e-08;
    private static final double LG2 = 6.93147180559945286227e-01;
    private static final double LG2_HIGH = 6.93147182464599609375e-01;
    private static final double LG2_LOW = -1.90465429995776804525e-09;
    private static final double OVERFLOW = 8.0085662595372944372e-0017;
    private static final double CP = 9.61796693925975554329e-01;
    private static final double CP_HIGH = 9.61796700954437255859e-01;
    private static final double CP_LOW = -7.02846165095275826516e-09;
    private static final double IVLN2 = 1.44269504088896338700e+00;
    private static final double IVLN2_HIGH = 1.44269502162933349609e+00;
    private static final double IVLN2_LOW = 1.92596299112661746887e-08;

    private Fdlibm() {}

    private static int high(double x) {
        return (int) (Double.doubleToRawLongBits(x) >>> 32);
    }

    private static int low(double x) {
        return (int) Double.doubleToRawLongBits(x);
    }

    private static double withHigh(double x, int high) {
        return Double.longBitsToDouble((long) high << 32 | (Double.doubleToRawLongBits(x) & 0xffff_ffffL));
    }

    private static double withoutLow(double x) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(x) & 0xffff_ffff_0000_0000L);
    }

    /** Whether a whole number is odd (1) or even (2); 0 for others. */
    private static int wholeness(double y) {
        double size = Math.abs(y);
        if (size >= 0x1p53) {
            return 2;
        }
        if (size < 1 || Math.floor(size) != size) {
            return 0;
        }
        return size % 2 == 1 ? 1 : 2;
    }

    public static double pow(double x, double y) {
        if (y == 0) {
            return 1;
        }
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return x + y;
        }
        int whole = x < 0 || 1 / x < 0 ? wholeness(y) : 0;
        double size = Math.abs(x);
        if (Double.isInfinite(y)) {
            if (size == 1) {
                return Double.NaN;
            }
            return size > 1 == y > 0 ? Double.POSITIVE_INFINITY : 0;
        }
        if (y == 1) {
            return x;
        }
        if (y == -1) {
            return 1 / x;
        }
        if (y == 2) {
            return x * x;
        }
        if (y == 0.5 && x >= 0 && !(x == 0 && 1 / x < 0)) {
            return Math.sqrt(x);
        }
        if (size == 0 || Double.isInfinite(size) || size == 1) {
            double z = y < 0 ? 1 / size : size;
            if (x < 0 || 1 / x < 0) {
                if (size == 1 && whole == 0) {
                    return Double.NaN;
                }
                return whole == 1 ? -z : z;
            }
            return z;
        }
        if (x < 0 && whole == 0) {
            return Double.NaN;
        }
        return power(size, y, x < 0 && whole == 1 ? -1 : 1);
    }

    private static double power(double size, double y, double sign) {
        double ax = size;
        int ix = high(size);
        int iy = high(y) & 0x7fffffff;
        double t1;
        double t2;
        if (iy > 0x41e00000) {
            if (iy > 0x43f00000) {
                if (ix <= 0x3fefffff) {
                    return y < 0 ? HUGE * HUGE : TINY * TINY;
                }
                if (ix >= 0x3ff00000) {
                    return y > 0 ? HUGE * HUGE : TINY * TINY;
                }
            }
            if (ix < 0x3fefffff) {
                return y < 0 ? sign * HUGE * HUGE : sign * TINY * TINY;
            }
            if (ix > 0x3ff00000) {
                return y > 0 ? sign * HUGE * HUGE : sign * TINY * TINY;
            }
            double t = ax - 1;
            double w = t * t * (0.5 - t * (0.3333333333333333333333 - t * 0.25));
            double u = IVLN2_HIGH * t;
            double v = t * IVLN2_LOW - w * IVLN2;
            t1 = withoutLow(u + v);
            t2 = v - (t1 - u);
        } else {
            int n = 0;
            if (ix < 0x00100000) {
                ax *= 0x1p53;
                n -= 53;
                ix = high(ax);
            }
            n += (ix >> 20) - 0x3ff;
            int j = ix & 0x000fffff;
            ix = j | 0x3ff00000;
            int k;
            if (j <= 0x3988E) {
                k = 0;
            } else if (j < 0xBB67A) {
                k = 1;
            } else {
                k = 0;
                n += 1;
                ix -= 0x00100000;
            }
            ax = withHigh(ax, ix);
            double u = ax - BP[k];
            double v = 1 / (ax + BP[k]);
            double ss = u * v;
            double sHigh = withoutLow(ss);
            double tHigh = withHigh(0, (ix >> 1 | 0x20000000) + 0x00080000 + (k << 18));
            double tLow = ax - (tHigh - BP[k]);
            double sLow = v * (u - sHigh * tHigh - sHigh * tLow);
            double s2 = ss * ss;
            double r = s2 * s2 * (L1 + s2 * (L2 + s2 * (L3 + s2 * (L4 + s2 * (L5 + s2 * L6)))));
            r += sLow * (sHigh + ss);
            s2 = sHigh * sHigh;
            tHigh = withoutLow(3.0 + s2 + r);
            tLow = r - (tHigh - 3.0 - s2);
            u = sHigh * tHigh;
            v = sLow * tHigh + tLow * ss;
            double pHigh = withoutLow(u + v);
            double pLow = v - (pHigh - u);
            double zHigh = CP_HIGH * pHigh;
            double zLow = CP_LOW * pHigh + pLow * CP + DP_LOW[k];
            double t = n;
            t1 = withoutLow(zHigh + zLow + DP_HIGH[k] + t);
            t2 = zLow - (t1 - t - DP_HIGH[k] - zHigh);
        }
        return exponential(y, t1, t2, sign);
    }

    private static double exponential(double y, double t1, double t2, double sign) {
        double y1 = withoutLow(y);
        double pLow = (y - y1) * t1 + y * t2;
        double pHigh = y1 * t1;
        double z = pLow + pHigh;
        int j = high(z);
        int i = low(z);
        if (j >= 0x40900000) {
            if ((j - 0x40900000 | i) != 0 || pLow + OVERFLOW > z - pHigh) {
                return sign * HUGE * HUGE;
            }
        } else if ((j & 0x7fffffff) >= 0x4090cc00) {
            if ((j - 0xc090cc00 | i) != 0 || pLow <= z - pHigh) {
                return sign * TINY * TINY;
            }
        }
        i = j & 0x7fffffff;
        int k = (i >> 20) - 0x3ff;
        int n = 0;
        if (i > 0x3fe00000) {
            n = j + (0x00100000 >> (k + 1));
            k = ((n & 0x7fffffff) >> 20) - 0x3ff;
            double t = withHigh(0, n & ~(0x000fffff >> k));
            n = ((n & 0x000fffff) | 0x00100000) >> (20 - k);
            if (j < 0) {
                n = -n;
            }
            pHigh -= t;
        }
        double t = withoutLow(pLow + pHigh);
        double u = t * LG2_HIGH;
        double v = (pLow - (t - pHigh)) * LG2 + t * LG2_LOW;
        z = u + v;
        double w = v - (z - u);
        t = z * z;
        t1 = z - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
        double r = z * t1 / (t1 - 2.0) - (w + z * w);
        z = 1.0 - (r - z);
        j = high(z) + (n << 20);
        z = j >> 20 <= 0 ? StrictNumbers.scalb(z, n) : withHigh(z, j);
        return sign * z;
    }

    public static double hypot(double x, double y) {
        double a = Math.abs(x);
        double b = Math.abs(y);
        if (Double.isInfinite(a) || Double.isInfinite(b)) {
            return Double.POSITIVE_INFINITY;
        }
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return Double.NaN;
        }
        if (b > a) {
            double larger = b;
            b = a;
            a = larger;
        }
        int ha = high(a);
        int hb = high(b);
        if (ha - hb > 0x3c00000) {
            return a + b;
        }
        int k = 0;
        if (a > 0x1.ffff_ffff_ffff_fp500) {
            k += 600;
            a *= 0x1p-600;
            b *= 0x1p-600;
            ha = high(a);
        }
        if (b < 0x1p-500) {
            if (b < Double.MIN_NORMAL) {
                if (b == 0) {
                    return a * (k > 0 ? 0x1p600 : 1);
                }
                b *= 0x1p1022;
                a *= 0x1p1022;
                // fdlibm leaves the upper half of the larger number as it was.
                k -= 1022;
            } else {
                b *= 0x1p600;
                a *= 0x1p600;
                k -= 600;
                ha = high(a);
            }
        }
        double w = a - b;
        if (w > b) {
            double t1 = withHigh(0, ha);
            double t2 = a - t1;
            w = Math.sqrt(t1 * t1 - (b * -b - t2 * (a + t1)));
        } else {
            a += a;
            double y1 = withoutLow(b);
            double y2 = b - y1;
            double t1 = withHigh(0, ha + 0x00100000);
            double t2 = a - t1;
            w = Math.sqrt(t1 * y1 - (w * -w - (t1 * y2 + t2 * b)));
        }
        return k == 0 ? w : w * StrictNumbers.scalb(1, k);
    }
}
