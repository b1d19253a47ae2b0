package ag.lang.interpreter;

import ag.lang.builtins.Sized;
import ag.lang.values.Datum;

/** A thing with numbered parts, such as a data set with its samples. */
public interface Indexed extends Sized, Datum.Thing {
    Datum at(int index);
}
