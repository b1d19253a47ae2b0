package ag.lang.eval;

import ag.lang.runtime.Datum;
import ag.lang.runtime.Input;

/** A thing that keeps an input alive, such as a model its parameters. */
public interface HoldsInput extends Datum.Thing {
    Input input();
}
