package ag.nn.training;

/**
 * What is added to the loss so that parameters stay small: l1·Σ|p| + l2·Σp² over all parameters.
 */
public record Penalty(double l1, double l2) {
    public static final Penalty NONE = new Penalty(0, 0);

    /** What it adds to the loss. */
    double loss(double[] parameters) {
        double sizes = 0;
        double squares = 0;
        for (double p : parameters) {
            sizes += Math.abs(p);
            squares += p * p;
        }
        return l1 * sizes + l2 * squares;
    }

    void addGradient(double[] parameters, double[] gradient) {
        for (int i = 0; i < parameters.length; i++) {
            gradient[i] += l1 * Math.signum(parameters[i]) + 2 * l2 * parameters[i];
        }
    }

    boolean isNone() {
        return l1 == 0 && l2 == 0;
    }
}
