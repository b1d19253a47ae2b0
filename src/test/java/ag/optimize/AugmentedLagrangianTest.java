package ag.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The lowest point of x + y on the disc x² + y² ≤ 2 is (-1, -1), where the multiplier is ½ (Nocedal and Wright 2006, example 12.2). */
final class AugmentedLagrangianTest {
    private static final Objective SUM = (x, gradient) -> {
        gradient[0] = 1;
        gradient[1] = 1;
        return x[0] + x[1];
    };

    private record Disc() implements Constraints {
        @Override
        public boolean[] equalities() {
            return new boolean[] {false};
        }

        @Override
        public double[] at(double[] x, double[][] gradients) {
            gradients[0] = new double[] {2 * x[0], 2 * x[1]};
            return new double[] {x[0] * x[0] + x[1] * x[1] - 2};
        }
    }

    @Test
    void theMultiplierIsThatOfTheBook() {
        AugmentedLagrangian lagrangian = new AugmentedLagrangian(SUM, new Disc());
        double[] x = {1, 0.5};
        for (int round = 0; round < 30; round++) {
            Minimizer minimizer = new Minimizer(lagrangian, x);
            minimizer.run(Optimizer.of("lbfgs"), 200);
            x = minimizer.x();
            lagrangian.update(x);
        }
        assertThat(x).containsExactly(new double[] {-1, -1}, within(1e-8));
        assertThat(lagrangian.multipliers()).containsExactly(new double[] {0.5}, within(1e-8));
        assertThat(lagrangian.miss(x)).isLessThan(1e-8);
    }

    @Test
    void itsGradientIsThatOfItsValue() {
        AugmentedLagrangian lagrangian = new AugmentedLagrangian(SUM, new Disc());
        lagrangian.update(new double[] {2, 1});
        double[] x = {1.5, -1.25};
        double[] gradient = new double[2];
        lagrangian.at(x, gradient);
        for (int i = 0; i < 2; i++) {
            double[] right = x.clone();
            double[] left = x.clone();
            right[i] += 1e-5;
            left[i] -= 1e-5;
            double difference = (lagrangian.value(right) - lagrangian.value(left)) / 2e-5;
            assertThat(gradient[i]).isCloseTo(difference, within(1e-6 * Math.abs(difference)));
        }
    }
}
