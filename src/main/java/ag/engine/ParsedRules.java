package ag.engine;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The rules of the operation table, each read from its source when it is first asked for, and once for a tape. */
final class ParsedRules {
    private final Map<Operation, List<Rule>> parsed = new EnumMap<>(Operation.class);

    /** The rules of an operation's derivatives, one an operand (one in all for a reduction). */
    List<Rule> of(Operation operation) {
        List<Rule> known = parsed.get(operation);
        if (known == null) {
            known = LocalDerivative.rules(operation);
            parsed.put(operation, known);
        }
        return known;
    }
}
