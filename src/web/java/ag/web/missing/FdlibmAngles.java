package ag.web.missing;

/**
 * {@code sin}, {@code cos}, {@code tan} and {@code cbrt} as {@link StrictMath} has them, which browsers compute in ways of their own. After fdlibm 5.3
 * (k_sin.c, k_cos.c, k_tan.c, e_rem_pio2.c, s_cbrt.c), with comparisons of numbers where that compares their upper halves:
 *
 * <p>Copyright (C) 1993, 2004 by Sun Microsystems, Inc. All rights reserved. Permission to use, copy, modify, and distribute this
 * software is freely granted, provided that this notice is preserved.
 */
// The constants stand as fdlibm writes them.
@SuppressWarnings("FloatingPointLiteralPrecision")
public final class FdlibmAngles {
    private static final double TINY = 0x1p-27;
    private static final double EIGHTH = upper(0x3fe921fc);
    private static final double THREE_EIGHTHS = upper(0x4002d97c);
    private static final double MEDIUM = upper(0x413921fc);
    private static final double NEAR_ZERO = upper(0x3fd33333);
    private static final double FAR = upper(0x3fe90001);
    private static final double LARGE = 0x1p54;

    private static final double S1 = -1.66666666666666324348e-01;
    private static final double S2 = 8.33333333332248946124e-03;
    private static final double S3 = -1.98412698298579493134e-04;
    private static final double S4 = 2.75573137070700676789e-06;
    private static final double S5 = -2.50507602534068634195e-08;
    private static final double S6 = 1.58969099521155010221e-10;

    private static final double C1 = 4.16666666666666019037e-02;
    private static final double C2 = -1.38888888888741095749e-03;
    private static final double C3 = 2.48015872894767294178e-05;
    private static final double C4 = -2.75573143513906633035e-07;
    private static final double C5 = 2.08757232129817482790e-09;
    private static final double C6 = -1.13596475577881948265e-11;

    private static final double INVERSE_QUARTER = 6.36619772367581382433e-01;
    private static final double[] QUARTER = {
        1.57079632673412561417e+00, 6.07710050630396597660e-11, 2.02226624871116645580e-21
    };
    private static final double[] QUARTER_REST = {
        6.07710050650619224932e-11, 2.02226624879595063154e-21, 8.47842766036889956997e-32
    };
    private static final int FEW = 32;

    private static final double SMALL = 0x1p-28;
    private static final double NEAR_EIGHTH = upper(0x3fe59428);
    private static final double EIGHTH_HIGH = 7.85398163397448278999e-01;
    private static final double EIGHTH_LOW = 3.06161699786838301793e-17;
    private static final double[] T = {
        3.33333333333334091986e-01,
        1.33333333333201242699e-01,
        5.39682539762260521377e-02,
        2.18694882948595424599e-02,
        8.86323982359930005737e-03,
        3.59207910759131235356e-03,
        1.45620945432529025516e-03,
        5.88041240820264096874e-04,
        2.46463134818469906812e-04,
        7.81794442939557092300e-05,
        7.14072491382608190305e-05,
        -1.85586374855275456654e-05,
        2.59073051863633712884e-05
    };

    private FdlibmAngles() {}

    /** The number whose upper half is this and whose lower half is 0. */
    static double upper(int half) {
        return Double.longBitsToDouble((long) half << 32);
    }

    static int upperOf(double x) {
        return (int) (Double.doubleToRawLongBits(x) >>> 32);
    }

    public static double sin(double x) {
        double size = Math.abs(x);
        if (size < EIGHTH) {
            return kernelSin(x, 0, false);
        }
        if (!(size < MEDIUM)) {
            return BrowserMath.sin(x);
        }
        Turned turned = Turned.of(x);
        return switch (turned.quarters & 3) {
            case 0 -> kernelSin(turned.rest, turned.tail, true);
            case 1 -> kernelCos(turned.rest, turned.tail);
            case 2 -> -kernelSin(turned.rest, turned.tail, true);
            default -> -kernelCos(turned.rest, turned.tail);
        };
    }

    public static double cos(double x) {
        double size = Math.abs(x);
        if (size < EIGHTH) {
            return kernelCos(x, 0);
        }
        if (!(size < MEDIUM)) {
            return BrowserMath.cos(x);
        }
        Turned turned = Turned.of(x);
        return switch (turned.quarters & 3) {
            case 0 -> kernelCos(turned.rest, turned.tail);
            case 1 -> -kernelSin(turned.rest, turned.tail, true);
            case 2 -> -kernelCos(turned.rest, turned.tail);
            default -> kernelSin(turned.rest, turned.tail, true);
        };
    }

    public static double tan(double x) {
        double size = Math.abs(x);
        if (size < EIGHTH) {
            return kernelTan(x, 0, false);
        }
        if (!(size < MEDIUM)) {
            return BrowserMath.tan(x);
        }
        Turned turned = Turned.of(x);
        return kernelTan(turned.rest, turned.tail, (turned.quarters & 1) != 0);
    }

