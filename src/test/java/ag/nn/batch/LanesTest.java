package ag.nn.batch;

import static org.assertj.core.api.Assertions.assertThat;

import ag.engine.ElementaryArrays;
import ag.engine.Operation;
import ag.engine.Partials;
import ag.engine.Tape;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Loops of their own give the digits of the table's formulas; so do those of functions without such a loop. */
final class LanesTest {
    private static final double[] SPECIAL = {
        0, -0.0, 1, -1, 1e-320, 1e300, -1e300, 800, -800, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN
    };

    static List<Operation> ofOne() {
        return Arrays.stream(Operation.values())
                .filter(operation -> operation.partials() instanceof Partials.Unary)
                .toList();
    }

    static List<Operation> ofTwo() {
        return Arrays.stream(Operation.values())
                .filter(operation -> operation.partials() instanceof Partials.Binary)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("ofOne")
    void aFunctionOfOneNumberIsThatOfTheTable(Operation operation) {
        Partials.Unary row = (Partials.Unary) operation.partials();
        double[] x = points(operation, 1);
        int n = x.length;
        double[] dy = new SplittableRandom(3).doubles(n, -2, 2).toArray();
        double[] y = new double[n];
        double[] dx = new double[n];
        UnaryLanes lanes = UnaryLanes.of(operation, new ElementaryArrays(n));
        lanes.value(x, y, n);
        lanes.pull(lanes.pullsFromResult() ? y : x, y, dy, dx, n);
        for (int i = 0; i < n; i++) {
            double value = row.value().applyAsDouble(x[i]);
            assertSame(y[i], value, "%s(%s)".formatted(operation, x[i]));
            assertSame(
                    dx[i],
                    dy[i] * row.slope().applyAsDouble(x[i], value),
                    "slope of %s at %s".formatted(operation, x[i]));
        }
    }

    @ParameterizedTest
    @MethodSource("ofTwo")
    void aFunctionOfTwoNumbersIsThatOfTheTable(Operation operation) {
        Partials.Binary row = (Partials.Binary) operation.partials();
        double[] a = points(operation, 1);
        double[] b = points(operation, 2);
        int n = a.length;
        double[] dy = new SplittableRandom(3).doubles(n, -2, 2).toArray();
        double[] y = new double[n];
        double[] da = new double[n];
        double[] db = new double[n];
        BinaryLanes lanes = BinaryLanes.of(operation, new ElementaryArrays(n));
        lanes.value(a, b, y, n);
        lanes.pullA(a, b, y, dy, da, n);
        lanes.pullB(a, b, y, dy, db, n);
        for (int i = 0; i < n; i++) {
            double value = row.value().applyAsDouble(a[i], b[i]);
            String at = "%s of %s and %s".formatted(operation, a[i], b[i]);
            assertSame(y[i], value, at);
            assertSame(da[i], dy[i] * row.slopeA().at(a[i], b[i], value), "first slope, " + at);
            assertSame(db[i], dy[i] * row.slopeB().at(a[i], b[i], value), "second slope, " + at);
        }
    }

    @ParameterizedTest
    @MethodSource("ofTwo")
    void bothDerivativesAtOnceAreThoseOfATape(Operation operation) {
        double[] a = points(operation, 1);
        double[] b = points(operation, 2);
        int n = a.length;
        double[] dy = new SplittableRandom(3).doubles(n, -2, 2).toArray();
        double[] y = new double[n];
        double[] da = new double[n];
        double[] db = new double[n];
        BinaryLanes lanes = BinaryLanes.of(operation, new ElementaryArrays(n));
        lanes.value(a, b, y, n);
        lanes.pull(a, b, y, dy, da, db, n);
        for (int i = 0; i < n; i++) {
            Tape tape = new Tape();
            int first = tape.input(a[i]);
            int second = tape.input(b[i]);
            int result =
                    operation == Operation.DIVIDE ? tape.divide(first, second) : tape.apply(operation, first, second);
            tape.backward(tape.multiply(tape.constant(dy[i]), result));
            String at = "%s of %s and %s".formatted(operation, a[i], b[i]);
            // A sum that begins at 0 makes 0 of -0.
            assertSame(0 + da[i], tape.gradient(first), "first share, " + at);
            assertSame(0 + db[i], tape.gradient(second), "second share, " + at);
        }
    }

    private static double[] points(Operation operation, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] special = SPECIAL.clone();
        for (int i = special.length - 1; i > 0; i--) {
            int k = random.nextInt(i + 1);
            double kept = special[i];
            special[i] = special[k];
            special[k] = kept;
        }
        DoubleStream drawn =
                random.doubles(300, operation.domain().low(), operation.domain().high());
        return DoubleStream.concat(drawn, DoubleStream.of(special)).toArray();
    }

    private static void assertSame(double actual, double expected, String what) {
        assertThat((Object) actual).as(what).isEqualTo(expected);
    }
}
