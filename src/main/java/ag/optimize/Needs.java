package ag.optimize;

/** What a rule asks of the function it makes small. */
public enum Needs {
    /** The gradient where it stands: one step, one evaluation. */
    GRADIENT,
    /** Values and gradients at other points too: it searches, and knows when it has arrived. */
    SEARCH,
    /** Second derivatives beside these. */
    HESSIAN,
    /** What is squared, and its derivatives: for sums of squares. */
    SQUARES,
    /** Values alone: for functions without a gradient. */
    VALUES;

    /** Whether it finds out by itself that it has arrived. */
    public boolean settles() {
        return this != GRADIENT;
    }

    /** Whether conditions can be laid on it: their multipliers are told where it has arrived. */
    public boolean takesConditions() {
        return this == SEARCH || this == VALUES;
    }

    /** Whether a training on samples can give it. */
    public boolean isForTraining() {
        return this == GRADIENT || this == SEARCH;
    }
}
