package ag.optimize;

import ag.engine.Elementary;
import java.util.List;

/**
 * Adam: p -= lr/(1 - beta1^t) · m / (√v/√(1 - beta2^t) + eps), where m and v are the running means of g and g². With amsgrad
 * (Reddi et al. 2018) the largest v so far stands in the place of v.
 */
final class Adam {
    static final Argument LR = Argument.rate();
    static final Argument EPS = Argument.eps(1e-8);
    static final Argument AMSGRAD = Argument.flag("amsgrad", "divides by the largest mean of squares so far");

    static final OptimizerRule ROW = new OptimizerRule(
            "adam",
            "Steps of about the size lr in every direction, however long the gradient: a good first choice for"
                    + " networks.",
            "m = beta1·m + (1 - beta1)·g, v = beta2·v + (1 - beta2)·g², p -= lr/(1 - beta1^t)·m/(√v/√(1 - beta2^t) +"
                    + " eps)",
            "Kingma and Ba 2015; amsgrad: Reddi, Kale and Kumar 2018",
            List.of(LR, Moments.BETA1, Moments.BETA2, EPS, Argument.WEIGHT_DECAY, AMSGRAD, Argument.MAXIMIZE),
            Needs.GRADIENT,
            TorchForm.of("Adam"),
            (rule, step, state) -> move(rule, step.parameters(), rule.decayedGradient(step), state));

    private static final int LARGEST = 2;

    private Adam() {}

    /** Adam's step along a gradient that has all in it that it must. */
    static Progress move(Optimizer rule, double[] parameters, double[] gradient, OptimizerState state) {
        double t = state.count(rule);
        Moments moments = Moments.with(gradient, rule, state);
        double size = rule.number(LR) / (1 - Elementary.pow(rule.number(Moments.BETA1), t));
        double correction = Math.sqrt(1 - Elementary.pow(rule.number(Moments.BETA2), t));
        double eps = rule.number(EPS);
        double[] mean = moments.mean;
        double[] square = rule.truth(AMSGRAD) ? largest(moments.square, state) : moments.square;
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] -= size * (mean[i] / (Math.sqrt(square[i]) / correction + eps));
        }
        return Progress.MOVED;
    }

    private static double[] largest(double[] square, OptimizerState state) {
        double[] largest = state.vector(LARGEST, square.length);
        for (int i = 0; i < square.length; i++) {
            largest[i] = Math.max(largest[i], square[i]);
        }
        return largest;
    }
}
