package ag.optimize;

import ag.engine.Elementary;
import java.util.List;

/**
 * Adam with Nesterov's momentum: with μ(t) = beta1·(1 - 0.96^(t·momentum_decay)/2) and M(t) = μ(1)·…·μ(t),
 * p -= lr·((1 - μ(t))·g/(1 - M(t)) + μ(t + 1)·m/(1 - M(t)·μ(t)·μ(t + 1))) / (√(v/(1 - beta2^t)) + eps). The third factor μ(t) is
 * PyTorch's (1.13); Dozat's paper and later versions have M(t + 1) there.
 */
final class NAdam {
    private static final Argument LR = Argument.rate();
    private static final Argument EPS = Argument.eps(1e-8);
    private static final Argument MOMENTUM_DECAY =
            Argument.of("momentum_decay", 0.004, ArgumentRange.FROM_ZERO, "how fast the momentum comes up to beta1");

    static final OptimizerRule ROW = new OptimizerRule(
            "nadam",
            "Adam that looks ahead along its momentum, as Nesterov does.",
            "μ = beta1·(1 - 0.96^(t·momentum_decay)/2), M = M·μ, p -= lr·((1 - μ)·g/(1 - M) + μ'·m/(1 -"
                    + " M·μ·μ'))/(√(v/(1 - beta2^t)) + eps), μ' that of the next step",
            "Dozat 2016",
            List.of(LR, Moments.BETA1, Moments.BETA2, EPS, Argument.WEIGHT_DECAY, MOMENTUM_DECAY, Argument.MAXIMIZE),
            Needs.GRADIENT,
            TorchForm.of("NAdam").descendingOnly(),
            NAdam::step);

    private NAdam() {}

    private static Progress step(Optimizer rule, Step step, OptimizerState state) {
        double[] parameters = step.parameters();
        double[] gradient = rule.decayedGradient(step);
        double t = state.count(rule);
        Moments moments = Moments.with(gradient, rule, state);
        double mu = momentum(rule, t);
        double next = momentum(rule, t + 1);
        double product = state.number(0, 1) * mu;
        state.keep(product);
        double correction = 1 - Elementary.pow(rule.number(Moments.BETA2), t);
        double eps = rule.number(EPS);
        double ofGradient = rule.number(LR) * (1 - mu) / (1 - product);
        double ofMean = rule.number(LR) * next / (1 - product * mu * next);
        for (int i = 0; i < parameters.length; i++) {
            double root = Math.sqrt(moments.square[i] / correction) + eps;
            parameters[i] -= ofGradient * gradient[i] / root + ofMean * moments.mean[i] / root;
        }
        return Progress.MOVED;
    }

    private static double momentum(Optimizer rule, double t) {
        return rule.number(Moments.BETA1) * (1 - 0.5 * Elementary.pow(0.96, t * rule.number(MOMENTUM_DECAY)));
    }
}
