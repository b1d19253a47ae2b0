package ag.lang.algebra;

import ag.engine.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes sec, csc and cot by sine and cosine. */
final class Reciprocals {
    static final String NAME = "sec = 1/cos and its kin";

    private static final Map<Operation, Operation> OF = Map.of(
            Operation.SEC, Operation.COS,
            Operation.CSC, Operation.SIN,
            Operation.COT, Operation.TAN,
            Operation.SECH, Operation.COSH,
            Operation.CSCH, Operation.SINH,
            Operation.COTH, Operation.TANH);

    private Reciprocals() {}

    /** The formula without any of them; empty where it has none. */
    static Optional<Term> without(Term term) {
        Term written = written(term);
        return written.equals(term) ? Optional.empty() : Optional.of(written);
    }

    private static Term written(Term term) {
        Term inner = term.map(Reciprocals::written);
        if (!(inner instanceof Term.Apply(Operation operation, List<Term> operands))) {
            return inner;
        }
        Operation below = OF.get(operation);
        return below == null ? inner : Term.quotient(Term.ONE, new Term.Apply(below, operands));
    }
}
