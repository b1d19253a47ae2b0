package ag.lang.reading;

import java.util.List;

/** What is known of a name before the formula it stands in is evaluated. */
public sealed interface Meaning {
    /**
     * It stands for nothing yet.
     *
     * @param mayCome whether it may mean something by the time the expression is evaluated, as in a function
     */
    record Nothing(boolean mayCome) implements Meaning {}

    /** A number, or something else that is no function. */
    record Value() implements Meaning {}

    /** A vector or a matrix. */
    record Vector() implements Meaning {}

    /**
     * A function.
     *
     * @param parameters their names, where it was defined with some
     * @param builtin whether it is the language's own
     */
    record Function(List<String> parameters, boolean builtin) implements Meaning {
        public Function {
            parameters = List.copyOf(parameters);
        }
    }

    /** A formula in letters that have no value. */
    record Formula(List<String> letters) implements Meaning {
        public Formula {
            letters = List.copyOf(letters);
        }
    }

    /** A local name: only the run can tell. */
    record Open() implements Meaning {}
}
