package ag.lang.algebra;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/**
 * An exact number: a whole number over a whole number above 0, in lowest terms.
 *
 * @param above the numerator, with the sign
 * @param below the denominator
 */
public record Rational(BigInteger above, BigInteger below) implements Comparable<Rational> {
    public static final Rational ZERO = of(0);
    public static final Rational ONE = of(1);
    public static final Rational TWO = of(2);
    public static final Rational HALF = of(1, 2);

    /** Powers that would have more bits than this are not multiplied out. */
    private static final int MOST_BITS = 1000;

    private static final int LONG = 24;
    private static final int LARGEST_PRIME = 1000;

    public Rational {
        if (below.signum() == 0) {
            throw new ArithmeticException("division by 0");
        }
        BigInteger common = above.gcd(below);
        BigInteger divisor = below.signum() < 0 ? common.negate() : common;
        if (!divisor.equals(BigInteger.ONE)) {
            above = above.divide(divisor);
            below = below.divide(divisor);
        }
    }

    public static Rational of(long whole) {
        return new Rational(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    public static Rational of(long above, long below) {
        return new Rational(BigInteger.valueOf(above), BigInteger.valueOf(below));
    }

    public static Rational of(BigInteger whole) {
        return new Rational(whole, BigInteger.ONE);
    }

    /** A decimal just as its digits say: 0.1 is a tenth. */
    public static Rational of(BigDecimal decimal) {
        return decimal.scale() <= 0
                ? of(decimal.toBigInteger())
                : new Rational(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    /** The shortest decimal that reads as this double, exactly; the double must be finite. */
    public static Rational of(double x) {
        return of(new BigDecimal(Double.toString(x)));
    }

    public Rational plus(Rational other) {
        return new Rational(above.multiply(other.below).add(other.above.multiply(below)), below.multiply(other.below));
    }

    public Rational minus(Rational other) {
        return plus(other.negated());
    }

    public Rational times(Rational other) {
        return new Rational(above.multiply(other.above), below.multiply(other.below));
    }

    public Rational over(Rational other) {
        return times(other.reciprocal());
    }

    public Rational negated() {
        return new Rational(above.negate(), below);
    }

    public Rational abs() {
        return new Rational(above.abs(), below);
    }

    public Rational reciprocal() {
        return new Rational(below, above);
    }

    /** A whole power; empty where it would have thousands of digits. */
    public Optional<Rational> power(Rational exponent) {
        if (exponent.isWhole() && abs().isOne()) {
            return Optional.of(exponent.above.testBit(0) ? this : ONE);
        }
        if (!exponent.isWhole() || exponent.above.bitLength() > 15) {
            return Optional.empty();
        }
        int by = Math.abs(exponent.above.intValue());
        if ((long) by * Math.max(above.bitLength(), below.bitLength()) > MOST_BITS) {
            return Optional.empty();
        }
        Rational raised = new Rational(above.pow(by), below.pow(by));
        return Optional.of(exponent.sign() < 0 ? raised.reciprocal() : raised);
    }

    public int sign() {
        return above.signum();
    }

    public boolean isZero() {
        return sign() == 0;
    }

    public boolean isOne() {
        return equals(ONE);
    }

    public boolean isWhole() {
        return below.equals(BigInteger.ONE);
    }

    /** Whether it has too many digits to be shown. */
    boolean isLong() {
        return Math.max(above.bitLength(), below.bitLength()) > LONG;
    }

    public boolean isEven() {
        return isWhole() && !above.testBit(0);
    }

    /** The largest whole number not above this one. */
    public Rational floor() {
        BigInteger[] parts = above.divideAndRemainder(below);
        return of(parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0]);
    }

    /** The largest number that both are whole multiples of. */
    public Rational gcd(Rational other) {
        return new Rational(above.multiply(other.below).gcd(other.above.multiply(below)), below.multiply(other.below));
    }

    public double value() {
        return new BigDecimal(above)
                .divide(new BigDecimal(below), java.math.MathContext.DECIMAL64)
                .doubleValue();
    }

    /** The number as a decimal, where it is one that ends. */
    public Optional<BigDecimal> decimal() {
        BigInteger rest = below;
        int scale = 0;
        for (BigInteger prime : new BigInteger[] {BigInteger.TWO, BigInteger.valueOf(5)}) {
            int times = 0;
            while (rest.mod(prime).signum() == 0) {
                rest = rest.divide(prime);
                times++;
            }
            scale = Math.max(scale, times);
        }
        return rest.equals(BigInteger.ONE)
                ? Optional.of(
                        new BigDecimal(above).divide(new BigDecimal(below), scale, java.math.RoundingMode.UNNECESSARY))
                : Optional.empty();
    }

    /**
     * The largest number whose power divides this one, for a number above 0: 6 for the second power in 72. What is left is this
     * number over that power.
     */
    Rational rootIn(int degree) {
        return new Rational(rootIn(above, degree), rootIn(below, degree));
    }

    private static BigInteger rootIn(BigInteger number, int degree) {
        BigInteger root = BigInteger.ONE;
        BigInteger rest = number;
        for (int prime = 2; prime < LARGEST_PRIME && rest.bitLength() > 1; prime++) {
            BigInteger power = BigInteger.valueOf(prime).pow(degree);
            while (rest.mod(power).signum() == 0) {
                rest = rest.divide(power);
                root = root.multiply(BigInteger.valueOf(prime));
            }
        }
        if (degree == 2) {
            BigInteger[] whole = rest.sqrtAndRemainder();
            if (whole[1].signum() == 0) {
                root = root.multiply(whole[0]);
            }
        }
        return root;
    }

    @Override
    public int compareTo(Rational other) {
        return above.multiply(other.below).compareTo(other.above.multiply(below));
    }

    @Override
    public String toString() {
        return isWhole() ? above.toString() : above + "/" + below;
    }
}
