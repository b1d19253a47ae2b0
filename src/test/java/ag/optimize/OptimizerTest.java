package ag.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two steps of each rule worked out by hand; {@link OptimizersAgreeTest} follows them further. */
final class OptimizerTest {
    @Test
    void dampenedMomentumTakesTheFirstGradientWhole() {
        // b = 4, p = 10 - 0.1·4 = 9.6; b = 0.5·4 + 0.75·2 = 3.5, p = 9.6 - 0.35 = 9.25.
        assertSteps(
                Optimizer.of("sgd")
                        .with("lr", 0.1)
                        .with("momentum", 0.5)
                        .with("dampening", 0.25)
                        .with("nesterov", 0)
                        .with("weight_decay", 0),
                9.6,
                9.25);
    }

    @Test
    void nesterovLooksAheadAlongTheVelocity() {
        // b = 4, p = 10 - 0.1·(4 + 0.5·4) = 9.4; b = 0.5·4 + 2 = 4, p = 9.4 - 0.1·(2 + 0.5·4) = 9.
        assertSteps(
                Optimizer.of("sgd")
                        .with("lr", 0.1)
                        .with("momentum", 0.5)
                        .with("dampening", 0)
                        .with("nesterov", 1)
                        .with("weight_decay", 0),
                9.4,
                9.0);
    }

    @Test
    void weightDecayPullsTowardsZero() {
        // g = 4 + 0.2·10 = 6, p = 10 - 0.6 = 9.4; g = 2 + 0.2·9.4 = 3.88, p = 9.4 - 0.388 = 9.012.
        assertSteps(
                Optimizer.of("sgd")
                        .with("lr", 0.1)
                        .with("momentum", 0)
                        .with("dampening", 0)
                        .with("nesterov", 0)
                        .with("weight_decay", 0.2),
                9.4,
                9.012);
    }

    @Test
    void theFirstStepOfAdamIsAsLongAsItsRate() {
        // m/(1 - beta1) = g and v/(1 - beta2) = g², so the step is lr·g/|g|.
        double[] p = {10, -3};
        Optimizer.of("adam")
                .with("lr", 0.25)
                .with("beta1", 0.9)
                .with("beta2", 0.99)
                .with("eps", 0)
                .with("weight_decay", 0)
                .step(p, new double[] {4, -1e-3}, new OptimizerState());
        assertThat(p).containsExactly(new double[] {9.75, -2.75}, within(1e-12));
    }

    @Test
    void adamWDecaysBesideItsStep() {
        // p = 10·(1 - 0.25·0.2) - 0.25 = 9.25: decay does not pass through the square root.
        double[] p = {10};
        Optimizer.of("adamw")
                .with("lr", 0.25)
                .with("beta1", 0.9)
                .with("beta2", 0.99)
                .with("eps", 0)
                .with("weight_decay", 0.2)
                .step(p, new double[] {4}, new OptimizerState());
        assertThat(p[0]).isCloseTo(9.25, within(1e-12));
    }

    @Test
    void rmsPropDividesByTheRunningRootAndKeepsMomentum() {
        // v = 0.75·16 = 12, b = 4/√12, p = 10 - 0.1·b; v = 0.25·12 + 0.75·4 = 6, b = 0.5·b + 2/√6.
        double first = 4 / Math.sqrt(12);
        double second = 0.5 * first + 2 / Math.sqrt(6);
        assertSteps(
                Optimizer.of("rmsprop")
                        .with("lr", 0.1)
                        .with("alpha", 0.25)
                        .with("eps", 0)
                        .with("momentum", 0.5)
                        .with("weight_decay", 0),
                10 - 0.1 * first,
                10 - 0.1 * (first + second));
    }

    @Test
    void adagradDividesByTheRootOfAllSquaresAndSlowsDown() {
        // v = 16, p = 10 - 0.1·4/4 = 9.9; v = 20, p = 9.9 - 0.1/(1 + 1·0.25)·2/√20.
        assertSteps(
                Optimizer.of("adagrad")
                        .with("lr", 0.1)
                        .with("lr_decay", 0.25)
                        .with("eps", 0)
                        .with("weight_decay", 0),
                9.9,
                9.9 - 0.08 * 2 / Math.sqrt(20));
    }

