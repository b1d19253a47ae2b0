package ag.lang.interpreter;

import ag.lang.values.Datum;

/** A piece of a program ready to run: names are places, operators are rows of the table. */
@FunctionalInterface
public interface Code {
    Datum run(Frame frame);
}
