package ag.web.missing;

/**
 * {@code asin}, {@code acos}, {@code atan} and {@code atan2} as {@link StrictMath} has them, which browsers compute in ways of their
 * own. After fdlibm 5.3 (e_asin.c, e_acos.c, s_atan.c, e_atan2.c):
 *
 * <p>Copyright (C) 1993, 2004 by Sun Microsystems, Inc. All rights reserved. Permission to use, copy, modify, and distribute this
 * software is freely granted, provided that this notice is preserved.
 */
// The constants stand as fdlibm writes them.
@SuppressWarnings("FloatingPointLiteralPrecision")
public final class FdlibmArcs {
    private static final double QUARTER_HIGH = 1.57079632679489655800e+00;
    private static final double QUARTER_LOW = 6.12323399573676603587e-17;
    private static final double EIGHTH = 7.85398163397448278999e-01;
    private static final double HALF_LOW = 1.2246467991473531772E-16;
    private static final double NEAR_ONE = FdlibmAngles.upper(0x3fef3333);

    private static final double P0 = 1.66666666666666657415e-01;
    private static final double P1 = -3.25565818622400915405e-01;
    private static final double P2 = 2.01212532134862925881e-01;
    private static final double P3 = -4.00555345006794114027e-02;
    private static final double P4 = 7.91534994289814532176e-04;
    private static final double P5 = 3.47933107596021167570e-05;
    private static final double Q1 = -2.40339491173441421878e+00;
    private static final double Q2 = 2.02094576023350569471e+00;
    private static final double Q3 = -6.88283971605453293030e-01;
    private static final double Q4 = 7.70381505559019352791e-02;

    private static final double[] ATAN_HIGH = {
        4.63647609000806093515e-01, EIGHTH, 9.82793723247329054082e-01, QUARTER_HIGH
    };
    private static final double[] ATAN_LOW = {
        2.26987774529616870924e-17, 3.06161699786838301793e-17, 1.39033110312309984516e-17, QUARTER_LOW
    };
    private static final double[] T = {
        3.33333333333329318027e-01,
        -1.99999999998764832476e-01,
        1.42857142725034663711e-01,
        -1.11111104054623557880e-01,
        9.09088713343650656196e-02,
        -7.69187620504482999495e-02,
        6.66107313738753120669e-02,
        -5.83357013379057348645e-02,
        4.97687799461593236017e-02,
        -3.65315727442169155270e-02,
        1.62858201153657823623e-02
    };

    private FdlibmArcs() {}

    private static double quotient(double t) {
        double p = t * (P0 + t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5)))));
        double q = 1 + t * (Q1 + t * (Q2 + t * (Q3 + t * Q4)));
        return p / q;
    }

    private static double chopped(double x) {
        return FdlibmAngles.upper(FdlibmAngles.upperOf(x));
    }

    public static double asin(double x) {
        double size = Math.abs(x);
        if (!(size < 1)) {
            return size == 1 ? x * QUARTER_HIGH + x * QUARTER_LOW : Double.NaN;
        }
        if (size < 0.5) {
            return size < 0x1p-27 ? x : x + x * quotient(x * x);
        }
        double t = (1 - size) * 0.5;
        double r = quotient(t);
        double s = Math.sqrt(t);
        double angle;
        if (size >= NEAR_ONE) {
            angle = QUARTER_HIGH - (2 * (s + s * r) - QUARTER_LOW);
        } else {
            double w = chopped(s);
            double c = (t - w * w) / (s + w);
            double p = 2 * s * r - (QUARTER_LOW - 2 * c);
            angle = EIGHTH - (p - (EIGHTH - 2 * w));
        }
        return x > 0 ? angle : -angle;
    }

    public static double acos(double x) {
        double size = Math.abs(x);
        if (!(size < 1)) {
            return x == 1 ? 0 : x == -1 ? Math.PI + 2 * QUARTER_LOW : Double.NaN;
        }
        if (size < 0.5) {
            return size < 0x1p-57
                    ? QUARTER_HIGH + QUARTER_LOW
                    : QUARTER_HIGH - (x - (QUARTER_LOW - x * quotient(x * x)));
        }
        double z = (1 - size) * 0.5;
        double s = Math.sqrt(z);
        double r = quotient(z);
        if (x < 0) {
            return Math.PI - 2 * (s + (r * s - QUARTER_LOW));
        }
        double high = chopped(s);
        double c = (z - high * high) / (s + high);
        return 2 * (high + (r * s + c));
    }

    public static double atan(double x) {
        double size = Math.abs(x);
        if (!(size < 0x1p66)) {
            return Double.isNaN(x) ? x : Math.copySign(ATAN_HIGH[3] + ATAN_LOW[3], x);
        }
        if (size < 0.4375) {
            return size < 0x1p-29 ? x : x - x * series(x);
        }
        int place = size < 0.6875 ? 0 : size < 1.1875 ? 1 : size < 2.4375 ? 2 : 3;
        double turned = switch (place) {
            case 0 -> (2 * size - 1) / (2 + size);
            case 1 -> (size - 1) / (size + 1);
            case 2 -> (size - 1.5) / (1 + 1.5 * size);
            default -> -1 / size;
        };
        double angle = ATAN_HIGH[place] - ((turned * series(turned) - ATAN_LOW[place]) - turned);
        return x < 0 ? -angle : angle;
    }

    private static double series(double x) {
        double z = x * x;
        double w = z * z;
        double odd = z * (T[0] + w * (T[2] + w * (T[4] + w * (T[6] + w * (T[8] + w * T[10])))));
        double even = w * (T[1] + w * (T[3] + w * (T[5] + w * (T[7] + w * T[9]))));
        return odd + even;
    }

    public static double atan2(double y, double x) {
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return Double.NaN;
        }
        if (x == 1) {
            return atan(y);
        }
        boolean isLeft = x < 0 || 1 / x < 0;
        double angle;
        if (y == 0) {
            angle = isLeft ? Math.PI : 0;
        } else if (x == 0) {
            angle = QUARTER_HIGH;
        } else if (Double.isInfinite(x)) {
            double inner = Double.isInfinite(y) ? EIGHTH : 0;
            angle = isLeft ? (inner == 0 ? Math.PI : 3 * EIGHTH) : inner;
        } else if (Double.isInfinite(y)) {
            angle = QUARTER_HIGH;
        } else {
            angle = between(Math.abs(y), x);
        }
        return Math.copySign(angle, y);
    }

    private static double between(double height, double x) {
        int k = (FdlibmAngles.upperOf(height) - FdlibmAngles.upperOf(Math.abs(x))) >> 20;
        double angle = k > 60 ? QUARTER_HIGH + 0.5 * HALF_LOW : x < 0 && k < -60 ? 0 : atan(Math.abs(height / x));
        return x < 0 ? Math.PI - (angle - HALF_LOW) : angle;
    }
}
