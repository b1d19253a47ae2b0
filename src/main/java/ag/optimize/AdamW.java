package ag.optimize;

import java.util.List;

/** Adam with weight decay kept apart from the gradient: first p -= lr·weight_decay·p, then Adam's step along g without it. */
final class AdamW {
    private static final Argument DECAY = Argument.of(
            "weight_decay", 0.01, ArgumentRange.FROM_ZERO, "shrinks the parameters by lr·weight_decay of their size");

    static final OptimizerRule ROW = new OptimizerRule(
            "adamw",
            "Adam whose weight decay does not pass through its root: what large networks are trained with.",
            "p -= lr·weight_decay·p, then as adam along g without decay",
            "Loshchilov and Hutter 2019",
            List.of(Adam.LR, Moments.BETA1, Moments.BETA2, Adam.EPS, DECAY, Adam.AMSGRAD, Argument.MAXIMIZE),
            Needs.GRADIENT,
            TorchForm.of("AdamW"),
            AdamW::step);

    private AdamW() {}

    private static Progress step(Optimizer rule, Step step, OptimizerState state) {
        double[] parameters = step.parameters();
        double kept = 1 - rule.number(Adam.LR) * rule.number(DECAY);
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] *= kept;
        }
        return Adam.move(rule, parameters, rule.gradient(step), state);
    }
}
