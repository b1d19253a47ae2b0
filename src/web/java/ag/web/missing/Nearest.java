package ag.web.missing;

import java.math.BigDecimal;
import java.math.BigInteger;

/** The double nearest to a decimal number, where that is a multiple of some power of two; half to even. */
final class Nearest {
    private static final int DIGITS = 53;
    private static final int LEAST_EXPONENT = -1074;

    private Nearest() {}

    static double number(BigDecimal exact) {
        int places = Math.max(0, exact.scale());
        // n·10^-places is (n/5^places)·2^-places, and the division leaves no remainder.
        BigInteger whole = exact.setScale(places)
                .unscaledValue()
                .abs()
                .divide(BigInteger.valueOf(5).pow(places));
        int dropped = Math.max(0, Math.max(whole.bitLength() - DIGITS, LEAST_EXPONENT + places));
        BigInteger kept = whole.shiftRight(dropped);
        if (dropped > 0) {
            int half = whole.subtract(kept.shiftLeft(dropped)).compareTo(BigInteger.ONE.shiftLeft(dropped - 1));
            if (half > 0 || (half == 0 && kept.testBit(0))) {
                kept = kept.add(BigInteger.ONE);
            }
        }
        double value = scaled((double) kept.longValue(), dropped - places);
        return exact.signum() < 0 ? -value : value;
    }

    /** No step rounds, as every number on the way is at least as far from zero as the last one. */
    private static double scaled(double digits, int exponent) {
        double value = digits;
        int left = exponent;
        for (; left > 0; left--) {
            value *= 2;
        }
        for (; left < 0; left++) {
            value *= 0.5;
        }
        return value;
    }
}
