package ag.lang.source;

/** A mistake in a program; it ends the statement it stands in. */
public class AgException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Diagnostic diagnostic;

    public AgException(Diagnostic diagnostic) {
        // A user's mistake needs no Java stack trace, and a deep one would be slow to take.
        super(diagnostic.message(), null, false, false);
        this.diagnostic = diagnostic;
    }

    public AgException(ErrorCode error, String message, Span span, String hint) {
        this(new Diagnostic(error, message, span, hint));
    }

    public Diagnostic diagnostic() {
        return diagnostic;
    }
}
