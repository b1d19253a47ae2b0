package ag.optimize;

import ag.engine.Elementary;
import java.util.List;

/**
 * Averaged stochastic gradient descent, as PyTorch has it: p = p·(1 - lambd·eta) - eta·g with a falling rate
 * eta = lr/(1 + lambd·lr·t)^alpha. The average of the points after step t0 is kept beside them.
 */
final class Asgd {
    private static final Argument LR = Argument.rate();
    private static final Argument LAMBD =
            Argument.of("lambd", 1e-4, ArgumentRange.FROM_ZERO, "shrinks the parameters, and makes the rate fall");
    private static final Argument ALPHA =
            Argument.of("alpha", 0.75, ArgumentRange.FROM_ZERO, "how fast the rate falls");
    private static final Argument T0 =
            Argument.of("t0", 1e6, ArgumentRange.FROM_ZERO, "the step at which averaging begins");

    static final OptimizerRule ROW = new OptimizerRule(
            "asgd",
            "Gradient descent whose rate falls as theory asks for, with the average of its points kept in a"
                    + " checkpoint.",
            "p = p·(1 - lambd·eta) - eta·g, eta = lr/(1 + lambd·lr·t)^alpha",
            "Polyak and Juditsky 1992",
            List.of(LR, LAMBD, ALPHA, T0, Argument.WEIGHT_DECAY, Argument.MAXIMIZE),
            Needs.GRADIENT,
            TorchForm.of("ASGD"),
            Asgd::step);

    private Asgd() {}

    private static Progress step(Optimizer rule, Step step, OptimizerState state) {
        double lr = rule.number(LR);
        double lambd = rule.number(LAMBD);
        double t = state.count(rule);
        double[] parameters = step.parameters();
        double[] gradient = rule.decayedGradient(step);
        double eta = state.number(0, lr);
        double mu = state.number(1, 1);
        double[] average = state.vector(0, parameters.length);
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = parameters[i] * (1 - lambd * eta) - eta * gradient[i];
            average[i] = mu == 1 ? parameters[i] : average[i] + (parameters[i] - average[i]) * mu;
        }
        state.keep(lr / Elementary.pow(1 + lambd * lr * t, rule.number(ALPHA)), 1 / Math.max(1, t - rule.number(T0)));
        return Progress.MOVED;
    }
}
