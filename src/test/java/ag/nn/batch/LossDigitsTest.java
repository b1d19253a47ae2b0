package ag.nn.batch;

import static org.assertj.core.api.Assertions.assertThat;

import ag.engine.ElementaryArrays;
import ag.engine.Operation;
import ag.nn.Loss;
import org.junit.jupiter.api.Test;

/**
 * Losses of scores over lanes, where a class is sure, where scores are huge, far down, alike or ordinary. The numbers are
 * mpmath's, rounded once from 60 digits; the sum of the losses of soft targets is PyTorch's {@code cross_entropy} as well.
 */
final class LossDigitsTest {
    /** A lane each. */
    private static final double[][] SCORES = {
        {0, -40, -38.5},
        {1e300, 1e300, 0},
        {-745, -745.5, -800},
        {3.25, 3.25, 3.25},
        {100.3, 50.1, 99.9},
        {-0.1, 0.2, -0.3},
        {-40, 0, -38.5}
    };

    private static final double[] LOGARITHMS = {
        2.3288157088156112e-17,
        1e300,
        -744.5259230158199,
        4.34861228866811,
        100.81301525239995,
        1.0532865553292492,
        2.3288157088156112e-17
    };

    private static final double[][] SHARES = {
        {1, 4.248354255291589e-18, 1.9039802832864523e-17},
        {0.5, 0.5, 0},
        {0.6224593312018546, 0.37754066879814546, 8.089365846525234e-25},
        {0.3333333333333333, 0.3333333333333333, 0.3333333333333333},
        {0.59868766011245, 9.454037382060187e-23, 0.40131233988755005},
        {0.3155978333128143, 0.4260125149492058, 0.2583896517379799},
        {4.248354255291589e-18, 1, 1.9039802832864523e-17}
    };

    @Test
    void theLogarithmOfASumOfExponentialsKeepsItsDigits() {
        int lanes = SCORES.length;
        double[][] x = turned(SCORES);
        double[] y = new double[lanes];
        double[] dy = {1, 1, 1, 1, 1, 1, 1};
        double[][] dx = new double[3][lanes];
        VectorLanes function = VectorLanes.of(Operation.LOGSUMEXP, new ElementaryArrays(lanes));
        function.value(x, y, lanes);
        function.pull(x, y, dy, dx, lanes);
        for (int i = 0; i < lanes; i++) {
            assertThat(units(y[i], LOGARITHMS[i])).as("lane %d", i).isLessThanOrEqualTo(2);
            for (int k = 0; k < 3; k++) {
                // Where the difference of two scores is rounded, so is all that is made of it.
                double rounded = i == 4 ? 64 : 4;
                assertThat(units(dx[k][i], SHARES[i][k]))
                        .as("lane %d, score %d", i, k)
                        .isLessThanOrEqualTo(rounded);
            }
        }
    }

    @Test
    void softTargetsHaveTheLossAndTheGradientsOfPyTorchAndMoreDigits() {
        double[][] predictions = turned(new double[][] {{0, -40, 2}, {1.5, -0.5, 0.25}, {30, 0, -30}});
        double[][] targets = turned(new double[][] {{1, 0, 0}, {0.2, 0.3, 0.5}, {0.9, 0.1, 0}});
        double[][] exact = {
            {-0.8807970779778824, 5.064162410158546e-19, 0.8807970779778824},
            {0.503313976021774, -0.20481680385082499, -0.298497172170949},
            {0.09999999999990643, -0.09999999999990643, 8.7565107626957e-27}
        };
        LossLanes loss = LossLanes.of(new Loss.SoftCrossEntropy(), 3, new ElementaryArrays(3));
        double[][] gradients = new double[3][3];
        assertThat(units(loss.sum(predictions, targets, 3), 6.7038798748458674)).isLessThanOrEqualTo(2);
        loss.pull(predictions, targets, 1, gradients, new double[0], 3);
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 3; k++) {
                assertThat(units(gradients[k][i], exact[i][k]))
                        .as("lane %d, score %d", i, k)
                        .isLessThanOrEqualTo(4);
            }
        }
    }

    private static double[][] turned(double[][] rows) {
        double[][] turned = new double[rows[0].length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < rows[i].length; k++) {
                turned[k][i] = rows[i][k];
            }
        }
        return turned;
    }

    private static double units(double actual, double exact) {
        return actual == exact ? 0 : Math.abs(actual - exact) / Math.ulp(exact);
    }
}
