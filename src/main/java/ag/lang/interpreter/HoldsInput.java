package ag.lang.interpreter;

import ag.lang.values.Datum;
import ag.lang.values.Input;
import java.util.List;

/** A thing that keeps an input alive, such as a model its parameters. */
public interface HoldsInput extends Datum.Thing {
    Input input();

    /** Where the parameters of each layer begin among all. */
    List<Integer> layers();
}
