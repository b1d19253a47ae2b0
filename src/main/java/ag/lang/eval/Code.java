package ag.lang.eval;

import ag.lang.runtime.Datum;

/** A piece of a program ready to run: names are places, operators are rows of the table. */
@FunctionalInterface
interface Code {
    Datum run(Frame frame);
}
