package ag.engine;

/**
 * Derivatives, and functions of two numbers, whose textbook formula would lose digits, overflow or vanish somewhere on the
 * line: written so that the result is within 4 units in the last place wherever it is a normal number.
 */
final class Slopes {
    private static final double ATAN_FAR = 1e8;
    private static final double SMALLEST_CLOSE = 0x1p-960;
    private static final double LARGEST_CLOSE = 0x1p1020;

    private Slopes() {}

    /** b·a^(b - 1). What rounding took away from b - 1 is made up for: it weighs as much as log(a) is large. */
    static double powerA(double a, double b) {
        if (!(Math.abs(a) > 0) && b == 0) {
            return 0;
        }
        double exponent = b - 1;
        double lost = lostByDifference(b, 1, exponent);
        double power = timesPower(b, a, exponent);
        boolean exact = lost == 0 || a == 0 || Double.isInfinite(a) || !Double.isFinite(power);
        return exact ? power : power * (1 + lost * Elementary.log(Math.abs(a)));
    }

    /** a^b·log(a), and 0 where a is 0 and b not negative. */
    static double powerB(double a, double b, double y) {
        if (a == 0 && b >= 0) {
            return 0;
        }
        double log = Elementary.log(a);
        return isClose(y) || a == 0 ? y * log : timesPower(log, a, b);
    }

    /** factor·a^exponent, also where the power alone is too large or too small to be told exactly. */
    private static double timesPower(double factor, double a, double exponent) {
        double power = Elementary.pow(a, exponent);
        if (isClose(power) || Double.isNaN(power) || a == 0 || Double.isInfinite(a) || Double.isInfinite(exponent)) {
            return factor * power;
        }
        double root = Elementary.pow(Math.abs(a), 0.5 * exponent);
        return Math.copySign(1, power) * (factor * root) * root;
    }

    private static boolean isClose(double x) {
        return Math.abs(x) >= Double.MIN_NORMAL && Math.abs(x) < Double.POSITIVE_INFINITY;
    }

    /** What rounding took away from a - b: exactly (Knuth's two-sum). */
    static double lostByDifference(double a, double b, double difference) {
        double ofB = a - difference;
        return (a - (difference + ofB)) + (ofB - b);
    }

    /** a/√(a² + b²), given the root. */
    static double hypot(double a, double b, double y) {
        double scale = scale(a, b, y);
        return scale == 1 ? a / y : a * scale / Elementary.hypot(a * scale, b * scale);
    }

    /** b/(a² + b²). */
    static double atan2(double a, double b) {
        double y = Elementary.hypot(a, b);
        double scale = scale(a, b, y);
        if (scale == 1) {
            return b / y / y;
        }
        double scaled = Elementary.hypot(a * scale, b * scale);
        return b * scale / scaled / scaled * scale;
    }

    /** A power of two that brings a root of a sum of squares into the range where it has all its digits. */
    private static double scale(double a, double b, double y) {
        if (y > LARGEST_CLOSE && Math.abs(a) < Double.POSITIVE_INFINITY && Math.abs(b) < Double.POSITIVE_INFINITY) {
            return 0x1p-8;
        }
        return y < SMALLEST_CLOSE && y > 0 ? 0x1p200 : 1;
    }

    /** 1/(1 + x²). */
    static double atan(double x) {
        return Math.abs(x) > ATAN_FAR ? 1 / x / x : 1 / (1 + x * x);
    }

    static double asinh(double x) {
        double m = Math.abs(x);
        return m > ATAN_FAR ? 1 / m : 1 / Math.sqrt(m * m + 1);
    }

    static double acosh(double x) {
        return 1 / (Math.sqrt(x - 1) * Math.sqrt(x + 1));
    }

    /** 1/(1 - x²). */
    static double atanh(double x) {
        return 1 / (1 - x) / (1 + x);
    }

    static double asin(double x) {
        return 1 / Math.sqrt((1 - x) * (1 + x));
    }

    /** s·(1 + x·(1 - s)) with s = sigmoid(x), where 1 - s is sigmoid(-x): the product rule on x·sigmoid(x). */
    static double silu(double x) {
        return Elementary.sigmoid(x) * (1 + x * Elementary.sigmoid(-x));
    }

    /** The number of times b goes into a, of which {@code rest} is left: a/b itself may be rounded across a whole number. */
    static double timesIn(double a, double b, double rest) {
        return Elementary.round((a - rest) / b);
    }

    /**
     * The binary cross-entropy of a logit a against a target b: log(1 + e^-|a|), and beside it what the likelier answer costs.
     * No part takes away from another, so a small loss keeps its digits.
     */
    static double bceLogits(double a, double b) {
        return (a > 0 ? weighted(1 - b, a) : weighted(b, -a)) + Elementary.log1p(Elementary.exp(-Math.abs(a)));
    }

    /** 0 where the weight is 0, even of an infinite number. */
    private static double weighted(double weight, double x) {
        return weight == 0 ? 0 * Math.signum(x) : weight * x;
    }

    /** sigmoid(a) - b, as (1 - b)·sigmoid(a) - b·sigmoid(-a): right to the last digits where a sure guess is right. */
    static double bceLogitsSlope(double a, double b) {
        return (1 - b) * Elementary.sigmoid(a) - b * Elementary.sigmoid(-a);
    }

    /** The cross-entropy of a probability a against a target b; PyTorch keeps logarithms at -100 or above. */
    static double bce(double a, double b) {
        return -(b * Math.max(Elementary.log(a), -100) + (1 - b) * Math.max(Elementary.log1p(-a), -100));
    }

    static double bceSlopeB(double a) {
        return Math.max(Elementary.log1p(-a), -100) - Math.max(Elementary.log(a), -100);
    }
}
