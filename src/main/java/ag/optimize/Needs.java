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

    /** Whether a training on samples can give it. */
    public boolean isForTraining() {
        return this == GRADIENT || this == SEARCH;
    }
}
