package ag.optimize;

/** What came of a step. */
public enum Progress {
    /** The parameters were moved, or may be moved by the next step. */
    MOVED,
    /** The rule finds no better point: it has arrived, as far as its numbers can tell. */
    SETTLED
}
