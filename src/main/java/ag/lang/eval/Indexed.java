package ag.lang.eval;

import ag.lang.library.Sized;
import ag.lang.runtime.Datum;

/** A thing with numbered parts, such as a data set with its samples. */
public interface Indexed extends Sized, Datum.Thing {
    Datum at(int index);
}
