package ag.lang.interpreter;

import ag.lang.source.Diagnostic;
import ag.lang.source.Span;

/** A minimization ran away: its inputs are back at its best point. */
public final class Diverged extends EndedEarly {
    private static final long serialVersionUID = 1;

    /**
     * @param statement where the minimization stands
     * @param steps how many steps lead to the best point
     */
    public Diverged(Diagnostic why, Span statement, long steps) {
        super(why, statement, steps);
    }
}
