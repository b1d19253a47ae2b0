package ag.optimize;

/** What a rule asks of the function it makes small. */
public enum Needs {
    /** The gradient where it stands: one step, one evaluation. */
    GRADIENT,
    /** Values and gradients at other points too: it searches, and knows when it has arrived. */
    SEARCH,
    /** Second derivatives beside these. */
    HESSIAN,
    /** Values alone: for functions without a gradient. */
    VALUES;

    /** Whether it finds out by itself that it has arrived. */
    public boolean settles() {
        return this != GRADIENT;
    }

    /** Whether it keeps to bounds: a rule that goes by second derivatives would have to look at them too. */
    public boolean takesBounds() {
        return this != HESSIAN;
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
