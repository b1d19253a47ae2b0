package ag.nn;

/** How the losses of single samples become one number. */
public enum Reduce {
    /** Their mean; for a loss that compares number by number, the mean over all numbers of all samples, as in PyTorch. */
    MEAN,
    /** Their sum. */
    SUM
}
