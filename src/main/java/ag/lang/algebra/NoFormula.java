package ag.lang.algebra;

/** Thrown where the text is no formula. */
final class NoFormula extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoFormula() {
        super(null, null, false, false);
    }
}
