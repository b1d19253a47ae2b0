package ag.optimize;

import java.util.List;

/**
 * Stochastic gradient descent: p -= lr·b, where the velocity b is g without momentum, and g at first and then
 * momentum·b + (1 - dampening)·g with it; with Nesterov's momentum p -= lr·(g + momentum·b).
 */
final class Sgd {
    private static final Argument LR = Argument.rate();
    private static final Argument MOMENTUM =
            Argument.of("momentum", 0, ArgumentRange.FROM_ZERO, "how much of the velocity is kept");
    private static final Argument DAMPENING = Argument.of(
            "dampening", 0, ArgumentRange.FROM_ZERO, "how much of the gradient does not enter the velocity");
    private static final Argument NESTEROV = Argument.flag("nesterov", "looks ahead along the velocity");

    static final OptimizerRule ROW = new OptimizerRule(
            "sgd",
            "Gradient descent, with momentum where asked for: the simplest rule, and with a good rate and momentum"
                    + " hard to beat.",
            "b = momentum·b + (1 - dampening)·g, p -= lr·b",
            "Robbins and Monro 1951; momentum: Polyak 1964, Nesterov 1983",
            List.of(LR, MOMENTUM, DAMPENING, NESTEROV, Argument.WEIGHT_DECAY, Argument.MAXIMIZE),
            Needs.GRADIENT,
            TorchForm.of("SGD"),
            Sgd::step);

    private static final int VELOCITY = 0;

    private Sgd() {}

    private static Progress step(Optimizer rule, Step step, OptimizerState state) {
        double lr = rule.number(LR);
        double momentum = rule.number(MOMENTUM);
        state.count(rule);
        double[] parameters = step.parameters();
        double[] gradient = rule.decayedGradient(step);
        if (momentum == 0) {
            for (int i = 0; i < parameters.length; i++) {
                parameters[i] -= lr * gradient[i];
            }
            return Progress.MOVED;
        }
        double fresh = state.has(VELOCITY) ? 1 - rule.number(DAMPENING) : 1;
        double[] velocity = state.vector(VELOCITY, parameters.length);
        for (int i = 0; i < parameters.length; i++) {
            velocity[i] = momentum * velocity[i] + fresh * gradient[i];
        }
        boolean nesterov = rule.truth(NESTEROV);
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] -= lr * (nesterov ? gradient[i] + momentum * velocity[i] : velocity[i]);
        }
        return Progress.MOVED;
    }
}
