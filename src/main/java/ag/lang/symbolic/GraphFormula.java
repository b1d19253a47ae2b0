package ag.lang.symbolic;

import ag.engine.Elementary;
import ag.engine.Operation;
import ag.engine.Tape;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.BinaryOperator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Writes out what the tape computed as one expression, so that loops and functions are unrolled as they really ran. What does not
 * depend on the variable keeps the name the user gave it.
 */
public final class GraphFormula {
    /** Longer formulas nobody reads. */
    private static final long LONGEST = 2000;

    private static final int LONG_DECIMAL = 16;
    private static final int LARGEST_DIVISOR = 12;

    private final Tape tape;
    private final int variable;
    private final IntFunction<@Nullable Expr> names;
    private final Map<Double, Expr> constants;
    private final Map<Integer, Expr> written = new HashMap<>();
    private final Map<Integer, Long> lengths = new HashMap<>();
    private final Map<Expr, Double> values = new HashMap<>();

    private GraphFormula(Tape tape, int variable, IntFunction<@Nullable Expr> names, Map<Double, Expr> constants) {
        this.tape = tape;
        this.variable = variable;
        this.names = names;
        this.constants = constants;
    }

    /**
     * A formula, and the numbers behind its names.
     */
    public record Written(Expr expression, Map<Expr, Double> values) {}

    /**
     * The root of the tape's last backward pass as a formula; empty where it would be too long.
     *
     * @param names how the user calls a node, null where there is no name
     * @param constants numbers that have a name, such as pi
     */
    public static Optional<Written> of(
            Tape tape, int variable, IntFunction<@Nullable Expr> names, Map<Double, Expr> constants) {
        return new GraphFormula(tape, variable, names, constants).write();
    }

    private Optional<Written> write() {
        int root = tape.gradientRoot();
        Map<Integer, Boolean> depends = new HashMap<>();
        for (int node = 0; node <= root; node++) {
            if (!tape.isReached(node)) {
                continue;
            }
            boolean moves = node == variable;
            long length = 1;
            int[] operands = node == variable ? new int[0] : tape.operands(node);
            for (int operand : operands) {
                moves |= depends.getOrDefault(operand, false);
                length += lengths.getOrDefault(operand, 1L);
            }
            depends.put(node, moves);
            Expr name = moves && node != variable ? null : names.apply(node);
            if (name != null) {
                values.put(name, tape.value(node));
                length = 1;
            }
            lengths.put(node, Math.min(length, LONGEST + 1));
            if (name != null) {
                written.put(node, name);
            } else if (operands.length > 0) {
                written.put(node, expression(node, operands));
            }
        }
        Expr all = at(root);
        return lengths.getOrDefault(root, 0L) > LONGEST ? Optional.empty() : Optional.of(new Written(all, values));
    }

    private Expr at(int node) {
        Expr known = written.get(node);
        if (known != null) {
            return known;
        }
        if (!tape.isLeaf(node)) {
            return expression(node, tape.operands(node));
        }
        double x = tape.value(node);
        Expr constant = constants.get(x);
        return constant != null ? constant : Double.isFinite(x) ? number(x) : special(x);
    }

    /** A number, as a fraction where it is one and a decimal would be long. */
    private static Expr number(double x) {
        if (Double.toString(x).length() >= LONG_DECIMAL) {
            for (int divisor = 3; divisor <= LARGEST_DIVISOR; divisor++) {
                double above = Elementary.round(x * divisor);
                if (above / divisor == x && above != 0) {
                    return Build.divide(Build.number(above), Build.number(divisor));
                }
            }
        }
        return Build.number(x);
    }

    private static Expr special(double x) {
        return Double.isNaN(x) ? Build.name("nan") : x > 0 ? Build.name("inf") : Build.negate(Build.name("inf"));
    }

    private Expr expression(int node, int[] operands) {
        Operation operation = tape.operation(node);
        return switch (operation) {
            case SUM -> sum(operands);
            case DOT -> dot(operands);
            case ADD -> bothWays(operands).orElseGet(() -> Build.add(at(operands[0]), at(operands[1])));
            case GATE -> Build.choice(condition(operands[0]), at(operands[1]), Build.ZERO);
            case ELEMENT -> element(operands);
            default -> {
                List<Expr> parts = new ArrayList<>();
                for (int operand : operands) {
                    parts.add(at(operand));
                }
                yield Build.apply(operation, parts);
            }
        };
    }

    private Expr sum(int[] operands) {
        Expr sum = at(operands[0]);
        for (int i = 1; i < operands.length; i++) {
            sum = Build.add(sum, at(operands[i]));
        }
        return sum;
    }

    private Expr element(int[] operands) {
        Expr element = special(Double.NaN);
        for (int place = operands.length - 2; place >= 0; place--) {
            Expr here = Build.binary(BinaryOperator.EQUAL, at(operands[0]), number(place));
            element = Build.choice(here, at(operands[place + 1]), element);
        }
        return element;
    }

    private Expr dot(int[] operands) {
        int half = operands.length / 2;
        Expr sum = Build.multiply(at(operands[0]), at(operands[half]));
        for (int i = 1; i < half; i++) {
            sum = Build.add(sum, Build.multiply(at(operands[i]), at(operands[half + i])));
        }
        return sum;
    }

    /** {@code gate(c, p) + gate(1 - c, q)} is what a choice with both its ways looks like on the tape. */
    private Optional<Expr> bothWays(int[] sum) {
        boolean gates = tape.operation(sum[0]) == Operation.GATE && tape.operation(sum[1]) == Operation.GATE;
        if (!gates) {
            return Optional.empty();
        }
        int[] yes = tape.operands(sum[0]);
        int[] no = tape.operands(sum[1]);
        boolean opposite = tape.operation(no[0]) == Operation.SUBTRACT && tape.operands(no[0])[1] == yes[0];
        return opposite ? Optional.of(Build.choice(condition(yes[0]), at(yes[1]), at(no[1]))) : Optional.empty();
    }

    private Expr condition(int node) {
        int[] operands = tape.operands(node);
        return switch (tape.operation(node)) {
            case GREATER -> Build.binary(BinaryOperator.GREATER, at(operands[0]), at(operands[1]));
            case GREATER_OR_EQUAL -> Build.binary(BinaryOperator.GREATER_OR_EQUAL, at(operands[0]), at(operands[1]));
            case EQUAL -> Build.binary(BinaryOperator.EQUAL, at(operands[0]), at(operands[1]));
            case SUBTRACT -> Build.not(condition(operands[1]));
            case MULTIPLY -> Build.binary(BinaryOperator.AND, condition(operands[0]), condition(operands[1]));
            case MAX -> Build.binary(BinaryOperator.OR, condition(operands[0]), condition(operands[1]));
            default ->
                throw new IllegalArgumentException(
                        "not a condition: " + tape.operation(node).title());
        };
    }
}
