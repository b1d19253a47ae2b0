package ag.optimize;

/** The running means of gradients and of their squares that the family of Adam goes by. */
final class Moments {
    static final Argument BETA1 = Argument.of(
                    "beta1", 0.9, ArgumentRange.SHARE, "how much of the mean of gradients is kept")
            .as(new Argument.Torch.InPair("betas", 0));
    static final Argument BETA2 = Argument.of(
                    "beta2", 0.999, ArgumentRange.SHARE, "how much of the mean of squared gradients is kept")
            .as(new Argument.Torch.InPair("betas", 1));

    final double[] mean;
    final double[] square;

    private Moments(double[] mean, double[] square) {
        this.mean = mean;
        this.square = square;
    }

    /** Brings the gradient into both: m = beta1·m + (1 - beta1)·g, v = beta2·v + (1 - beta2)·g². */
    static Moments with(double[] gradient, Optimizer rule, OptimizerState state) {
        double beta1 = rule.number(BETA1);
        double beta2 = rule.number(BETA2);
        double[] mean = state.vector(0, gradient.length);
        double[] square = state.vector(1, gradient.length);
        for (int i = 0; i < gradient.length; i++) {
            mean[i] = mean[i] + (gradient[i] - mean[i]) * (1 - beta1);
            square[i] = beta2 * square[i] + (1 - beta2) * (gradient[i] * gradient[i]);
        }
        return new Moments(mean, square);
    }
}
