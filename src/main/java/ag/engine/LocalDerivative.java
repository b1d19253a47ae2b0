package ag.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The derivative of one operation in one of its operands: as a number for the views, or as a graph on the tape, built from
 * the operation's rule.
 */
public final class LocalDerivative {
    private final Tape tape;
    private final Terms terms;
    private final @Nullable Fault fault;
    private boolean branched;

    /** @param fault whose rules come before those of the table; null for none */
    LocalDerivative(Tape tape, Terms terms, @Nullable Fault fault) {
        this.tape = tape;
        this.terms = terms;
        this.fault = fault;
    }

    /** The derivative of the node in its operand number {@code index}, from the numbers at hand. */
    public static double value(Tape tape, int node, int index) {
        double y = tape.value(node);
        return switch (tape.operation(node).partials()) {
            case Partials.Leaf _ -> throw new IllegalArgumentException("a leaf has no operands");
            case Partials.Unary unary -> unary.slope().applyAsDouble(tape.columns.value(tape.columns.first(node)), y);
            case Partials.Binary binary ->
                (index == 0 ? binary.slopeA() : binary.slopeB())
                        .at(
                                tape.columns.value(tape.columns.first(node)),
                                tape.columns.value(tape.columns.second(node)),
                                y);
            case Partials.Vector _ -> Reduction.slope(tape, node, index);
        };
    }

    /** The rules of an operation's derivatives as a textbook writes them. */
    public static List<Rule> textbook(Operation operation) {
        return operation.partials().textbook().stream().map(Rule::parse).toList();
    }

    /** The rules of an operation's derivatives, one an operand (one in all for a reduction). */
    public static List<Rule> rules(Operation operation) {
        return operation.partials().sources().stream().map(Rule::parse).toList();
    }

    /**
     * Whether the derivative is 0 by its rule, as relu's is below 0, and not just by the numbers, as cos(x) may be. Then nothing
     * flows back, and an infinite gradient does not turn into NaN: PyTorch selects 0 here and does not multiply by it.
     */
    static boolean isCut(Tape tape, int node, int index) {
        NodeOperand place = new NodeOperand(tape, node, index);
        return place.chosen(rule(tape.rules.of(place.operation()), index)) instanceof Rule.Literal(double number)
                && number == 0;
    }

    /** What a node hands on to an operand: its gradient times its slope, which is nothing where the rule itself is 0. */
    static double share(Tape tape, int node, int index, double gradient, double slope) {
        return slope == 0 && !Double.isFinite(gradient) && isCut(tape, node, index) ? 0 : gradient * slope;
    }

    /** Whether a choice in some rule was made by the values at hand: the graph may look otherwise once inputs change. */
    boolean branched() {
        return branched;
    }

    DerivativePart graph(int node, int[] operands, int index) {
        Operation operation = tape.operation(node);
        Rule believed = fault == null ? null : fault.rule(operation, index);
        List<Rule> known = tape.rules.of(operation);
        return build(believed == null ? rule(known, index) : believed, new NodeOperand(tape, node, operands, index));
    }

    /** The rule of an operand: a reduction has one for all. */
    private static Rule rule(List<Rule> rules, int index) {
        return rules.size() == 1 ? rules.getFirst() : rules.get(index);
    }

    private DerivativePart build(Rule rule, NodeOperand place) {
        return switch (rule) {
            case Rule.Literal number -> new DerivativePart.Known(number.value());
            case Rule.Variable(String name) -> variable(name, place);
            case Rule.Apply apply -> {
                List<DerivativePart> operands = new ArrayList<>();
                for (Rule operand : apply.operands()) {
                    operands.add(build(operand, place));
                }
                yield terms.apply(apply.operation(), operands);
            }
            case Rule.Choice _ -> {
                Rule settled = place.settled(rule);
                branched |= settled instanceof Rule.Choice;
                yield build(place.chosen(settled), place);
            }
        };
    }

    private DerivativePart variable(String name, NodeOperand place) {
        return switch (name) {
            case "y" -> new DerivativePart.Node(place.node());
            case "ties" -> new DerivativePart.Known(place.ties());
            case "place" -> new DerivativePart.Known(place.place());
            default -> terms.of(place.nodeOf(name));
        };
    }
}
