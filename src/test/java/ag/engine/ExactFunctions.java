package ag.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Elementary functions with 60 digits, from power series: what those of the engine are measured by. */
public final class ExactFunctions {
    private static final MathContext DIGITS = new MathContext(60, RoundingMode.HALF_EVEN);

    private ExactFunctions() {}

    /** How many units in the last place a computed number is off. */
    public static double ulps(double computed, BigDecimal exact) {
        double ulp = Math.ulp(exact.doubleValue());
        return new BigDecimal(computed)
                .subtract(exact)
                .abs()
                .divide(new BigDecimal(ulp), DIGITS)
                .doubleValue();
    }

    /** (Σ (x/2^k)^i / i!)^(2^k) with |x/2^k| below 1/1000. */
    public static BigDecimal exp(BigDecimal x) {
        int halvings = Math.max(0, Math.getExponent(x.doubleValue()) + 11);
        BigDecimal small = x.divide(BigDecimal.TWO.pow(halvings), DIGITS);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int i = 1; i <= 25; i++) {
            term = term.multiply(small, DIGITS).divide(BigDecimal.valueOf(i), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum;
    }

    public static BigDecimal tanh(BigDecimal x) {
        if (x.abs().doubleValue() < 1e-5) {
            BigDecimal square = x.multiply(x, DIGITS);
            BigDecimal fifth = square.multiply(square, DIGITS)
                    .multiply(BigDecimal.valueOf(2))
                    .divide(BigDecimal.valueOf(15), DIGITS);
            return x.multiply(
                    BigDecimal.ONE
                            .subtract(square.divide(BigDecimal.valueOf(3), DIGITS))
                            .add(fifth),
                    DIGITS);
        }
        BigDecimal e = exp(x.multiply(BigDecimal.TWO));
        return e.subtract(BigDecimal.ONE).divide(e.add(BigDecimal.ONE), DIGITS);
    }

    /** Newton's method on e^y = x from the double nearest to y; two steps of cubic convergence give 48 digits. */
    static BigDecimal log(BigDecimal x) {
        BigDecimal y = new BigDecimal(StrictMath.log(x.doubleValue()));
        for (int i = 0; i < 2; i++) {
            BigDecimal e = exp(y);
            y = y.add(BigDecimal.TWO.multiply(x.subtract(e)).divide(x.add(e), DIGITS), DIGITS);
        }
        return y;
    }

    static BigDecimal log2(BigDecimal x) {
        return log(x).divide(log(BigDecimal.TWO), DIGITS);
    }

    /** What asinh and acosh are far out: they differ from it by less than 1/(2x)². */
    static BigDecimal logOfTwice(BigDecimal x) {
        return log(x).add(log(BigDecimal.TWO));
    }

    static BigDecimal asinh(BigDecimal x) {
        return log(x.add(x.multiply(x).add(BigDecimal.ONE).sqrt(DIGITS)));
    }

    static BigDecimal acosh(BigDecimal x) {
        return log(x.add(x.multiply(x).subtract(BigDecimal.ONE).sqrt(DIGITS)));
    }

    static BigDecimal log1p(BigDecimal x) {
        return log(x.add(BigDecimal.ONE));
    }

    static BigDecimal sigmoid(BigDecimal x) {
        BigDecimal e = exp(x);
        return e.divide(e.add(BigDecimal.ONE), DIGITS);
    }

    static BigDecimal softplus(BigDecimal x) {
        return log(exp(x).add(BigDecimal.ONE));
    }
}
