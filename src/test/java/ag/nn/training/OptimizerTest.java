package ag.nn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two steps of each rule worked out by hand; {@link PyTorchTest} follows them further with the usual arguments. */
final class OptimizerTest {
    @Test
    void dampenedMomentumTakesTheFirstGradientWhole() {
        // b = 4, p = 10 - 0.1·4 = 9.6; b = 0.5·4 + 0.75·2 = 3.5, p = 9.6 - 0.35 = 9.25.
        assertSteps(new Optimizer.Sgd(0.1, 0.5, 0.25, false, 0), 9.6, 9.25);
    }

    @Test
    void nesterovLooksAheadAlongTheVelocity() {
        // b = 4, p = 10 - 0.1·(4 + 0.5·4) = 9.4; b = 0.5·4 + 2 = 4, p = 9.4 - 0.1·(2 + 0.5·4) = 9.
        assertSteps(new Optimizer.Sgd(0.1, 0.5, 0, true, 0), 9.4, 9.0);
    }

    @Test
    void weightDecayPullsTowardsZero() {
        // g = 4 + 0.2·10 = 6, p = 10 - 0.6 = 9.4; g = 2 + 0.2·9.4 = 3.88, p = 9.4 - 0.388 = 9.012.
        assertSteps(new Optimizer.Sgd(0.1, 0, 0, false, 0.2), 9.4, 9.012);
    }

    @Test
    void theFirstStepOfAdamIsAsLongAsItsRate() {
        // m/(1 - beta1) = g and v/(1 - beta2) = g², so the step is lr·g/|g|.
        double[] p = {10, -3};
        new Optimizer.Adam(0.25, 0.9, 0.99, 0, 0).step(p, new double[] {4, -1e-3}, new OptimizerState());
        assertThat(p).containsExactly(new double[] {9.75, -2.75}, within(1e-12));
    }

    @Test
    void adamWDecaysBesideItsStep() {
        // p = 10·(1 - 0.25·0.2) - 0.25 = 9.25: decay does not pass through the square root.
        double[] p = {10};
        new Optimizer.AdamW(0.25, 0.9, 0.99, 0, 0.2).step(p, new double[] {4}, new OptimizerState());
        assertThat(p[0]).isCloseTo(9.25, within(1e-12));
    }

    @Test
    void rmsPropDividesByTheRunningRootAndKeepsMomentum() {
        // v = 0.75·16 = 12, b = 4/√12, p = 10 - 0.1·b; v = 0.25·12 + 0.75·4 = 6, b = 0.5·b + 2/√6.
        double first = 4 / Math.sqrt(12);
        double second = 0.5 * first + 2 / Math.sqrt(6);
        assertSteps(new Optimizer.RmsProp(0.1, 0.25, 0, 0.5, 0), 10 - 0.1 * first, 10 - 0.1 * (first + second));
    }

    @Test
    void adagradDividesByTheRootOfAllSquaresAndSlowsDown() {
        // v = 16, p = 10 - 0.1·4/4 = 9.9; v = 20, p = 9.9 - 0.1/(1 + 1·0.25)·2/√20.
        assertSteps(new Optimizer.Adagrad(0.1, 0.25, 0, 0), 9.9, 9.9 - 0.08 * 2 / Math.sqrt(20));
    }

    @Test
    void decayEntersTheGradientOfTheAdaptiveRules() {
        // g = -1 + 0.2·10 = 1 points the other way; each rule then takes its first step as long as its rate.
        assertFirstStep(new Optimizer.Adam(0.1, 0.9, 0.99, 0, 0.2), -1, 9.9);
        assertFirstStep(new Optimizer.RmsProp(0.1, 0, 0, 0, 0.2), -1, 9.9);
        assertFirstStep(new Optimizer.Adagrad(0.1, 0, 0, 0.2), -1, 9.9);
    }

    @Test
    void epsIsAddedToTheRoot() {
        // √v = 4, p = 10 - 0.1·4/(4 + 1).
        assertFirstStep(new Optimizer.Adam(0.1, 0.9, 0.99, 1, 0), 4, 9.92);
        assertFirstStep(new Optimizer.AdamW(0.1, 0.9, 0.99, 1, 0), 4, 9.92);
        assertFirstStep(new Optimizer.RmsProp(0.1, 0, 1, 0, 0), 4, 9.92);
        assertFirstStep(new Optimizer.Adagrad(0.1, 0, 1, 0), 4, 9.92);
    }

    @Test
    void theStateSaysWhichRuleItBelongsTo() {
        assertThat(Stream.of(
                                new Optimizer.Sgd(0.1),
                                new Optimizer.Adam(0.1),
                                new Optimizer.AdamW(0.1, 0.9, 0.99, 1e-8, 0),
                                new Optimizer.RmsProp(0.1),
                                new Optimizer.Adagrad(0.1))
                        .map(OptimizerTest::ruleAfterAStep))
                .containsExactly("sgd", "adam", "adamw", "rmsprop", "adagrad");
    }

    private static String ruleAfterAStep(Optimizer rule) {
        OptimizerState state = new OptimizerState();
        rule.step(new double[] {1}, new double[] {1}, state);
        return state.rule();
    }

    private static void assertFirstStep(Optimizer rule, double gradient, double after) {
        double[] p = {10};
        rule.step(p, new double[] {gradient}, new OptimizerState());
        assertThat(p[0]).as(rule.name()).isCloseTo(after, within(1e-12));
    }

    @Test
    void aCopyOfTheStateIsNotChangedByLaterSteps() {
        OptimizerState state = new OptimizerState();
        Optimizer rule = new Optimizer.Adam(0.1);
        rule.step(new double[] {1}, new double[] {2}, state);
        OptimizerState kept = state.copy();
        rule.step(new double[] {1}, new double[] {2}, state);
        assertThat(kept.steps()).isEqualTo(1);
        assertThat(kept.first()[0]).isCloseTo(0.2, within(1e-15));
        assertThat(state.first()[0]).isCloseTo(0.38, within(1e-15));
        assertThat(kept.second()[0]).isCloseTo(0.004, within(1e-15));
    }

    /** From 10, with the gradient 4 and then 2. */
    private static void assertSteps(Optimizer rule, double afterOne, double afterTwo) {
        double[] p = {10};
        OptimizerState state = new OptimizerState();
        rule.step(p, new double[] {4}, state);
        assertThat(p[0]).isCloseTo(afterOne, within(1e-12));
        rule.step(p, new double[] {2}, state);
        assertThat(p[0]).isCloseTo(afterTwo, within(1e-12));
    }
}
