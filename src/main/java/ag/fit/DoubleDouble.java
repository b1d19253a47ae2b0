package ag.fit;

import ag.engine.Elementary;

/**
 * A number of about 32 digits: the exact sum of two doubles, the second at most half a digit of the first. After Dekker, A floating-point
 * technique for extending the available precision (1971), and Hida, Li and Bailey, Library for double-double arithmetic (2001).
 */
record DoubleDouble(double high, double low) {
    static final DoubleDouble ZERO = new DoubleDouble(0, 0);
    static final DoubleDouble ONE = new DoubleDouble(1, 0);
    private static final DoubleDouble LN_2 = new DoubleDouble(0.6931471805599453, 2.3190468138462996e-17);
    private static final DoubleDouble HALF_PI = new DoubleDouble(1.5707963267948966, 6.123233995736766e-17);
    private static final int MOST_TERMS = 40;

    static DoubleDouble of(double x) {
        return new DoubleDouble(x, 0);
    }

    private static DoubleDouble sum(double a, double b) {
        double s = a + b;
        double part = s - a;
        return new DoubleDouble(s, (a - (s - part)) + (b - part));
    }

    private static DoubleDouble normal(double high, double low) {
        double s = high + low;
        return new DoubleDouble(s, low - (s - high));
    }

    DoubleDouble plus(DoubleDouble other) {
        DoubleDouble s = sum(high, other.high);
        DoubleDouble t = sum(low, other.low);
        DoubleDouble u = normal(s.high, s.low + t.high);
        return normal(u.high, u.low + t.low);
    }

    DoubleDouble minus(DoubleDouble other) {
        return plus(other.negated());
    }

    DoubleDouble negated() {
        return new DoubleDouble(-high, -low);
    }

    DoubleDouble times(DoubleDouble other) {
        double product = high * other.high;
        double error = Elementary.fma(high, other.high, -product);
        return normal(product, error + (high * other.low + low * other.high));
    }

    DoubleDouble times(double other) {
        double product = high * other;
        return normal(product, Elementary.fma(high, other, -product) + low * other);
    }

    DoubleDouble over(DoubleDouble other) {
        double first = high / other.high;
        DoubleDouble rest = minus(other.times(first));
        double second = rest.high / other.high;
        rest = rest.minus(other.times(second));
        double third = rest.high / other.high;
        return normal(first, second).plus(of(third));
    }

    DoubleDouble root() {
        if (high <= 0) {
            return of(Math.sqrt(high));
        }
        double guess = Math.sqrt(high);
        DoubleDouble rest = minus(of(guess).times(guess));
        return normal(guess, rest.high / (2 * guess));
    }

    boolean isFinite() {
        return Double.isFinite(high) && Double.isFinite(low);
    }

    /** e to this number. */
    DoubleDouble exp() {
        if (!(Math.abs(high) < 700)) {
            return of(Elementary.exp(high));
        }
        double doublings = Elementary.round(high / LN_2.high);
        DoubleDouble rest = minus(LN_2.times(doublings)).times(1.0 / 512);
        DoubleDouble sum = ZERO;
        DoubleDouble term = rest;
        for (int n = 2; n < MOST_TERMS && Math.abs(term.high) > 1e-36; n++) {
            sum = sum.plus(term);
            term = term.times(rest).over(of(n));
        }
        // (1 + s)² = 1 + (2s + s²), nine times: the small part keeps its digits.
        for (int i = 0; i < 9; i++) {
            sum = sum.times(2).plus(sum.times(sum));
        }
        DoubleDouble result = sum.plus(ONE);
        int power = (int) doublings;
        return new DoubleDouble(Math.scalb(result.high, power), Math.scalb(result.low, power));
    }

    /** The natural logarithm, by one Newton step from that of a double. */
    DoubleDouble log() {
        double guess = Elementary.log(high);
        if (!Double.isFinite(guess)) {
            return of(guess);
        }
        DoubleDouble near = of(guess);
        return near.plus(times(near.negated().exp())).minus(ONE);
    }

    /** This number to a whole power. */
    DoubleDouble power(int exponent) {
        DoubleDouble result = ONE;
        DoubleDouble square = this;
        for (int n = Math.abs(exponent); n > 0; n >>= 1) {
            if ((n & 1) == 1) {
                result = result.times(square);
            }
            square = square.times(square);
        }
        return exponent < 0 ? ONE.over(result) : result;
    }

    /** The sine and the cosine. */
    DoubleDouble[] sineAndCosine() {
        if (!(Math.abs(high) < 1e6)) {
            return new DoubleDouble[] {of(Elementary.sin(high)), of(Elementary.cos(high))};
        }
        double quarters = Elementary.round(high / HALF_PI.high);
        DoubleDouble rest = minus(HALF_PI.times(quarters));
        DoubleDouble square = rest.times(rest).negated();
        DoubleDouble sine = series(rest, square, 1);
        DoubleDouble cosine = series(ONE, square, 0);
        return switch (Math.floorMod((int) quarters, 4)) {
            case 0 -> new DoubleDouble[] {sine, cosine};
            case 1 -> new DoubleDouble[] {cosine, sine.negated()};
            case 2 -> new DoubleDouble[] {sine.negated(), cosine.negated()};
            default -> new DoubleDouble[] {cosine.negated(), sine};
        };
    }

    private static DoubleDouble series(DoubleDouble first, DoubleDouble square, int order) {
        DoubleDouble sum = ZERO;
        DoubleDouble term = first;
        for (int n = order + 1; n < 2 * MOST_TERMS && Math.abs(term.high) > 1e-36; n += 2) {
            sum = sum.plus(term);
            term = term.times(square).over(of((double) n * (n + 1)));
        }
        return sum;
    }

    /** The inverse tangent, by one Newton step from that of a double. */
    DoubleDouble arctangent() {
        DoubleDouble near = of(Elementary.atan(high));
        DoubleDouble[] both = near.sineAndCosine();
        // atan(x) = a + atan((x − tan a)/(1 + x·tan a)), and the second is tiny.
        DoubleDouble above = times(both[1]).minus(both[0]);
        DoubleDouble below = both[1].plus(times(both[0]));
        return near.plus(above.over(below));
    }
}
