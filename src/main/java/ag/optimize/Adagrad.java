package ag.optimize;

import java.util.List;

/** Adagrad: with v the sum of all g² so far, p -= lr/(1 + (t - 1)·lr_decay) · g/(√v + eps). */
final class Adagrad {
    private static final Argument LR = Argument.rate();
    private static final Argument LR_DECAY =
            Argument.of("lr_decay", 0, ArgumentRange.FROM_ZERO, "divides the rate by 1 + (t - 1)·lr_decay");
    private static final Argument EPS = Argument.eps(1e-10);

    static final OptimizerRule ROW = new OptimizerRule(
            "adagrad",
            "Steps that become smaller where gradients have been large: for inputs that are rarely other than zero.",
            "v += g², p -= lr/(1 + (t - 1)·lr_decay)·g/(√v + eps)",
            "Duchi, Hazan and Singer 2011",
            List.of(LR, LR_DECAY, EPS, Argument.WEIGHT_DECAY, Argument.MAXIMIZE),
            Needs.GRADIENT,
            TorchForm.of("Adagrad"),
            Adagrad::step);

    /** The first place was left empty when a state had two, and files of that time are still read. */
    private static final int SQUARES = 1;

    private Adagrad() {}

    private static Progress step(Optimizer rule, Step step, OptimizerState state) {
        double[] parameters = step.parameters();
        double[] gradient = rule.decayedGradient(step);
        double t = state.count(rule);
        double size = rule.number(LR) / (1 + (t - 1) * rule.number(LR_DECAY));
        double eps = rule.number(EPS);
        double[] squares = state.vector(SQUARES, parameters.length);
        for (int i = 0; i < parameters.length; i++) {
            squares[i] += gradient[i] * gradient[i];
            parameters[i] -= size * (gradient[i] / (Math.sqrt(squares[i]) + eps));
        }
        return Progress.MOVED;
    }
}
