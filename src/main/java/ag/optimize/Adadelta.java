package ag.optimize;

import java.util.List;

/**
 * Adadelta: with v the running mean of g² and u that of the squared steps, d = g·√(u + eps)/√(v + eps), p -= lr·d, so that steps have
 * the unit of the parameters.
 */
final class Adadelta {
    private static final Argument LR =
            Argument.of("lr", 1, ArgumentRange.FROM_ZERO, "what the steps are multiplied by");
    private static final Argument RHO =
            Argument.of("rho", 0.9, ArgumentRange.SHARE, "how much of the means of squares is kept");
    private static final Argument EPS = Argument.eps(1e-6);

    static final OptimizerRule ROW = new OptimizerRule(
            "adadelta",
            "Finds its own rate from the steps it took: nothing must be set, but it begins slowly.",
            "v = rho·v + (1 - rho)·g², d = g·√(u + eps)/√(v + eps), u = rho·u + (1 - rho)·d², p -= lr·d",
            "Zeiler 2012",
            List.of(LR, RHO, EPS, Argument.WEIGHT_DECAY, Argument.MAXIMIZE),
            Needs.GRADIENT,
            TorchForm.of("Adadelta"),
            Adadelta::step);

    private Adadelta() {}

    private static Progress step(Optimizer rule, Step step, OptimizerState state) {
        double lr = rule.number(LR);
        double rho = rule.number(RHO);
        double eps = rule.number(EPS);
        state.count(rule);
        double[] parameters = step.parameters();
        double[] gradient = rule.decayedGradient(step);
        double[] square = state.vector(0, parameters.length);
        double[] moved = state.vector(1, parameters.length);
        for (int i = 0; i < parameters.length; i++) {
            square[i] = rho * square[i] + (1 - rho) * (gradient[i] * gradient[i]);
            double delta = Math.sqrt(moved[i] + eps) / Math.sqrt(square[i] + eps) * gradient[i];
            moved[i] = rho * moved[i] + (1 - rho) * (delta * delta);
            parameters[i] -= lr * delta;
        }
        return Progress.MOVED;
    }
}
