package ag.engine;

/** A derivative was asked for beyond the order up to which those of a truncated series are right. */
public final class TruncatedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TruncatedException() {
        super("beyond the order of a truncated series", null, false, false);
    }
}
