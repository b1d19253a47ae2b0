package ag.optimize;

import ag.engine.Elementary;
import java.util.List;

/**
 * Adam that trusts its root only once enough squares are in it: with ρ∞ = 2/(1 - beta2) - 1 and ρ = ρ∞ - 2t·beta2^t/(1 - beta2^t),
 * p -= lr·r·m/(1 - beta1^t)·√(1 - beta2^t)/(√v + eps) where ρ &gt; 5, r = √((ρ - 4)(ρ - 2)ρ∞/((ρ∞ - 4)(ρ∞ - 2)ρ)); before that
 * p -= lr·m/(1 - beta1^t).
 */
final class RAdam {
    private static final Argument LR = Argument.rate();
    private static final Argument EPS = Argument.eps(1e-8);

    static final OptimizerRule ROW = new OptimizerRule(
            "radam",
            "Adam without its wild first steps: the root counts only once enough gradients have been seen.",
            "p -= lr·r·m/(1 - beta1^t)·√(1 - beta2^t)/(√v + eps), r from the number of steps; without r and root in"
                    + " the first ones",
            "Liu et al. 2020",
            List.of(LR, Moments.BETA1, Moments.BETA2, EPS, Argument.WEIGHT_DECAY, Argument.MAXIMIZE),
            Needs.GRADIENT,
            TorchForm.of("RAdam").descendingOnly(),
            RAdam::step);

    private RAdam() {}

    private static Progress step(Optimizer rule, Step step, OptimizerState state) {
        double[] parameters = step.parameters();
        double[] gradient = rule.decayedGradient(step);
        double t = state.count(rule);
        Moments moments = Moments.with(gradient, rule, state);
        double beta2 = rule.number(Moments.BETA2);
        double size = rule.number(LR) / (1 - Elementary.pow(rule.number(Moments.BETA1), t));
        double power = Elementary.pow(beta2, t);
        double limit = 2 / (1 - beta2) - 1;
        double seen = limit - 2 * t * power / (1 - power);
        if (seen <= 5) {
            for (int i = 0; i < parameters.length; i++) {
                parameters[i] -= size * moments.mean[i];
            }
            return Progress.MOVED;
        }
        double rectified =
                Math.sqrt((seen - 4) * (seen - 2) * limit / ((limit - 4) * (limit - 2) * seen)) * Math.sqrt(1 - power);
        double eps = rule.number(EPS);
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] -= size * rectified * moments.mean[i] / (Math.sqrt(moments.square[i]) + eps);
        }
        return Progress.MOVED;
    }
}
