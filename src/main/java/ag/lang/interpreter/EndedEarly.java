package ag.lang.interpreter;

import ag.lang.source.AgException;
import ag.lang.source.Diagnostic;
import ag.lang.source.Span;

/** A training or a minimization did not come to its end, and what some of its steps have brought is kept. */
public abstract sealed class EndedEarly extends AgException permits CutShort, Diverged {
    private static final long serialVersionUID = 1;

    private final transient Span statement;
    private final long steps;

    /**
     * @param statement where the training stands
     * @param steps after how many steps it stood where it stands now
     */
    EndedEarly(Diagnostic why, Span statement, long steps) {
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
