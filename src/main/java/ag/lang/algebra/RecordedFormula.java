package ag.lang.algebra;

import ag.engine.Elementary;
import ag.engine.Operation;
import ag.engine.Tape;
import ag.lang.syntax.Expr.BinaryOperator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Writes out what the tape computed as one formula, where the text has none: loops and functions are unrolled as they really ran.
 * What does not depend on the variable keeps its name in the program.
 */
public final class RecordedFormula {
    /** Longer formulas are not written. */
    private static final long LONGEST = 2000;

    private static final int LONG_DECIMAL = 16;
    private static final int LARGEST_DIVISOR = 12;

    private final Tape tape;
    private final int variable;
    private final IntFunction<Term.@Nullable Letter> names;
    private final Map<Double, Term> constants;
    private final Map<Integer, Term> written = new HashMap<>();
    private final Map<Integer, Long> lengths = new HashMap<>();
    private final Map<Term.Letter, Double> values = new HashMap<>();

    private RecordedFormula(
            Tape tape, int variable, IntFunction<Term.@Nullable Letter> names, Map<Double, Term> constants) {
        this.tape = tape;
        this.variable = variable;
        this.names = names;
        this.constants = constants;
    }

    /** A formula, and the numbers behind its letters. */
    public record Written(Term term, Map<Term.Letter, Double> values) {}

    /**
     * The root of the tape's last backward pass as a formula; empty where it would be too long.
     *
     * @param names the name of a node in the program; null where it has none
     * @param constants numbers that have a name, such as pi
     */
    public static Optional<Written> of(
            Tape tape, int variable, IntFunction<Term.@Nullable Letter> names, Map<Double, Term> constants) {
        return new RecordedFormula(tape, variable, names, constants).write();
    }

    private Optional<Written> write() {
        int root = tape.gradientRoot();
        Map<Integer, Boolean> depends = new HashMap<>();
        for (int node = 0; node <= root; node++) {
            if (!tape.isReached(node)) {
                continue;
            }
            boolean moves = node == variable;
            int[] operands = node == variable ? new int[0] : tape.operands(node);
            // What was found by numbers, such as a root, has no formula; its steps explain nothing.
            long length = tape.operation(node) == Operation.TRUNCATED ? LONGEST + 1 : 1;
            for (int operand : operands) {
                moves |= depends.getOrDefault(operand, false);
                length += lengths.getOrDefault(operand, 1L);
            }
            depends.put(node, moves);
            Term.Letter name = moves && node != variable ? null : names.apply(node);
            if (name != null) {
                values.put(name, tape.value(node));
                length = 1;
            }
            lengths.put(node, Math.min(length, LONGEST + 1));
            if (name != null) {
                written.put(node, name);
            } else if (operands.length > 0) {
                written.put(node, made(node, operands));
            }
        }
        Term all = at(root);
        return lengths.getOrDefault(root, 0L) > LONGEST
                ? Optional.empty()
                : Optional.of(new Written(Tidying.numbers(all), values));
    }

    private Term at(int node) {
        Term known = written.get(node);
        if (known != null) {
            return known;
        }
        if (!tape.isLeaf(node)) {
            return made(node, tape.operands(node));
        }
        double x = tape.value(node);
        Term constant = constants.get(x);
        return constant != null ? constant : number(x);
    }

    /** A number, as a fraction where it is one and a decimal would be long. */
    public static Term number(double x) {
        if (!Double.isFinite(x)) {
            Term infinity = new Term.Constant(Term.Named.INFINITY);
            return Double.isNaN(x)
                    ? new Term.Constant(Term.Named.UNDEFINED)
                    : x > 0 ? infinity : Term.negative(infinity);
        }
        if (Double.toString(x).length() >= LONG_DECIMAL) {
            for (int divisor = 3; divisor <= LARGEST_DIVISOR; divisor++) {
                double above = Elementary.round(x * divisor);
                if (above / divisor == x && above != 0) {
                    return Term.number(Rational.of((long) above, divisor));
                }
            }
        }
        Rational exact = Rational.of(x);
        Term unsigned = new Term.Num(exact.abs(), true);
        return exact.sign() < 0 ? Term.negative(unsigned) : unsigned;
    }

    /** One step as a formula: an operation with formulas for what it is made from. */
    public static Term step(Operation operation, List<Term> operands) {
        return TableRules.combined(operation, operands);
    }

    private Term made(int node, int[] operands) {
        Operation operation = tape.operation(node);
        return switch (operation) {
            case LINEAR -> at(operands[0]);
            case SUM -> Term.sum(all(operands));
            case DOT -> dot(operands);
            case ADD -> bothWays(operands).orElseGet(() -> Term.sum(at(operands[0]), at(operands[1])));
            case GATE -> new Term.Choice(condition(operands[0]), at(operands[1]), Term.ZERO);
            case ELEMENT -> element(operands);
            default -> TableRules.combined(operation, all(operands));
        };
    }

    private List<Term> all(int[] nodes) {
        List<Term> parts = new ArrayList<>();
        for (int node : nodes) {
            parts.add(at(node));
        }
        return parts;
    }

    private Term element(int[] operands) {
        Term element = new Term.Constant(Term.Named.UNDEFINED);
        for (int place = operands.length - 2; place >= 0; place--) {
            Condition here = new Condition.Comparison(BinaryOperator.EQUAL, at(operands[0]), Term.number(place));
            element = new Term.Choice(here, at(operands[place + 1]), element);
        }
        return element;
    }

    private Term dot(int[] operands) {
        int half = operands.length / 2;
        List<Term> sum = new ArrayList<>();
        for (int i = 0; i < half; i++) {
            sum.add(Term.product(at(operands[i]), at(operands[half + i])));
        }
        return Term.sum(sum);
    }

    /** {@code gate(c, p) + gate(1 - c, q)} is what a choice with both its ways looks like on the tape. */
    private Optional<Term> bothWays(int[] sum) {
        boolean gates = tape.operation(sum[0]) == Operation.GATE && tape.operation(sum[1]) == Operation.GATE;
        if (!gates) {
            return Optional.empty();
        }
        int[] yes = tape.operands(sum[0]);
        int[] no = tape.operands(sum[1]);
        boolean opposite = tape.operation(no[0]) == Operation.SUBTRACT && tape.operands(no[0])[1] == yes[0];
        return opposite ? Optional.of(new Term.Choice(condition(yes[0]), at(yes[1]), at(no[1]))) : Optional.empty();
    }

    private Condition condition(int node) {
        int[] operands = tape.operands(node);
        return switch (tape.operation(node)) {
            case GREATER -> new Condition.Comparison(BinaryOperator.GREATER, at(operands[0]), at(operands[1]));
            case GREATER_OR_EQUAL ->
                new Condition.Comparison(BinaryOperator.GREATER_OR_EQUAL, at(operands[0]), at(operands[1]));
            case EQUAL -> new Condition.Comparison(BinaryOperator.EQUAL, at(operands[0]), at(operands[1]));
            case SUBTRACT -> new Condition.Not(condition(operands[1]));
            case MULTIPLY -> new Condition.Both(condition(operands[0]), condition(operands[1]));
            case MAX -> new Condition.Either(condition(operands[0]), condition(operands[1]));
            default ->
                throw new IllegalArgumentException(
                        "not a condition: " + tape.operation(node).title());
        };
    }
}
