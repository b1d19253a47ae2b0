package ag.lang.interpreter;

import ag.lang.values.Datum;

/**
 * Makes the value of {@code x -> x^2}.
 *
 * @param nested whether it stands in a function, whose names it may read
 */
record Anonymous(FunctionCode function, boolean nested) implements Code {
    @Override
    public Datum run(Frame frame) {
        return new Closure(function, frame.machine, nested || frame.slots.length > 0 ? frame : null);
    }
}
