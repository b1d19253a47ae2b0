package ag.lang.values;

import ag.lang.source.AgException;
import ag.lang.source.Diagnostic;

/** A program was ended from outside: it has made no mistake. */
public final class Stopped extends AgException {
    private static final long serialVersionUID = 1;

    public Stopped(Diagnostic why) {
        super(why);
    }
}
