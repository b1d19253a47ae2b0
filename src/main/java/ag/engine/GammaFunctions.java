package ag.engine;

import java.math.BigInteger;
import org.apache.commons.numbers.gamma.Beta;
import org.apache.commons.numbers.gamma.Gamma;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;

/** The gamma function, what is made of it, and the derivatives of its logarithm to any order. */
final class GammaFunctions {
    /** The last whole number whose gamma is finite. */
    private static final int LAST_FACTORIAL = 171;

    private static final double[] WHOLE = factorials();

    /** Where digamma is 0, in two parts, and its Taylor coefficients there, computed with 60 digits. */
    private static final double ROOT = 1.4616321449683622;

    private static final double ROOT_LOW = 9.549995429965697e-17;

    private static final double[] AT_ROOT = {
        0.9676722454476212, -0.4427631689835921, 0.258499760955651, -0.16394270544240652, 0.10782405069126237,
                -0.07219956125645471,
        0.04880428816414311, -0.03316112647484736, 0.022597648232218104, -0.01542476590494896, 0.010538791616612175,
                -0.007204534386356869,
        0.004926781395729853, -0.003369801655439328, 0.002305126326734928, -0.0015769367714301972,
                0.0010788252019162967, -0.0007380709389960052,
        0.000504953265834602, -0.0003454680251063077, 0.00023635601564027053, -0.00016170622091974803,
                0.0001106337276874741, -7.569179582195066e-05,
        5.178575795222081e-05, -3.5430070947659604e-05, 2.424006611860132e-05, -1.6584242271854135e-05,
                1.134638458466385e-05, -7.762817668462094e-06,
        5.3110609208898636e-06, -3.6336507898010456e-06, 2.486022733129538e-06, -1.7008538854332607e-06,
                1.1636675363548843e-06, -7.96142543124197e-07,
        5.446941930669446e-07, -3.7266161283438227e-07, 2.549626552021554e-07, -1.7443695117727745e-07,
                1.1934394829830244e-07, -8.165115189488409e-08,
        5.586299683532171e-08, -3.821960061917494e-08, 2.6148576951961865e-08, -1.788998486491149e-08
    };

    /** B₂ⱼ/(2j) of Bernoulli's numbers. */
    private static final double[] BERNOULLI = {
        0.08333333333333333,
        -0.008333333333333333,
        0.003968253968253968,
        -0.004166666666666667,
        0.007575757575757576,
        -0.021092796092796094,
        0.08333333333333333,
        -0.4432598039215686
    };

    /** B₂ⱼ/(2j)! of Bernoulli's numbers. */
    private static final double[] BERNOULLI_OVER_FACTORIAL = {
        0.08333333333333333, -0.001388888888888889, 3.306878306878307e-05, -8.267195767195768e-07,
        2.08767569878681e-08, -5.284190138687493e-10, 1.3382536530684679e-11, -3.3896802963225827e-13,
        8.586062056277845e-15, -2.174868698558062e-16, 5.5090028283602295e-18, -1.3954464685812522e-19
    };

    /** From here up the asymptotic series of digamma has all digits. */
    private static final double ASYMPTOTIC = 12;

    /** Further from 0 on the negative side, a polygamma would take too long. */
    private static final double FURTHEST = -1e6;

    private GammaFunctions() {}

    private static double[] factorials() {
        double[] factorials = new double[LAST_FACTORIAL];
        BigInteger product = BigInteger.ONE;
        for (int n = 0; n < LAST_FACTORIAL; n++) {
            product = product.multiply(BigInteger.valueOf(Math.max(n, 1)));
            factorials[n] = product.doubleValue();
        }
        return factorials;
    }

    /** Γ(x); of a whole number n the factorial of n - 1, rounded once. */
    static double gamma(double x) {
        int n = (int) x;
        return n == x && n >= 1 && n <= LAST_FACTORIAL ? WHOLE[n - 1] : x == 0 ? 1 / x : Gamma.value(x);
    }

    /** x! is Γ(x + 1). */
    static double factorial(double x) {
        return gamma(x + 1);
    }

    /** log|Γ(x)|. */
    static double logGamma(double x) {
        return isPole(x) || Double.isInfinite(x) ? Double.POSITIVE_INFINITY : LogGamma.value(x);
    }

    /** Whether the gamma function is infinite here: at 0 and at the whole numbers below it. */
    private static boolean isPole(double x) {
        return x <= 0 && x == Math.floor(x);
    }

    /** The derivative of log Γ. */
    static double digamma(double x) {
        if (isPole(x)) {
            return Double.NaN;
        }
        if (x < 0) {
            // Moved by whole numbers to where the tangent has all its digits.
            return digamma(1 - x) - Math.PI / Elementary.tan(Math.PI * (x - Elementary.round(x)));
        }
        double sum = 0;
        double near = x;
        if (near < 1) {
            return digamma(near + 1) - 1 / near;
        }
        while (near > 2 && near < ASYMPTOTIC) {
            near--;
            sum += 1 / near;
        }
        return near <= 2 ? aroundRoot(near) + sum : asymptotic(near);
    }

    private static double aroundRoot(double x) {
        double distance = (x - ROOT) - ROOT_LOW;
        double sum = 0;
        for (int k = AT_ROOT.length - 1; k >= 0; k--) {
            sum = Elementary.fma(sum, distance, AT_ROOT[k]);
        }
        return sum * distance;
    }

    private static double asymptotic(double x) {
        double square = 1 / x / x;
        double tail = 0;
        for (int j = BERNOULLI.length - 1; j >= 0; j--) {
            tail = (tail + BERNOULLI[j]) * square;
        }
        return Elementary.log(x) - (0.5 / x + tail);
    }

    /** The derivative number n of digamma: -(-1)^n·n!·ζ(n + 1, x) by Euler's and Maclaurin's formula for ζ. */
    static double polygamma(double order, double x) {
        // Halves go up, all of them, so that the derivative of a rounded order is the next order.
        double n = Math.floor(order + 0.5);
        if (n == 0) {
            return digamma(x);
        }
        if (!(n > 0) || n >= LAST_FACTORIAL || isPole(x) || x < FURTHEST || Double.isNaN(x)) {
            return Double.NaN;
        }
        double zeta = zeta(n + 1, x);
        double size = gamma(n + 1) * zeta;
        return n % 2 == 1 ? size : -size;
    }

    private static double zeta(double s, double x) {
        // Far enough out for the terms of the tail to fall quickly.
        double far = 12 + s;
        double sum = 0;
        double at = x;
        while (at < far) {
            sum += Elementary.pow(at, -s);
            at++;
        }
        double power = Elementary.pow(at, -s);
        double tail = power * at / (s - 1) + 0.5 * power;
        double factor = s * power / at;
        for (int j = 0; j < BERNOULLI_OVER_FACTORIAL.length; j++) {
            tail += BERNOULLI_OVER_FACTORIAL[j] * factor;
            factor *= (s + 2 * j + 1) * (s + 2 * j + 2) / at / at;
        }
        return sum + tail;
    }

    static double beta(double a, double b) {
        return Beta.value(a, b);
    }

    static double logBeta(double a, double b) {
        return LogBeta.value(a, b);
    }
}
