package ag.lang.interpreter;

import ag.lang.values.Datum;

/** A value that is written in the program. */
record Constant(Datum value) implements NumberCode {
    @Override
    public Datum run(Frame frame) {
        return value;
    }

    @Override
    public int emit(NumberProgram.Builder program) {
        return value instanceof Datum.Num(double number) ? program.constant(number) : NumberProgram.NONE;
    }
}
