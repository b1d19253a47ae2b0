package ag.optimize;

import java.util.List;

/**
 * Resilient propagation: each parameter has a step size of its own, times etaplus where its gradient kept its sign and times etaminus
 * where it changed; p -= size·sign(g), and no step right after a change. Only signs count, so it is for whole batches.
 */
final class Rprop {
    private static final Argument LR = Argument.of("lr", 0.01, ArgumentRange.FROM_ZERO, "the size of the first steps");
    private static final Argument ETAMINUS = Argument.of(
                    "etaminus", 0.5, ArgumentRange.SHARE, "what a step is multiplied by where the sign changed")
            .as(new Argument.Torch.InPair("etas", 0));
    private static final Argument ETAPLUS = Argument.of(
                    "etaplus", 1.2, ArgumentRange.ABOVE_ONE, "what a step is multiplied by where the sign stayed")
            .as(new Argument.Torch.InPair("etas", 1));
    private static final Argument STEP_MIN = Argument.of("step_min", 1e-6, ArgumentRange.FROM_ZERO, "the smallest step")
            .as(new Argument.Torch.InPair("step_sizes", 0));
    private static final Argument STEP_MAX = Argument.of("step_max", 50, ArgumentRange.FROM_ZERO, "the largest step")
            .as(new Argument.Torch.InPair("step_sizes", 1));

    static final OptimizerRule ROW = new OptimizerRule(
            "rprop",
            "Goes by the signs of gradients alone, with a step size for each parameter; for whole batches, not for"
                    + " random ones.",
            "s = s·etaplus where g kept its sign, s·etaminus where it changed (then g = 0), p -= s·sign(g)",
            "Riedmiller and Braun 1993",
            List.of(LR, ETAMINUS, ETAPLUS, STEP_MIN, STEP_MAX, Argument.MAXIMIZE),
            Needs.GRADIENT,
            TorchForm.of("Rprop"),
            Rprop::step);

    private static final int BEFORE = 0;
    private static final int SIZE = 1;

    private Rprop() {}

    private static Progress step(Optimizer rule, Step step, OptimizerState state) {
        double minus = rule.number(ETAMINUS);
        double plus = rule.number(ETAPLUS);
        double least = rule.number(STEP_MIN);
        double most = Math.max(least, rule.number(STEP_MAX));
        boolean first = !state.has(SIZE);
        state.count(rule);
        double[] parameters = step.parameters();
        double[] gradient = rule.gradient(step);
        double[] before = state.vector(BEFORE, parameters.length);
        double[] size = state.vector(SIZE, parameters.length);
        for (int i = 0; i < parameters.length; i++) {
            double start = first ? rule.number(LR) : size[i];
            double sign = Math.signum(gradient[i]) * Math.signum(before[i]);
            size[i] = Math.clamp(sign > 0 ? start * plus : sign < 0 ? start * minus : start, least, most);
            before[i] = sign < 0 ? 0 : gradient[i];
            parameters[i] -= Math.signum(before[i]) * size[i];
        }
        return Progress.MOVED;
    }
}
