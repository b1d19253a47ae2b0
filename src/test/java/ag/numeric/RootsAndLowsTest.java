package ag.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ag.numeric.Lowest.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Roots, lowest places and solutions of systems that are known before they are looked for. */
final class RootsAndLowsTest {
    record Curve(DoubleUnaryOperator f, DoubleUnaryOperator df) implements DifferentiableFunction {
        @Override
        public double value(double x) {
            return f.applyAsDouble(x);
        }

        @Override
        public double slope(double x) {
            return df.applyAsDouble(x);
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 20);
    }

    /** A product of (x - root), or of its square where the curve only touches. */
    @ParameterizedTest
    @MethodSource("seeds")
    void allRootsOfAProductAreFound(int seed) {
        Random random = new Random(seed);
        double[] roots = random.doubles(3, -2, 2).sorted().toArray();
        boolean[] touches = {seed % 2 == 0, false, seed % 3 == 0};
        DoubleUnaryOperator f = x -> {
            double product = 1;
            for (int i = 0; i < 3; i++) {
                product *= touches[i] ? (x - roots[i]) * (x - roots[i]) : x - roots[i];
            }
            return product;
        };
        DoubleUnaryOperator df = x -> {
            double sum = 0;
            for (int k = 0; k < 3; k++) {
                double product = touches[k] ? 2 * (x - roots[k]) : 1;
                for (int i = 0; i < 3; i++) {
                    product *= i == k ? 1 : touches[i] ? (x - roots[i]) * (x - roots[i]) : x - roots[i];
                }
                sum += product;
            }
            return sum;
        };
        RootSearch.Outcome outcome = RootSearch.between(new Curve(f, df), -3, 3);
        assertThat(outcome.everywhere()).isFalse();
        assertThat(outcome.leaps()).isEmpty();
        assertThat(outcome.step()).isEqualTo(6.0 / 512);
        assertThat(outcome.roots()).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertThat(outcome.roots().get(i).x()).isCloseTo(roots[i], within(touches[i] ? 1e-7 : 1e-13));
            assertThat(outcome.roots().get(i).touches()).isEqualTo(touches[i]);
        }
    }

    record Looked(String name, Curve curve, double low, double high, List<Double> roots, List<Double> leaps) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Looked> curves() {
        return Stream.of(
                new Looked("1/x", new Curve(x -> 1 / x, x -> -1 / (x * x)), -1, 1.5, List.of(), List.of(0.0)),
                new Looked(
                        "sgn(x - 1/3)",
                        new Curve(x -> Math.signum(x - 0.3) + 0.5, _ -> 0),
                        0,
                        1,
                        List.of(),
                        List.of(0.3)),
                new Looked(
                        "sqrt(x - 1/3)",
                        new Curve(x -> Math.sqrt(x - 1.0 / 3), x -> 0.5 / Math.sqrt(x - 1.0 / 3)),
                        0,
                        1,
                        List.of(1.0 / 3),
                        List.of()),
                new Looked(
                        "log(x - 0.1) + 7, which goes to -∞ beside its root",
                        new Curve(x -> Math.log(x - 0.1) + 7, x -> 1 / (x - 0.1)),
                        0,
                        1,
                        List.of(0.1 + Math.exp(-7)),
                        List.of()),
                new Looked(
                        "two roots in one step",
                        new Curve(x -> (x - 0.5003) * (x - 0.5008), x -> 2 * x - 1.0011),
                        0,
                        1,
                        List.of(0.5003, 0.5008),
                        List.of()),
                new Looked(
                        "two roots in one step, below",
                        new Curve(x -> -(x - 0.5003) * (x - 0.5008), x -> 1.0011 - 2 * x),
                        0,
                        1,
                        List.of(0.5003, 0.5008),
                        List.of()),
                new Looked("nearly touches", new Curve(x -> x * x + 1e-6, x -> 2 * x), -1, 2, List.of(), List.of()),
                new Looked(
                        "both ends", new Curve(x -> x * (x - 1), x -> 2 * x - 1), 0, 1, List.of(0.0, 1.0), List.of()));
    }

    @ParameterizedTest
    @MethodSource("curves")
    void aPoleAndAJumpAreNoRoots(Looked looked) {
        RootSearch.Outcome outcome = RootSearch.between(looked.curve, looked.low, looked.high);
        assertThat(outcome.roots().stream().mapToDouble(RootSearch.Root::x).toArray())
                .containsExactly(looked.roots.stream().mapToDouble(x -> x).toArray(), within(1e-12));
        assertThat(outcome.leaps().stream().mapToDouble(x -> x).toArray())
                .containsExactly(looked.leaps.stream().mapToDouble(x -> x).toArray(), within(1e-12));
    }

    @Test
    void whatIsZeroEverywhereHasNoSingleRoots() {
        RootSearch.Outcome outcome = RootSearch.between(new Curve(_ -> 0, _ -> 0), 1, 2);
        assertThat(outcome.everywhere()).isTrue();
        assertThat(outcome.roots()).isEmpty();
    }

    static Stream<DoubleUnaryOperator> crossings() {
        return Stream.of(
                x -> x - 0.7,
                x -> x * x * x - 0.2,
                x -> Math.cos(x) - x,
                x -> Math.exp(3 * x) - 2,
                x -> Math.atan(5 * x - 2));
    }

    /** Neighbours in the numbers between which the sign changes, in a fifth of the halvings that would be needed. */
    @ParameterizedTest
    @MethodSource("crossings")
    void aCrossingIsNarrowedToTheLastDigit(DoubleUnaryOperator f) {
        Brent.Found found = Brent.find(f, 0, f.applyAsDouble(0), 1, f.applyAsDouble(1));
        assertThat(found.value()).isEqualTo(f.applyAsDouble(found.root()));
        assertThat(found.steps()).isLessThan(13);
        assertThat(found.isRoot(f.applyAsDouble(0), f.applyAsDouble(1))).isTrue();
        double near = 2.5 * Math.ulp(found.root());
        double below = f.applyAsDouble(found.root() - near);
        double above = f.applyAsDouble(found.root() + near);
        assertThat(below * above).isLessThanOrEqualTo(0);
    }

    record Low(String name, Curve curve, double x, double value, Kind kind) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Low> lows() {
        return Stream.of(
                new Low(
                        "(x - 1/3)^2",
                        new Curve(x -> (x - 1.0 / 3) * (x - 1.0 / 3), x -> 2 * (x - 1.0 / 3)),
                        1.0 / 3,
                        0,
                        Kind.FLAT),
                new Low(
                        "cos 2πx, twice",
                        new Curve(x -> Math.cos(Math.TAU * x), x -> -Math.TAU * Math.sin(Math.TAU * x)),
                        -0.5,
                        -1,
                        Kind.FLAT),
                new Low(
                        "abs(x - 0.3)",
                        new Curve(x -> Math.abs(x - 0.3), x -> Math.signum(x - 0.3)),
                        0.3,
                        0,
                        Kind.CORNER),
                new Low("x", new Curve(x -> x, _ -> 1), -1, -1, Kind.START),
                new Low("-x", new Curve(x -> -x, _ -> -1), 1.25, -1.25, Kind.END),
                new Low(
                        "log abs(x - 0.3)",
                        new Curve(
                                x -> x == 0.3 ? -1e300 : -1 / Math.abs(x - 0.3),
                                x -> Math.signum(x - 0.3) / ((x - 0.3) * (x - 0.3))),
                        0.3,
                        Double.NEGATIVE_INFINITY,
                        Kind.ENDLESS),
                new Low(
                        "nothing",
                        new Curve(_ -> Double.NaN, _ -> Double.NaN),
                        Double.NaN,
                        Double.POSITIVE_INFINITY,
                        Kind.NONE));
    }

    @ParameterizedTest
    @MethodSource("lows")
    void aLowestPlaceIsOfItsKind(Low low) {
        Lowest.Found found = Lowest.between(low.curve, -1, 1.25);
        assertThat(found.kind()).isEqualTo(low.kind);
        assertThat(found.x()).isCloseTo(low.x, within(1e-9));
        if (low.kind != Kind.ENDLESS) {
            assertThat(found.value()).isCloseTo(low.value, within(1e-9));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aSolvedSystemGivesItsRightSideBack(int seed) {
        Random random = new Random(seed);
        int n = 1 + seed % 6;
        double[][] matrix = new double[n][];
        Arrays.setAll(matrix, i -> random.doubles(n, -1, 1).toArray());
        if (n > 1) {
            // Without a change of rows the first step would divide by next to nothing.
            matrix[0][0] = 1e-18;
        }
        double[] right = random.doubles(n, -1, 1).toArray();
        double[] x = LinearSystem.solve(matrix, right).orElseThrow();
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += matrix[i][j] * x[j];
            }
            assertThat(sum).isCloseTo(right[i], within(1e-12));
        }
        matrix[n - 1] = n == 1 ? new double[1] : matrix[0].clone();
        assertThat(LinearSystem.solve(matrix, right)).isEmpty();
    }

    /** x ↦ L·(x - s) + bend·(x - s)²: Newton's method takes one step where nothing bends, and few where little does. */
    @ParameterizedTest
    @MethodSource("seeds")
    void newtonFindsTheSolutionInFewSteps(int seed) {
        Random random = new Random(seed);
        int n = 1 + seed % 3;
        double bend = seed % 2 == 0 ? 0 : 0.3;
        double[] solution = random.doubles(n, -1, 1).toArray();
        double[][] linear = new double[n][];
        Arrays.setAll(linear, i -> random.doubles(n, -0.3, 0.3).toArray());
        IntStream.range(0, n).forEach(i -> linear[i][i] += 2);
        List<double[]> asked = new ArrayList<>();
        Newton.Equations equations = x -> {
            asked.add(x);
            double[] values = new double[n];
            double[][] jacobian = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double off = x[j] - solution[j];
                    values[i] += linear[i][j] * off + (i == j ? bend * off * off : 0);
                    jacobian[i][j] = linear[i][j] + (i == j ? 2 * bend * off : 0);
                }
            }
            return new Newton.Values(values, jacobian);
        };
        Newton.Outcome outcome = Newton.solve(equations, new double[n]);
        assertThat(outcome.converged()).isTrue();
        assertThat(outcome.residual()).isLessThan(1e-14);
        assertThat(outcome.x()).containsExactly(solution, within(1e-14));
        assertThat(outcome.steps()).isLessThanOrEqualTo(bend == 0 ? 3 : 8);
        assertThat(asked.size()).isLessThanOrEqualTo(outcome.steps() + 3);
    }

    @Test
    void newtonShortensAStepThatGoesTooFarAndTellsWhereThereIsNoSolution() {
        Newton.Outcome far = Newton.solve(
                x -> new Newton.Values(new double[] {Math.atan(x[0])}, new double[][] {{1 / (1 + x[0] * x[0])}}),
                new double[] {3});
        assertThat(far.converged()).isTrue();
        assertThat(far.x()[0]).isCloseTo(0, within(1e-15));
        Newton.Outcome none = Newton.solve(
                x -> new Newton.Values(new double[] {x[0] * x[0] + 1}, new double[][] {{2 * x[0]}}), new double[] {1});
        assertThat(none.converged()).isFalse();
        assertThat(none.residual()).isGreaterThanOrEqualTo(1);
    }

    record Goes(String name, DoubleUnaryOperator f, double at, int side, NumericLimit to) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static NumericLimit found(double value) {
        return new NumericLimit.Found(value, 0);
    }

    static Stream<Goes> limits() {
        double infinity = Double.POSITIVE_INFINITY;
        NumericLimit up = new NumericLimit.Grows(infinity);
        NumericLimit down = new NumericLimit.Grows(-infinity);
        return Stream.of(
                new Goes("sin x/x", x -> Math.sin(x) / x, 0, 0, found(1)),
                new Goes("(1 + 1/x)^x", x -> Math.pow(1 + 1 / x, x), infinity, 0, found(Math.E)),
                new Goes("atan x", Math::atan, -infinity, 0, found(-Math.PI / 2)),
                new Goes("sqrt x", Math::sqrt, 0, 1, found(0)),
                new Goes("sqrt(9 + x)", x -> Math.sqrt(9 + x), 16, 0, found(5)),
                new Goes("1/x from the right", x -> 1 / x, 0, 1, up),
                new Goes("1/x from the left", x -> 1 / x, 0, -1, down),
                new Goes("1/x^2", x -> 1 / (x * x), 0, 0, up),
                new Goes("x - x^2", x -> x - x * x, infinity, 0, down),
                new Goes("1/x", x -> 1 / x, 0, 0, new NumericLimit.Apart(-infinity, infinity)),
                new Goes("sgn x + 2", x -> Math.signum(x) + 2, 0, 0, new NumericLimit.Apart(1, 3)),
                new Goes("sgn x + 2 from the left", x -> Math.signum(x) + 2, 0, -1, found(1)),
                new Goes("sin 1/x", x -> Math.sin(1 / x), 0, 0, new NumericLimit.None()),
                new Goes("sin x", Math::sin, infinity, 0, new NumericLimit.None()));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void aLimitIsWhatItIsKnownToBe(Goes goes) {
        NumericLimit limit = NumericLimit.of(goes.f, goes.at, goes.side);
        switch (goes.to) {
            case NumericLimit.Found(double value, double _) -> {
                assertThat(limit).isInstanceOf(NumericLimit.Found.class);
                NumericLimit.Found reached = (NumericLimit.Found) limit;
                assertThat(reached.value()).isCloseTo(value, within(reached.error() + 1e-15));
                assertThat(reached.error()).isLessThan(1e-6);
            }
            case NumericLimit.Apart(double left, double right) -> {
                assertThat(limit).isInstanceOf(NumericLimit.Apart.class);
                NumericLimit.Apart sides = (NumericLimit.Apart) limit;
                assertThat(sides.left()).isEqualTo(left);
                assertThat(sides.right()).isEqualTo(right);
            }
            case NumericLimit.Grows _, NumericLimit.None _ -> assertThat(limit).isEqualTo(goes.to);
        }
    }
}
