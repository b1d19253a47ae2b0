package ag.optimize;

import ag.engine.Elementary;
import java.util.List;

/** Adam with the largest gradient in the place of the root: u = max(beta2·u, |g| + eps), p -= lr/(1 - beta1^t)·m/u. */
final class Adamax {
    private static final Argument LR = Argument.rate();
    private static final Argument EPS = Argument.eps(1e-8);

    static final OptimizerRule ROW = new OptimizerRule(
            "adamax",
            "Adam that divides by the largest recent gradient instead of a root of squares.",
            "m = beta1·m + (1 - beta1)·g, u = max(beta2·u, |g| + eps), p -= lr/(1 - beta1^t)·m/u",
            "Kingma and Ba 2015",
            List.of(LR, Moments.BETA1, Moments.BETA2, EPS, Argument.WEIGHT_DECAY, Argument.MAXIMIZE),
            Needs.GRADIENT,
            TorchForm.of("Adamax"),
            Adamax::step);

    private Adamax() {}

    private static Progress step(Optimizer rule, Step step, OptimizerState state) {
        double[] parameters = step.parameters();
        double[] gradient = rule.decayedGradient(step);
        double t = state.count(rule);
        double beta1 = rule.number(Moments.BETA1);
        double beta2 = rule.number(Moments.BETA2);
        double eps = rule.number(EPS);
        double size = rule.number(LR) / (1 - Elementary.pow(beta1, t));
        double[] mean = state.vector(0, parameters.length);
        double[] largest = state.vector(1, parameters.length);
        for (int i = 0; i < parameters.length; i++) {
            mean[i] = beta1 * mean[i] + (1 - beta1) * gradient[i];
            largest[i] = Math.max(beta2 * largest[i], Math.abs(gradient[i]) + eps);
            parameters[i] -= size * mean[i] / largest[i];
        }
        return Progress.MOVED;
    }
}
