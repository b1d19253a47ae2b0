package ag.engine;

/**
 * The functions that textbooks define as reciprocals ({@code sec}, {@code coth} …) and their inverses. An inverse does not go
 * through 1/x where that would round away how far x is from 1.
 */
final class Trigonometry {
    /** From here on e^x and twice the hyperbolic sine or cosine are the same number. */
    private static final double FAR = 22;

    private static final double LN2 = 0.6931471805599453;

    /** So close to 0 that the inverse of 1/x is that of a logarithm. */
    private static final double NEAR = 1e-8;

    private Trigonometry() {}

    static double sec(double x) {
        return 1 / Elementary.cos(x);
    }

    static double csc(double x) {
        return 1 / Elementary.sin(x);
    }

    static double cot(double x) {
        return 1 / Elementary.tan(x);
    }

    /** √(x² - 1) without overflow and without loss near 1. */
    private static double leg(double x) {
        return Math.sqrt(x - 1) * Math.sqrt(x + 1);
    }

    /** The angle from 0 to π whose secant is x. */
    static double asec(double x) {
        double angle = Elementary.atan(leg(Math.abs(x)));
        return x > 0 ? angle : Math.PI - angle;
    }

    static double asecSlope(double x) {
        double m = Math.abs(x);
        return 1 / m / leg(m);
    }

    /** The angle from -π/2 to π/2 whose cosecant is x. */
    static double acsc(double x) {
        return Math.copySign(Elementary.atan(1 / leg(Math.abs(x))), x);
    }

    static double sech(double x) {
        double m = Math.abs(x);
        return m > FAR ? 2 * Elementary.exp(-m) : 1 / Elementary.cosh(m);
    }

    static double csch(double x) {
        double m = Math.abs(x);
        return m > FAR ? Math.copySign(2 * Elementary.exp(-m), x) : 1 / Elementary.sinh(x);
    }

    static double coth(double x) {
        double m = Math.abs(x);
        double t = Elementary.expm1(2 * m);
        return m > FAR ? Math.signum(x) : Math.copySign((t + 2) / t, x);
    }

    /** -1/sinh². */
    static double cothSlope(double x) {
        double y = csch(x);
        return -y * y;
    }

    /** The number from 0 up whose hyperbolic secant is x. */
    static double asech(double x) {
        if (x < NEAR && x >= 0) {
            return LN2 - Elementary.log(x);
        }
        double t = (1 - x) / x;
        return x < 0 ? Double.NaN : Elementary.log1p(t + Math.sqrt(2 * t + t * t));
    }

    static double asechSlope(double x) {
        return -1 / x / Math.sqrt((1 - x) * (1 + x));
    }

    static double acsch(double x) {
        double m = Math.abs(x);
        return m < NEAR ? Math.copySign(LN2 - Elementary.log(m), x) : Elementary.asinh(1 / x);
    }

    static double acschSlope(double x) {
        double m = Math.abs(x);
        return -Slopes.asinh(x) / m;
    }

    /** ½·log(1 + 2/(|x| - 1)), with the sign of x. */
    static double acoth(double x) {
        return Math.copySign(0.5 * Elementary.log1p(2 / (Math.abs(x) - 1)), x);
    }
}
