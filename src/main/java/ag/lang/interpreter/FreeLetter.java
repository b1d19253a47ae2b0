package ag.lang.interpreter;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;

/** A letter was read that has no value yet. Where a formula will do, it is kept as one; elsewhere this is a mistake. */
public final class FreeLetter extends AgException {
    private static final long serialVersionUID = 1;

    private final String letter;

    FreeLetter(String letter, Span span) {
        super(
                ErrorCode.NO_VALUE_YET,
                "'" + letter + "' has no value yet, and here a number is needed",
                span,
                "give it one: let " + letter + " = 2");
        this.letter = letter;
    }

    /** The letter that has no value. */
    public String letter() {
        return letter;
    }
}
