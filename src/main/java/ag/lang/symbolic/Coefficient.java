package ag.lang.symbolic;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An exact number in front of a term: a decimal as it was written, over a whole number. So 0.1 + 0.2 is 0.3 and a third stays a
 * third.
 */
record Coefficient(BigDecimal decimal, BigInteger divisor) {
    static final Coefficient ZERO = new Coefficient(BigDecimal.ZERO, BigInteger.ONE);
    static final Coefficient ONE = new Coefficient(BigDecimal.ONE, BigInteger.ONE);

    /** Numbers of more digits than a double tells apart are rounded to one. */
    private static final int MOST_DIGITS = 40;

    static Coefficient of(double x) {
        return reduced(new BigDecimal(Double.toString(x)), BigInteger.ONE);
    }

    private static Coefficient reduced(BigDecimal above, BigInteger below) {
        BigDecimal decimal = above.stripTrailingZeros();
        BigInteger divisor = below;
        if (divisor.signum() < 0) {
            decimal = decimal.negate();
            divisor = divisor.negate();
        }
        if (decimal.scale() <= 0) {
            BigInteger whole = decimal.toBigInteger();
            BigInteger common = whole.gcd(divisor);
            if (common.signum() > 0) {
                decimal = new BigDecimal(whole.divide(common)).stripTrailingZeros();
                divisor = divisor.divide(common);
            }
        }
        if (decimal.precision() > MOST_DIGITS || divisor.bitLength() > 3 * MOST_DIGITS) {
            double rounded = decimal.doubleValue() / divisor.doubleValue();
            return new Coefficient(new BigDecimal(Double.toString(rounded)).stripTrailingZeros(), BigInteger.ONE);
        }
        return new Coefficient(decimal, divisor);
    }

    Coefficient plus(Coefficient other) {
        return reduced(
                decimal.multiply(new BigDecimal(other.divisor)).add(other.decimal.multiply(new BigDecimal(divisor))),
                divisor.multiply(other.divisor));
    }

    Coefficient times(Coefficient other) {
        return reduced(decimal.multiply(other.decimal), divisor.multiply(other.divisor));
    }

    /** One over this number, which must not be 0. */
    Coefficient reciprocal() {
        int scale = Math.max(decimal.scale(), 0);
        BigInteger below = decimal.scaleByPowerOfTen(scale).toBigIntegerExact();
        return reduced(new BigDecimal(divisor).scaleByPowerOfTen(scale), below);
    }

    Coefficient power(int exponent) {
        Coefficient result = ONE;
        for (int i = 0; i < Math.abs(exponent); i++) {
            result = result.times(this);
        }
        return exponent < 0 ? result.reciprocal() : result;
    }

    /** The exact square root; 1 where there is none that can be written. */
    Coefficient wholeRoot() {
        if (sign() <= 0 || decimal.scale() > 0) {
            return ONE;
        }
        BigInteger[] above = decimal.toBigInteger().sqrtAndRemainder();
        BigInteger[] below = divisor.sqrtAndRemainder();
        boolean exact = above[1].signum() == 0 && below[1].signum() == 0;
        return exact ? new Coefficient(new BigDecimal(above[0]).stripTrailingZeros(), below[0]) : ONE;
    }

    Coefficient negated() {
        return new Coefficient(decimal.negate(), divisor);
    }

    int sign() {
        return decimal.signum();
    }

    boolean isZero() {
        return sign() == 0;
    }

    boolean isOne() {
        return equals(ONE);
    }

    boolean isWhole() {
        return divisor.equals(BigInteger.ONE) && decimal.scale() <= 0;
    }

    double value() {
        return decimal.doubleValue() / divisor.doubleValue();
    }

    /** Whether it is a whole number small enough to multiply out a power by it. */
    boolean isSmallWhole() {
        return isWhole() && decimal.abs().compareTo(BigDecimal.valueOf(64)) <= 0;
    }
}
