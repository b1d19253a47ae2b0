package ag.nn.training;

/**
 * What an optimizer remembers between steps: which one it is, how many it took, and up to two vectors as long as the parameters. It changes
 * with every step; {@link #copy} keeps a moment.
 */
public final class OptimizerState {
    private static final double[] NONE = new double[0];

    private String rule;
    private long steps;
    private double[] first;
    private double[] second;

    /** The state before the first step. */
    public OptimizerState() {
        this("", 0, NONE, NONE);
    }

    /**
     * A state put together from its parts, which are copied.
     *
     * @param rule the name of the optimizer that took the steps; empty before the first one
     * @param steps how many steps were taken
     * @param first velocities or means of gradients; empty where there are none yet
     * @param second means or sums of squared gradients; empty where there are none yet
     */
    public OptimizerState(String rule, long steps, double[] first, double[] second) {
        this.rule = rule;
        this.steps = steps;
        this.first = first.clone();
        this.second = second.clone();
    }

    public OptimizerState copy() {
        return new OptimizerState(rule, steps, first, second);
    }

    /** The name of the optimizer that took the steps; empty before the first one. */
    public String rule() {
        return rule;
    }

    public long steps() {
        return steps;
    }

    /** A copy of the velocities or means of gradients. */
    public double[] first() {
        return first.clone();
    }

    /** A copy of the means or sums of squared gradients. */
    public double[] second() {
        return second.clone();
    }

    /** Counts a step of this optimizer and says its number, from 1. */
    double count(Optimizer by) {
        rule = by.name();
        steps++;
        return steps;
    }

    boolean hasFirst() {
        return first.length > 0;
    }

    double[] first(int length) {
        if (first.length == 0) {
            first = new double[length];
        }
        return first;
    }

    double[] second(int length) {
        if (second.length == 0) {
            second = new double[length];
        }
        return second;
    }
}
