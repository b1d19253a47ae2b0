package ag.lang.interpreter;

import ag.lang.source.AgException;
import ag.lang.source.Diagnostic;
import ag.lang.source.Span;

/** A training or a minimization was ended from outside: what the steps before have learned is kept. */
public final class CutShort extends AgException {
    private static final long serialVersionUID = 1;

    private final transient Span statement;
    private final long steps;

    /**
     * @param statement where the training stands
     * @param steps how many steps it had taken
     */
    public CutShort(Diagnostic why, Span statement, long steps) {
        super(why);
        this.statement = statement;
        this.steps = steps;
    }

    public Span statement() {
        return statement;
    }

    public long steps() {
        return steps;
    }
}
