package ag.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ag.optimize.Minimizer.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the searches have in common: they end at a lowest point, within bounds too, in whatever units the numbers are. */
final class WaysDownTest {
    private static final List<Optimizer> SEARCHES =
            List.of(Optimizer.of("lbfgs"), Optimizer.of("newton"), Optimizer.of("levenberg_marquardt"));

    static Stream<Arguments> boxes() {
        return IntStream.range(0, 12)
                .boxed()
                .flatMap(seed -> SEARCHES.stream().map(search -> Arguments.of(seed, search)));
    }

    /** The point where no number can be moved down is the only one, as the function bends up everywhere. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("boxes")
    void theLowestPointOfABoxIsTheBestOfAllItsFaces(int seed, Optimizer search) {
        Random random = new Random(seed);
        int n = 2 + seed % 3;
        SumsOfSquares bowl = SumsOfSquares.byChance(random, n, 0);
        double[] low = random.doubles(n, -1.5, 0).toArray();
        double[] high = random.doubles(n, 0, 1.5).toArray();
        Minimizer minimizer = new Minimizer(bowl, new double[n], new Box(low, high));
        assertThat(minimizer.run(search, 3000)).isEqualTo(Outcome.SETTLED);
        double[] x = minimizer.x();
        double[] slopes = new double[n];
        double value = bowl.at(x, slopes);
        for (int i = 0; i < n; i++) {
            assertThat(x[i]).isBetween(low[i], high[i]);
            double slope = slopes[i];
            double allowed = 1e-5;
            if (x[i] > low[i] && x[i] < high[i]) {
                assertThat(slope).isCloseTo(0, within(allowed));
            } else if (x[i] == low[i]) {
                assertThat(slope).isGreaterThan(-allowed);
            } else {
                assertThat(slope).isLessThan(allowed);
            }
        }
        assertThat(minimizer.lowest()).isCloseTo(value, within(1e-9));
        assertThat(minimizer.steps()).isLessThan(200);
    }

    /** In units that are powers of two all numbers are the same but for their exponents. */
    @Test
    void whatMeasuresItselfTakesTheSameWayInAllUnits() {
        Random random = new Random(5);
        for (Optimizer search :
                List.of(Optimizer.of("newton").with("scaled", 1), Optimizer.of("levenberg_marquardt"))) {
            for (int n = 1; n <= 4; n++) {
                SumsOfSquares plain = SumsOfSquares.byChance(random, n, 1);
                double[] units = random.ints(n, -5, 6)
                        .mapToDouble(e -> Math.scalb(1.0, e))
                        .toArray();
                double[] start = random.doubles(n, -2, 2).toArray();
                Minimizer one = new Minimizer(plain, start);
                Minimizer other = new Minimizer(plain.stretched(units), product(units, start));
                for (int step = 0; step < 8; step++) {
                    one.step(search);
                    other.step(search);
                    assertThat(other.x())
                            .as("%s after %d steps", search.name(), step + 1)
                            .containsExactly(product(units, one.x()));
                }
            }
        }
    }

    private static double[] product(double[] factors, double[] x) {
        double[] product = x.clone();
        Arrays.setAll(product, i -> factors[i] * x[i]);
        return product;
    }

    /** A curve with its derivative. */
    record Curve(DoubleUnaryOperator value, DoubleUnaryOperator slope) implements Objective {
        @Override
        public double at(double[] x, double[] gradient) {
            gradient[0] = slope.applyAsDouble(x[0]);
            return value.applyAsDouble(x[0]);
        }
    }

    static Stream<Curve> curves() {
        return Stream.of(
                new Curve(x -> x * x, x -> 2 * x),
                new Curve(x -> Math.cosh(x - 40), x -> Math.sinh(x - 40)),
                new Curve(x -> Math.cos(x) + 0.01 * x * x, x -> -Math.sin(x) + 0.02 * x),
                new Curve(x -> Math.pow(x - 1, 4), x -> 4 * Math.pow(x - 1, 3)),
                new Curve(x -> -x / (x * x + 2), x -> (x * x - 2) / ((x * x + 2) * (x * x + 2))),
                new Curve(x -> x < 3 ? -Math.log(3 - x) - 5 * x : Double.NaN, x -> 1 / (3 - x) - 5),
                new Curve(x -> Math.exp(-x) + 1e-3 * x, x -> -Math.exp(-x) + 1e-3));
    }

    @ParameterizedTest
    @MethodSource("curves")
    void whatALineSearchFindsHasFallenAndIsFlatter(Curve curve) {
        for (double start : new double[] {-1, 0.25, 2.5}) {
            for (double first : new double[] {1e-4, 0.1, 1, 50}) {
                double[] gradient = new double[1];
                double value = curve.at(new double[] {start}, gradient);
                double[] direction = {-Math.signum(gradient[0]) * 1.25};
                double slope = gradient[0] * direction[0];
                LineSearch.Point found = new LineSearch(
                                curve, new Step(new double[] {start}, value, gradient, curve), direction, slope, 0)
                        .from(first, gradient);
                assertThat(found.t()).as("from %s by %s", start, first).isPositive();
                assertThat(found.value())
                        .isEqualTo(curve.value.applyAsDouble(start + found.t() * direction[0]))
                        .isLessThanOrEqualTo(value + 1e-4 * found.t() * slope);
                assertThat(Math.abs(found.slope())).isLessThanOrEqualTo(0.9 * -slope);
            }
        }
    }

    @Test
    void aSearchGivesUpWhereThereIsNoValue() {
        Objective nowhere = (x, gradient) -> {
            gradient[0] = 1;
            return x[0] == 2 ? 5 : Double.NaN;
        };
        Minimizer minimizer = new Minimizer(nowhere, new double[] {2});
        assertThat(minimizer.run(Optimizer.of("lbfgs"), 10)).isEqualTo(Outcome.SETTLED);
        assertThat(minimizer.x()).containsExactly(2);
        assertThat(minimizer.evaluations()).isEqualTo(27);
    }

    @Test
    void whatARowNeedsSaysWhereItCanBeUsed() {
        assertThat(names(Needs::settles)).containsExactly("lbfgs", "levenberg_marquardt", "nelder_mead", "newton");
        assertThat(names(Needs::takesConditions)).containsExactly("lbfgs", "nelder_mead");
        assertThat(names(needs -> !needs.isForTraining()))
                .containsExactly("levenberg_marquardt", "nelder_mead", "newton");
    }

    private static List<String> names(Predicate<Needs> which) {
        return Optimizers.ROWS.stream()
                .filter(row -> which.test(row.needs()))
                .map(OptimizerRule::name)
                .sorted()
                .toList();
    }
}
