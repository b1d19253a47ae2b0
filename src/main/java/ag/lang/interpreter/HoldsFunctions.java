package ag.lang.interpreter;

import ag.lang.values.Callable;
import ag.lang.values.Datum;
import java.util.List;

/** A thing that calls functions it was given, such as a model its activations. */
public interface HoldsFunctions extends Datum.Thing {
    List<Callable> activations();
}
