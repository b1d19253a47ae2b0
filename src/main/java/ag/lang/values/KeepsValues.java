package ag.lang.values;

import java.util.List;
import java.util.function.UnaryOperator;

/** A function that keeps values of its own, such as the solution of a differential equation the points it goes through. */
public interface KeepsValues extends Callable {
    /** What it keeps, perhaps together with other functions. */
    Kept kept();

    /** The functions that it calls. */
    List<Callable> functions();

    /** Values that are kept together. */
    final class Kept {
        private List<Datum> values;

        public Kept(List<Datum> values) {
            this.values = List.copyOf(values);
        }

        public Datum get(int index) {
            return values.get(index);
        }

        /** The tape has moved: the values get their new names. */
        public void relocate(UnaryOperator<Datum> moved) {
            values = values.stream().map(moved).toList();
        }
    }
}
