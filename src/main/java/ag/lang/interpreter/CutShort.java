package ag.lang.interpreter;

import ag.lang.source.Diagnostic;
import ag.lang.source.Span;

/** A training or a minimization was ended from outside: what the steps before have learned is kept. */
public final class CutShort extends EndedEarly {
    private static final long serialVersionUID = 1;

    /**
     * @param statement where the training stands
     * @param steps how many steps it had taken
     */
    public CutShort(Diagnostic why, Span statement, long steps) {
        super(why, statement, steps);
    }
}
