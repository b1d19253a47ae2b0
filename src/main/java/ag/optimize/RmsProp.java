package ag.optimize;

import java.util.List;

/**
 * RMSprop: with v the running mean of g², p -= lr·b where b is g/(√v + eps) without momentum, and momentum·b + g/(√v + eps) with
 * it. Centered (Graves 2013), the root is that of v - m², with m the running mean of g.
 */
final class RmsProp {
    private static final Argument LR = Argument.rate();
    private static final Argument ALPHA =
            Argument.of("alpha", 0.99, ArgumentRange.FROM_ZERO, "how much of the mean of squared gradients is kept");
    private static final Argument EPS = Argument.eps(1e-8);
    private static final Argument MOMENTUM =
            Argument.of("momentum", 0, ArgumentRange.FROM_ZERO, "how much of the velocity is kept");
    private static final Argument CENTERED =
            Argument.flag("centered", "divides by the spread of gradients instead of their size");

    static final OptimizerRule ROW = new OptimizerRule(
            "rmsprop",
            "Divides each gradient by its recent size, so that all parameters move at about the same speed.",
            "v = alpha·v + (1 - alpha)·g², b = momentum·b + g/(√v + eps), p -= lr·b",
            "Hinton 2012; centered: Graves 2013",
            List.of(LR, ALPHA, EPS, MOMENTUM, Argument.WEIGHT_DECAY, CENTERED, Argument.MAXIMIZE),
            Needs.GRADIENT,
            TorchForm.of("RMSprop"),
            RmsProp::step);

    private static final int VELOCITY = 0;
    private static final int SQUARE = 1;
    private static final int MEAN = 2;

    private RmsProp() {}

    private static Progress step(Optimizer rule, Step step, OptimizerState state) {
        double lr = rule.number(LR);
        double alpha = rule.number(ALPHA);
        double eps = rule.number(EPS);
        double momentum = rule.number(MOMENTUM);
        state.count(rule);
        double[] parameters = step.parameters();
        double[] gradient = rule.decayedGradient(step);
        double[] square = state.vector(SQUARE, parameters.length);
        double[] mean = rule.truth(CENTERED) ? state.vector(MEAN, parameters.length) : new double[0];
        for (int i = 0; i < parameters.length; i++) {
            square[i] = alpha * square[i] + (1 - alpha) * (gradient[i] * gradient[i]);
            double spread = square[i];
            if (mean.length > 0) {
                mean[i] = alpha * mean[i] + (1 - alpha) * gradient[i];
                spread -= mean[i] * mean[i];
            }
            gradient[i] = gradient[i] / (Math.sqrt(spread) + eps);
        }
        if (momentum == 0) {
            for (int i = 0; i < parameters.length; i++) {
                parameters[i] -= lr * gradient[i];
            }
            return Progress.MOVED;
        }
        double[] velocity = state.vector(VELOCITY, parameters.length);
        for (int i = 0; i < parameters.length; i++) {
            velocity[i] = momentum * velocity[i] + gradient[i];
            parameters[i] -= lr * velocity[i];
        }
        return Progress.MOVED;
    }
}