    @Test
    void decayEntersTheGradientOfTheAdaptiveRules() {
        // g = -1 + 0.2·10 = 1 points the other way; each rule then takes its first step as long as its rate.
        assertFirstStep(
                Optimizer.of("adam")
                        .with("lr", 0.1)
                        .with("beta1", 0.9)
                        .with("beta2", 0.99)
                        .with("eps", 0)
                        .with("weight_decay", 0.2),
                -1,
                9.9);
        assertFirstStep(
                Optimizer.of("rmsprop")
                        .with("lr", 0.1)
                        .with("alpha", 0)
                        .with("eps", 0)
                        .with("momentum", 0)
                        .with("weight_decay", 0.2),
                -1,
                9.9);
        assertFirstStep(
                Optimizer.of("adagrad")
                        .with("lr", 0.1)
                        .with("lr_decay", 0)
                        .with("eps", 0)
                        .with("weight_decay", 0.2),
                -1,
                9.9);
    }

    @Test
    void epsIsAddedToTheRoot() {
        // √v = 4, p = 10 - 0.1·4/(4 + 1).
        assertFirstStep(
                Optimizer.of("adam")
                        .with("lr", 0.1)
                        .with("beta1", 0.9)
                        .with("beta2", 0.99)
                        .with("eps", 1)
                        .with("weight_decay", 0),
                4,
                9.92);
        assertFirstStep(
                Optimizer.of("adamw")
                        .with("lr", 0.1)
                        .with("beta1", 0.9)
                        .with("beta2", 0.99)
                        .with("eps", 1)
                        .with("weight_decay", 0),
                4,
                9.92);
        assertFirstStep(
                Optimizer.of("rmsprop")
                        .with("lr", 0.1)
                        .with("alpha", 0)
                        .with("eps", 1)
                        .with("momentum", 0)
                        .with("weight_decay", 0),
                4,
                9.92);
        assertFirstStep(
                Optimizer.of("adagrad")
                        .with("lr", 0.1)
                        .with("lr_decay", 0)
                        .with("eps", 1)
                        .with("weight_decay", 0),
                4,
                9.92);
    }

    @Test
    void theStateSaysWhichRuleItBelongsTo() {
        assertThat(Stream.of(
                                Optimizer.of("sgd").with("lr", 0.1),
                                Optimizer.of("adam").with("lr", 0.1),
                                Optimizer.of("adamw")
                                        .with("lr", 0.1)
                                        .with("beta1", 0.9)
                                        .with("beta2", 0.99)
                                        .with("eps", 1e-8)
                                        .with("weight_decay", 0),
                                Optimizer.of("rmsprop").with("lr", 0.1),
                                Optimizer.of("adagrad").with("lr", 0.1))
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
        Optimizer rule = Optimizer.of("adam").with("lr", 0.1);
        rule.step(new double[] {1}, new double[] {2}, state);
        OptimizerState kept = state.copy();
        rule.step(new double[] {1}, new double[] {2}, state);
        assertThat(kept.steps()).isEqualTo(1);
        assertThat(kept.vectors().get(0)[0]).isCloseTo(0.2, within(1e-15));
        assertThat(state.vectors().get(0)[0]).isCloseTo(0.38, within(1e-15));
        assertThat(kept.vectors().get(1)[0]).isCloseTo(0.004, within(1e-15));
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

    @Test
    void gradientsAreClippedAsPyTorchDoes() {
        // torch.nn.utils.clip_grad_norm_: (3, 4)·1/(5 + 1e-6); clip_grad_value_ to 1: (0.5, -1), and (0.5, -1) of (0.5,
        // -4).
        double[] p = {0, 0};
        Optimizer sgd = Optimizer.of("sgd").with("lr", 1);
        sgd.clipped(new Clipping(Double.POSITIVE_INFINITY, 1)).step(p, new double[] {3, 4}, new OptimizerState());
        assertThat(p).containsExactly(new double[] {-0.59999988, -0.79999984}, within(1e-8));
        double[] q = {0, 0};
        sgd.clipped(new Clipping(1, Double.POSITIVE_INFINITY)).step(q, new double[] {0.5, -4}, new OptimizerState());
        assertThat(q).containsExactly(-0.5, 1);
        double[] r = {0, 0};
        sgd.clipped(new Clipping(Double.POSITIVE_INFINITY, 6)).step(r, new double[] {3, 4}, new OptimizerState());
        assertThat(r).containsExactly(-3, -4);
    }
}
