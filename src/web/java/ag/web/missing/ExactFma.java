package ag.web.missing;

import java.math.BigDecimal;

/**
 * The fused multiply-add, which browsers do not have: {@code a*b + c} with one rounding. Where no step overflows or underflows,
 * product and sums are split without an error, after S. Boldo and G. Melquiond, "Emulation of FMA and correctly rounded sums", IEEE
 * Transactions on Computers 57 (2008); elsewhere decimal arithmetic gives the exact number.
 */
public final class ExactFma {
    private static final double SPLITTER = 0x1p27 + 1;
    private static final double ABOVE_ONE = 1 + 0x1p-51;
    private static final double BELOW_ONE = 1 - 0x1p-51;
    private static final double SMALLEST_PRODUCT = 0x1p-960;
    private static final double LARGEST = 0x1p990;

    private ExactFma() {}

    public static double fma(double a, double b, double c) {
        double product = a * b;
        double size = Math.abs(product);
        if (!(size > SMALLEST_PRODUCT
                && size < LARGEST
                && Math.abs(a) < LARGEST
                && Math.abs(b) < LARGEST
                && Math.abs(c) < LARGEST)) {
            return atTheEdges(a, b, c);
        }
        double aUpper = upper(a);
        double aLower = a - aUpper;
        double bUpper = upper(b);
        double bLower = b - bUpper;
        double lost = aLower * bLower - (product - aUpper * bUpper - aLower * bUpper - aUpper * bLower);

        // Most often what is left out below the last digit is far from turning it, and the sum of the small parts may
        // be rounded.
        double rounded = product + c;
        double small = lost(product, c, rounded) + lost;
        double near = rounded + small;
        if (rounded + small * ABOVE_ONE == near && rounded + small * BELOW_ONE == near) {
            return near;
        }
        return exact(product, lost, c);
    }

    /** The sum of three numbers, the second far below the first, with one rounding. */
    private static double exact(double product, double lost, double c) {
        double low = c + lost;
        double lowLost = lost(c, lost, low);
        double high = product + low;
        double highLost = lost(product, low, high);
        double rest = lowLost + highLost;
        double restLost = lost(lowLost, highLost, rest);
        double sum = high + rest;
        if (restLost == 0) {
            return sum;
        }
        // The sum of high and rest was rounded to the nearest number; what is still missing matters only where it lay
        // halfway.
        double beyond = 2 * lost(high, rest, sum);
        double neighbour = sum + beyond;
        boolean halfway = beyond != 0 && neighbour - sum == beyond;
        return halfway && restLost > 0 == beyond > 0 ? neighbour : sum;
    }

    /** The upper half of a number's digits. */
    private static double upper(double x) {
        double scaled = SPLITTER * x;
        return scaled - (scaled - x);
    }

    /** What rounding took from a sum. */
    private static double lost(double x, double y, double sum) {
        double ofSum = sum - x;
        return x - (sum - ofSum) + (y - ofSum);
    }

    private static double atTheEdges(double a, double b, double c) {
        if (a == 0 || b == 0 || !Double.isFinite(a) || !Double.isFinite(b) || !Double.isFinite(c)) {
            return a * b + c;
        }
        BigDecimal exact = new BigDecimal(a).multiply(new BigDecimal(b)).add(new BigDecimal(c));
        // An exact zero has the sign that addition gives it.
        return exact.signum() == 0 ? a * b + c : Nearest.number(exact);
    }
}
