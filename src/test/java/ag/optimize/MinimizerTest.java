package ag.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ag.optimize.Minimizer.Outcome;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions whose lowest point is known by hand. */
final class MinimizerTest {
    /** Σ i·(x_i - 1)² + Σ (x_i² - 1)⁴, which is 0 at ones, and bends down around 0. */
    private record Bowl() implements Objective {
        @Override
        public double at(double[] x, double[] gradient) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                double off = x[i] * x[i] - 1;
                sum += (i + 1) * (x[i] - 1) * (x[i] - 1) + off * off * off * off;
                gradient[i] = 2 * (i + 1) * (x[i] - 1) + 8 * x[i] * off * off * off;
            }
            return sum;
        }

        @Override
        public double[] hessianTimes(double[] x, double[] vector) {
            double[] product = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                double off = x[i] * x[i] - 1;
                product[i] = vector[i] * (2 * (i + 1) + 8 * off * off * off + 48 * x[i] * x[i] * off * off);
            }
            return product;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 100, 101, 300})
    void newtonFindsTheBottomOfSmallAndLargeBowls(int size) {
        double[] start = new double[size];
        Arrays.fill(start, 0.1);
        Minimizer minimizer = new Minimizer(new Bowl(), start);
        assertThat(minimizer.run(Optimizer.of("newton"), 100)).isEqualTo(Outcome.SETTLED);
        for (double x : minimizer.x()) {
            assertThat(x).isCloseTo(1, within(1e-9));
        }
        assertThat(minimizer.evaluations()).isLessThan(40);
    }

    /** cos has a highest point at 0, where the gradient points nowhere; a slope as small as this is enough to leave it. */
    @Test
    void newtonLeavesAHill() {
        Objective cos = new Objective() {
            @Override
            public double at(double[] x, double[] gradient) {
                gradient[0] = -Math.sin(x[0]);
                return Math.cos(x[0]);
            }

            @Override
            public double[] hessianTimes(double[] x, double[] vector) {
                return new double[] {-Math.cos(x[0]) * vector[0]};
            }
        };
        Minimizer minimizer = new Minimizer(cos, new double[] {1e-3});
        minimizer.run(Optimizer.of("newton"), 50);
        assertThat(minimizer.x()[0]).isCloseTo(Math.PI, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void nelderMeadFindsTheBottomByValuesAlone(int size) {
        Objective values = new Objective() {
            @Override
            public double at(double[] x, double[] gradient) {
                throw new IllegalStateException("it needs no gradient");
            }

            @Override
            public double value(double[] x) {
                double sum = 0;
                for (int i = 0; i < x.length; i++) {
                    sum += (x[i] - i) * (x[i] - i) * (i + 1);
                }
                return sum;
            }
        };
        double[] start = new double[size];
        Arrays.fill(start, 3.5);
        Minimizer minimizer = new Minimizer(values, start);
        assertThat(minimizer.run(Optimizer.of("nelder_mead"), 20_000)).isEqualTo(Outcome.SETTLED);
        double[] x = minimizer.x();
        for (int i = 0; i < size; i++) {
            assertThat(x[i]).isCloseTo(i, within(1e-4));
        }
    }

    @Test
    void aRunThatDivergesKeepsItsBestPoint() {
        // p -= 1.1·2·p is -1.2·p: each step is worse than the one before.
        Minimizer minimizer = new Minimizer(MinimizerTest::square, new double[] {3});
        assertThat(minimizer.run(Optimizer.of("sgd").with("lr", 1.1), 1000)).isEqualTo(Outcome.DIVERGED);
        assertThat(minimizer.best()).containsExactly(3);
        assertThat(minimizer.bestStep()).isZero();
        assertThat(minimizer.lowest()).isEqualTo(9);
    }

    @Test
    void whatIsNoNumberIsNoPointToKeep() {
        // 1 and then 0.5, 0.25, …, until the logarithm of a number below 1e-3 is refused.
        Objective cliff = (x, gradient) -> {
            gradient[0] = x[0] / 2;
            return x[0] < 1e-3 ? Double.NaN : x[0];
        };
        Minimizer minimizer = new Minimizer(cliff, new double[] {1});
        assertThat(minimizer.run(Optimizer.of("sgd").with("lr", 1), 1000)).isEqualTo(Outcome.DIVERGED);
        assertThat(minimizer.bestStep()).isEqualTo(9);
        assertThat(minimizer.best()).containsExactly(0x1p-9);
    }

    @Test
    void aSlopeWithoutEndIsTold() {
        Objective slope = (x, gradient) -> {
            gradient[0] = 2;
            return 2 * x[0];
        };
        assertThat(new Minimizer(slope, new double[] {3}).run(Optimizer.of("lbfgs"), 1000))
                .isEqualTo(Outcome.ENDLESS);
        Optimizer up = Optimizer.of("sgd").with("lr", 0.5).with("maximize", 1);
        Minimizer above = new Minimizer(MinimizerTest::square, new double[] {3});
        assertThat(above.run(up, 1000)).isEqualTo(Outcome.ENDLESS);
    }

    @Test
    void aSearchAsksForNoPointTwice() {
        Minimizer minimizer = new Minimizer(MinimizerTest::square, new double[] {3});
        assertThat(minimizer.run(Optimizer.of("lbfgs"), 100)).isEqualTo(Outcome.SETTLED);
        // The start, the first step of length 1, the second that ends at 0.
        assertThat(minimizer.evaluations()).isEqualTo(3);
        assertThat(minimizer.x()).containsExactly(0);
    }

    private static double square(double[] x, double[] gradient) {
        gradient[0] = 2 * x[0];
        return x[0] * x[0];
    }
}
