package ag.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the elementary functions with power series summed to 60 digits, and their array forms with themselves. */
final class ElementaryTest {
    /** A function, its exact value, the interval points are drawn from, and how many units in the last place it may be off. */
    record Accuracy(
            String name,
            DoubleUnaryOperator function,
            UnaryOperator<BigDecimal> exact,
            double low,
            double high,
            double ulps) {
        @Override
        public String toString() {
            return "%s from %s to %s".formatted(name, low, high);
        }
    }

    static Stream<Accuracy> accuracies() {
        return Stream.of(
                new Accuracy("exp", Elementary::exp, ExactFunctions::exp, -1, 1, 1),
                new Accuracy("exp", Elementary::exp, ExactFunctions::exp, -30, 30, 1),
                new Accuracy("exp", Elementary::exp, ExactFunctions::exp, 340, 709.78, 1),
                new Accuracy("exp", Elementary::exp, ExactFunctions::exp, -745.1, -340, 1),
                new Accuracy("tanh", Elementary::tanh, ExactFunctions::tanh, -1e-9, 1e-9, 1),
                new Accuracy("tanh", Elementary::tanh, ExactFunctions::tanh, -0.2, 0.2, 2),
                new Accuracy("tanh", Elementary::tanh, ExactFunctions::tanh, 0.15, 0.6, 2),
                new Accuracy("tanh", Elementary::tanh, ExactFunctions::tanh, -25, 25, 2),
                new Accuracy("log", Elementary::log, ExactFunctions::log, 0.5, 2, 1),
                new Accuracy("log", Elementary::log, ExactFunctions::log, 0.999, 1.001, 1),
                new Accuracy("log", Elementary::log, ExactFunctions::log, 1e-300, 1e-290, 1),
                new Accuracy("log", Elementary::log, ExactFunctions::log, 1e-320, 1e-310, 1),
                new Accuracy("log", Elementary::log, ExactFunctions::log, 1, 1e300, 1),
                new Accuracy("log2", Elementary::log2, ExactFunctions::log2, 0.5, 2, 2),
                new Accuracy("log2", Elementary::log2, ExactFunctions::log2, 0.999999, 1.000001, 2),
                new Accuracy("log2", Elementary::log2, ExactFunctions::log2, 1e-320, 1e-310, 2),
                new Accuracy("log2", Elementary::log2, ExactFunctions::log2, 1, 1e300, 2),
                new Accuracy("asinh", Elementary::asinh, ExactFunctions::logOfTwice, 9e7, 1e9, 2),
                new Accuracy("asinh", Elementary::asinh, ExactFunctions::logOfTwice, 1e9, 1e308, 2),
                new Accuracy("asinh", Elementary::asinh, ExactFunctions::asinh, 0.1, 10, 2),
                new Accuracy("asinh", Elementary::asinh, ExactFunctions::asinh, 10, 1e4, 2),
                new Accuracy("asinh", Elementary::asinh, ExactFunctions::asinh, 1e4, 1e8, 2),
                new Accuracy("acosh", Elementary::acosh, ExactFunctions::acosh, 1, 10, 2),
                new Accuracy("acosh", Elementary::acosh, ExactFunctions::acosh, 10, 1e4, 2),
                new Accuracy("acosh", Elementary::acosh, ExactFunctions::acosh, 1e4, 1e7, 2),
                new Accuracy("acosh", Elementary::acosh, ExactFunctions::acosh, 1e7, 1e8, 2),
                new Accuracy("acosh", Elementary::acosh, ExactFunctions::logOfTwice, 9e7, 1e9, 2),
                new Accuracy("acosh", Elementary::acosh, ExactFunctions::logOfTwice, 1e9, 1e308, 2),
                new Accuracy("log1p", Elementary::log1p, ExactFunctions::log1p, -0.999, 1, 1),
                new Accuracy("log1p", Elementary::log1p, ExactFunctions::log1p, -1e-3, 1e-3, 1),
                new Accuracy("log1p", Elementary::log1p, ExactFunctions::log1p, -1e-10, 1e-10, 1),
                new Accuracy("log1p", Elementary::log1p, ExactFunctions::log1p, 1, 1e17, 1),
                new Accuracy("sigmoid", Elementary::sigmoid, ExactFunctions::sigmoid, -40, 40, 2),
                new Accuracy("softplus", Elementary::softplus, ExactFunctions::softplus, -40, 40, 2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accuracies")
    void aFunctionIsAsCloseAsPromised(Accuracy accuracy) {
        SplittableRandom random = new SplittableRandom(7);
        double worst = 0;
        double at = 0;
        for (int i = 0; i < 800; i++) {
            double x = random.nextDouble(accuracy.low(), accuracy.high());
            BigDecimal exact = accuracy.exact().apply(new BigDecimal(x));
            double error = ExactFunctions.ulps(accuracy.function().applyAsDouble(x), exact);
            if (error > worst) {
                worst = error;
                at = x;
            }
        }
        assertThat(worst).as("units in the last place at x = %s", at).isLessThanOrEqualTo(accuracy.ulps());
    }

    @ParameterizedTest
    @CsvSource({
        "exp, 710, Infinity",
        "exp, 1000, Infinity",
        "exp, Infinity, Infinity",
        "exp, -745, 4.9E-324",
        "exp, -746, 0",
        "exp, -1000, 0",
        "exp, -Infinity, 0",
        "exp, 0, 1",
        "exp, -0.0, 1",
        "exp, NaN, NaN",
        "exp, 709.782712893384, 1.7976931348622732e308",
        "exp, 1e-320, 1",
        "tanh, 1000, 1",
        "tanh, -1000, -1",
        "tanh, 25, 1",
        "tanh, -25, -1",
        "tanh, Infinity, 1",
        "tanh, -Infinity, -1",
        "tanh, NaN, NaN",
        "tanh, 0, 0",
        "tanh, -0.0, -0.0",
        "tanh, 4.9E-324, 4.9E-324",
        "tanh, -1e-310, -1e-310",
        "tanh, 1e-17, 1e-17",
        "tanh, 176.9, 1",
        "tanh, 177, 1",
        "log, 0, -Infinity",
        "log, -0.0, -Infinity",
        "log, -1, NaN",
        "log, -4.9E-324, NaN",
        "log, Infinity, Infinity",
        "log, -Infinity, NaN",
        "log, NaN, NaN",
        "log, 1, 0",
        "log, 4.9E-324, -744.4400719213812",
        "log, 2.2250738585072014E-308, -708.3964185322641",
        "log, 1.7976931348623157E308, 709.782712893384",
        "log1p, 0, 0",
        "log1p, -0.0, -0.0",
        "log1p, -1, -Infinity",
        "log1p, -1.5, NaN",
        "log1p, -Infinity, NaN",
        "log1p, Infinity, Infinity",
        "log1p, NaN, NaN",
        "log1p, 4.9E-324, 4.9E-324",
        "log1p, -1e-310, -1e-310",
        "log1p, 1e-20, 1e-20",
        "log1p, -1e-20, -1e-20",
        "log1p, 1.7976931348623157E308, 709.782712893384",
        "sigmoid, 1000, 1",
        "sigmoid, -1000, 0",
        "sigmoid, 37, 1",
        "sigmoid, -37, 8.533047625744066E-17",
        "sigmoid, 0, 0.5",
        "sigmoid, Infinity, 1",
        "sigmoid, -Infinity, 0",
        "sigmoid, NaN, NaN",
        "sigmoid, -745, 4.9E-324",
        "softplus, 1000, 1000",
        "softplus, -1000, 0",
        "softplus, 0, 0.6931471805599453",
        "softplus, Infinity, Infinity",
        "softplus, -Infinity, 0",
        "softplus, NaN, NaN",
        "softplus, -745, 4.9E-324",
        "log2, 0, -Infinity",
        "log2, -0.0, -Infinity",
        "log2, -1, NaN",
        "log2, -4.9E-324, NaN",
        "log2, Infinity, Infinity",
        "log2, -Infinity, NaN",
        "log2, NaN, NaN"
    })
    void aFunctionIsRightAtItsEdges(String function, double x, double expected) {
        assertSameBits(value(function, x), expected, x);
    }

    private static double value(String function, double x) {
        return switch (function) {
            case "exp" -> Elementary.exp(x);
            case "tanh" -> Elementary.tanh(x);
            case "log" -> Elementary.log(x);
            case "log1p" -> Elementary.log1p(x);
            case "sigmoid" -> Elementary.sigmoid(x);
            case "softplus" -> Elementary.softplus(x);
            case "log2" -> Elementary.log2(x);
            default -> throw new IllegalArgumentException(function);
        };
    }

    /** A scalar function and its array form. */
    record Pair(String name, DoubleUnaryOperator scalar, ArrayForm array) {
        @Override
        public String toString() {
            return name;
        }
    }

    @FunctionalInterface
    interface ArrayForm {
        void apply(ElementaryArrays arrays, double[] in, double[] out, int from, int count);
    }

    /** A function together with its derivative, over a whole array. */
    @FunctionalInterface
    interface WithSlope {
        void apply(ElementaryArrays arrays, double[] x, double[] y, double[] slope);
    }

    /** One of the two results, for a part of an array. */
    private static ArrayForm part(WithSlope both, boolean slope) {
        return (arrays, in, out, from, count) -> {
            double[] x = Arrays.copyOfRange(in, from, from + count);
            double[] y = new double[count];
            double[] slopes = new double[count];
            both.apply(arrays, x, y, slopes);
            System.arraycopy(slope ? slopes : y, 0, out, from, count);
        };
    }

    static Stream<Pair> pairs() {
        return Stream.of(
                new Pair("exp", Elementary::exp, ElementaryArrays::exp),
                new Pair(
                        "tanh",
                        Elementary::tanh,
                        part((arrays, x, y, slope) -> arrays.tanh(x, y, slope, x.length), false)),
                new Pair(
                        "tanh'",
                        Elementary::tanhSlope,
                        part((arrays, x, y, slope) -> arrays.tanh(x, y, slope, x.length), true)),
                new Pair(
                        "sigmoid beside its slope",
                        Elementary::sigmoid,
                        part((arrays, x, y, slope) -> arrays.sigmoid(x, y, slope, x.length), false)),
                new Pair(
                        "sigmoid'",
                        Elementary::sigmoidSlope,
                        part((arrays, x, y, slope) -> arrays.sigmoid(x, y, slope, x.length), true)),
                new Pair("sigmoid", Elementary::sigmoid, ElementaryArrays::sigmoid),
                new Pair("log", Elementary::log, ElementaryArrays::log),
                new Pair("log1p", Elementary::log1p, ElementaryArrays::log1p),
                new Pair("softplus", Elementary::softplus, ElementaryArrays::softplus));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void anArrayGetsTheDigitsOfSingleNumbers(Pair pair) {
        double[] in = points();
        double[] out = new double[in.length];
        ElementaryArrays arrays = new ElementaryArrays(in.length);
        for (int from = 0; from < in.length; from += 500) {
            pair.array().apply(arrays, in, out, from, Math.min(500, in.length - from));
        }
        for (int i = 0; i < in.length; i++) {
            assertSameBits(out[i], pair.scalar().applyAsDouble(in[i]), in[i]);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void anArrayMayBeReplacedInPlaceFromItsMiddle(Pair pair) {
        double[] in = points();
        double[] changed = in.clone();
        pair.array().apply(new ElementaryArrays(800), changed, changed, 100, 700);
        for (int i = 0; i < in.length; i++) {
            boolean inside = i >= 100 && i < 800;
            assertSameBits(changed[i], inside ? pair.scalar().applyAsDouble(in[i]) : in[i], in[i]);
        }
    }

    /** Blocks without and with numbers that need special care, and a last one that is not full. */
    private static double[] points() {
        SplittableRandom random = new SplittableRandom(11);
        List<Double> points = new ArrayList<>();
        random.doubles(2_000, -20, 20).forEach(points::add);
        random.doubles(2_000, 0, 3).forEach(points::add);
        random.doubles(600, -800, 800).forEach(points::add);
        for (double special : new double[] {
            0,
            -0.0,
            1,
            -1,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.MIN_VALUE,
            -Double.MIN_VALUE,
            Double.MIN_NORMAL,
            Double.MAX_VALUE,
            -Double.MAX_VALUE,
            1e-310,
            353.9,
            354,
            355.3,
            -355.3
        }) {
            points.add(special);
        }
        random.doubles(50, -1, 1).forEach(points::add);
        return points.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Test
    void atanhKeepsItsDigitsNearBothEnds() {
        // 1 - 2^-k has the atanh ½·log(2^(k+1) - 1).
        for (int k = 2; k <= 53; k++) {
            double x = 1 - Math.scalb(1.0, -k);
            double expected =
                    ExactFunctions.log(BigDecimal.valueOf(2).pow(k + 1).subtract(BigDecimal.ONE))
                                    .doubleValue()
                            / 2;
            assertThat(Elementary.atanh(x)).as("k = %d", k).isCloseTo(expected, within(2 * Math.ulp(expected)));
            assertThat(Elementary.atanh(-x)).isEqualTo(-Elementary.atanh(x));
        }
        assertThat(Elementary.atanh(-1)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Elementary.atanh(1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Elementary.atanh(-1.5)).isNaN();
        assertSameBits(Elementary.atanh(-0.0), -0.0, -0.0);
    }

    @Test
    void powersOfTwoHaveTheirExponentForALogarithm() {
        for (int k = -1074; k <= 1023; k++) {
            double x = Math.scalb(1.0, k);
            assertSameBits(Elementary.log2(x), k, x);
        }
    }

    @ParameterizedTest
    @CsvSource({"1e9, 1", "1e9, -1", "1e300, -1"})
    void asinhIsOddFarOutToo(double size, double sign) {
        assertThat(Elementary.asinh(sign * size)).isEqualTo(sign * Elementary.asinh(size));
    }

    /** What a product or one correctly rounded operation gives; {@code Math.pow} may be a digit off. */
    @ParameterizedTest
    @CsvSource({
        "3, -1, 0.3333333333333333",
        "-4, -1, -0.25",
        "0, -1, Infinity",
        "2, 0.5, 1.4142135623730951",
        "0, 0.5, 0",
        "-0.0, 0.5, -0.0",
        "-4, 0.5, NaN",
        "0.1, 2, 0.010000000000000002",
        "0.1, 3, 0.0010000000000000002",
        "-7, 1, -7",
        "2, 10, 1024",
        "-2, 3, -8"
    })
    void aPowerIs(double a, double b, double expected) {
        assertSameBits(Elementary.pow(a, b), expected, a);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.999, 0, -1, -2, -1e8, -1e16, -1e300, Double.NEGATIVE_INFINITY, Double.NaN})
    void belowOneNothingHasThisHyperbolicCosine(double x) {
        assertThat(Elementary.acosh(x)).isNaN();
    }

    /** IEEE 754 and PyTorch; {@code Math.pow} gives NaN for all of these but the last two. */
    @ParameterizedTest
    @CsvSource({"1, Infinity", "1, -Infinity", "1, NaN", "-1, Infinity", "-1, -Infinity", "NaN, 0", "1, 0.5"})
    void powersThatAreOneWhateverTheExponent(double a, double b) {
        assertThat(Elementary.pow(a, b)).isOne();
    }

    @ParameterizedTest
    @CsvSource({"-1, NaN", "-1, 0.3", "NaN, 1", "2, NaN"})
    void otherPowersStayNoNumber(double a, double b) {
        assertThat(Elementary.pow(a, b)).isNaN();
    }

    @Test
    void theYardstickItselfIsRight() {
        // Digits from the On-Line Encyclopedia of Integer Sequences: A001113 (e), A002162 (log 2), A073744 (tanh 1).
        assertThat(ExactFunctions.exp(BigDecimal.ONE).toString())
                .startsWith("2.718281828459045235360287471352662497757");
        assertThat(ExactFunctions.log(BigDecimal.TWO).toString())
                .startsWith("0.693147180559945309417232121458176568075");
        assertThat(ExactFunctions.tanh(BigDecimal.ONE).toString())
                .startsWith("0.761594155955764888119458282604793590412");
    }

    /** Tells -0 from 0, and takes NaN for equal to NaN. */
    private static void assertSameBits(double actual, double expected, double x) {
        assertThat(Double.doubleToLongBits(actual))
                .as("at x = %s: %s, expected %s", x, actual, expected)
                .isEqualTo(Double.doubleToLongBits(expected));
    }
}
