package ag.explain;

import ag.engine.Operation;
import ag.engine.Tape;
import ag.lang.algebra.RecordedFormula;
import ag.lang.algebra.Term;
import ag.lang.algebra.TextWriter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The formulas of the steps behind a result in the names of the user, such as {@code sin(x²)}, as far as they are short enough to serve
 * as names.
 */
final class StepFormulas {
    /** A longer formula is no name. */
    private static final int LONGEST = 16;

    /** A graph of more steps is one that was computed, in loops and networks, and not written down. */
    private static final int MOST_STEPS = 200;

    private static final Set<Operation.Kind> WRITTEN =
            Set.of(Operation.Kind.INFIX, Operation.Kind.PREFIX, Operation.Kind.FUNCTION);

    private final Tape tape;
    private final Map<Double, Term> constants;
    private final Set<String> taken;
    private final Map<Integer, Term> written = new HashMap<>();

    /**
     * Formulas for what the root of the tape's last backward pass depends on.
     *
     * @param names what the user calls a node; empty where there is no name for it
     * @param constants numbers that have a name, such as pi
     */
    StepFormulas(Tape tape, IntFunction<Optional<String>> names, Map<Double, Term> constants) {
        this.tape = tape;
        this.constants = Map.copyOf(constants);
        this.taken = constants.containsValue(Term.e()) || constants.isEmpty() ? Set.of() : Set.of("e");
        int[] steps = IntStream.rangeClosed(0, tape.gradientRoot())
                .filter(node -> tape.isReached(node) && !tape.isConstant(node))
                .toArray();
        boolean few = Arrays.stream(steps)
                        .filter(node -> names.apply(node).isEmpty())
                        .limit(MOST_STEPS + 1L)
                        .count()
                <= MOST_STEPS;
        for (int node : steps) {
            Optional<String> name = names.apply(node);
            if (name.isPresent()) {
                written.put(node, Term.letter(name.get()));
            } else if (few && isWritten(node)) {
                Term whole = RecordedFormula.step(tape.operation(node), operands(node));
                if (whole.size() <= LONGEST && text(whole).length() <= LONGEST) {
                    written.put(node, whole);
                }
            }
        }
    }

    private boolean isWritten(int node) {
        return WRITTEN.contains(tape.operation(node).kind())
                && Arrays.stream(tape.operands(node))
                        .allMatch(operand -> of(operand).isPresent());
    }

    private List<Term> operands(int node) {
        return Arrays.stream(tape.operands(node))
                .mapToObj(operand -> of(operand).orElseThrow())
                .toList();
    }

    /** The formula of a node, a constant's number included; empty where it is too long. */
    Optional<Term> of(int node) {
        return tape.isConstant(node) ? Optional.of(constant(tape.value(node))) : Optional.ofNullable(written.get(node));
    }

    private Term constant(double number) {
        Term named = constants.get(number);
        return named != null ? named : RecordedFormula.number(number);
    }

    String text(Term term) {
        return TextWriter.text(term, taken);
    }
}