    /** The tangent, or -1 through it. */
    private static double kernelTan(double angle, double tailOfAngle, boolean isInverted) {
        double size = Math.abs(angle);
        if (size < SMALL) {
            return isInverted ? inverted(angle, tailOfAngle, angle + tailOfAngle) : angle;
        }
        double x = angle;
        double tail = tailOfAngle;
        boolean isLarge = size >= NEAR_EIGHTH;
        if (isLarge) {
            double sign = angle < 0 ? -1 : 1;
            x = (EIGHTH_HIGH - sign * angle) + (EIGHTH_LOW - sign * tailOfAngle);
            tail = 0;
        }
        double z = x * x;
        double w = z * z;
        double r = T[1] + w * (T[3] + w * (T[5] + w * (T[7] + w * (T[9] + w * T[11]))));
        double v = z * (T[2] + w * (T[4] + w * (T[6] + w * (T[8] + w * (T[10] + w * T[12])))));
        double s = z * x;
        r = tail + z * (s * (r + v) + tail);
        r += T[0] * s;
        w = x + r;
        if (isLarge) {
            v = isInverted ? -1 : 1;
            double tangent = v - 2 * (x - (w * w / (w + v) - r));
            return angle < 0 ? -tangent : tangent;
        }
        return isInverted ? inverted(x, r, w) : w;
    }

    /** -1 through the sum of two numbers, which is nearly {@code sum}. */
    private static double inverted(double x, double rest, double sum) {
        double z = upper(upperOf(sum));
        double v = rest - (z - x);
        double a = -1 / sum;
        double t = upper(upperOf(a));
        double s = 1 + t * z;
        return t + a * (s + t * v);
    }

    private static double kernelSin(double x, double tail, boolean hasTail) {
        if (Math.abs(x) < TINY) {
            return x;
        }
        double z = x * x;
        double v = z * x;
        double r = S2 + z * (S3 + z * (S4 + z * (S5 + z * S6)));
        return hasTail ? x - ((z * (0.5 * tail - v * r) - tail) - v * S1) : x + v * (S1 + z * r);
    }

    private static double kernelCos(double x, double tail) {
        double size = Math.abs(x);
        if (size < TINY) {
            return 1;
        }
        double z = x * x;
        double r = z * (C1 + z * (C2 + z * (C3 + z * (C4 + z * (C5 + z * C6)))));
        if (size < NEAR_ZERO) {
            return 1 - (0.5 * z - (z * r - x * tail));
        }
        double quarter = size < FAR ? quarterOf(size) : 0.28125;
        double half = 0.5 * z - quarter;
        double a = 1 - quarter;
        return a - (half - (z * r - x * tail));
    }

    /** A quarter of the number, without the lower half of its digits. */
    private static double quarterOf(double size) {
        double digits = size < 0.5 ? 0x1p22 : 0x1p21;
        return Math.floor(size * digits) / digits / 4;
    }

    /** An angle as whole quarters of a turn and the rest, which {@code tail} makes longer than a number is. */
    private record Turned(int quarters, double rest, double tail) {
        static Turned of(double x) {
            double size = Math.abs(x);
            Turned turned = size < THREE_EIGHTHS ? once(size) : often(size);
            return x < 0 ? new Turned(-turned.quarters, -turned.rest, -turned.tail) : turned;
        }

        private static Turned once(double size) {
            int level = upperOf(size) == upperOf(Math.PI / 2) ? 1 : 0;
            double z = size - QUARTER[0];
            if (level == 1) {
                z -= QUARTER[1];
            }
            double rest = z - QUARTER_REST[level];
            return new Turned(1, rest, (z - rest) - QUARTER_REST[level]);
        }

        private static Turned often(double size) {
            int n = (int) (size * INVERSE_QUARTER + 0.5);
            double r = size - n * QUARTER[0];
            double w = n * QUARTER_REST[0];
            double rest = r - w;
            boolean isPlain = n < FEW && upperOf(size) != upperOf(n * (Math.PI / 2));
            for (int level = 1;
                    level < QUARTER.length && !isPlain && lost(size, rest) > (level == 1 ? 16 : 49);
                    level++) {
                double t = r;
                w = n * QUARTER[level];
                r = t - w;
                w = n * QUARTER_REST[level] - ((t - r) - w);
                rest = r - w;
            }
            return new Turned(n, rest, (r - rest) - w);
        }

        /** How many bits fewer the rest has. */
        private static int lost(double size, double rest) {
            return (upperOf(size) >> 20) - ((upperOf(rest) >> 20) & 0x7ff);
        }
    }

    public static double cbrt(double x) {
        double size = Math.abs(x);
        if (size == 0 || !(size < Double.POSITIVE_INFINITY)) {
            return x;
        }
        double t = size < Double.MIN_NORMAL ? roughly(LARGE * size, 696219795) : upper(upperOf(size) / 3 + 715094163);
        double r = t * t / size;
        double s = 5.42857142857142815906e-01 + r * t;
        t *= 3.57142857142857150787e-01
                + 1.60714285714285720630e+00 / (s + 1.41428571428571436819e+00 + -7.05306122448979611050e-01 / s);
        t = upper(upperOf(t) + 1);
        s = t * t;
        r = size / s;
        r = (r - t) / (t + t + r);
        t += t * r;
        return x < 0 ? -t : t;
    }

    /** A third of the upper half, and the lower half as it is. */
    private static double roughly(double x, int added) {
        long lower = Double.doubleToRawLongBits(x) & 0xffffffffL;
        return Double.longBitsToDouble(((long) (upperOf(x) / 3 + added) << 32) | lower);
    }
}
