package ag.engine;

import ag.engine.DerivativePart.Known;
import ag.engine.DerivativePart.Node;
import java.util.List;

/**
 * Arithmetic on {@link DerivativePart}s: records an operation on the tape only where something is left to compute. Multiplying by an
 * exact 1 or adding an exact 0 leaves no node behind, which keeps graphs of higher derivatives from swelling.
 */
final class Terms {
    static final DerivativePart ZERO = new Known(0);
    static final DerivativePart ONE = new Known(1);

    private final Tape tape;

    Terms(Tape tape) {
        this.tape = tape;
    }

    DerivativePart add(DerivativePart a, DerivativePart b) {
        return apply(Operation.ADD, List.of(a, b));
    }

    DerivativePart multiply(DerivativePart a, DerivativePart b) {
        return apply(Operation.MULTIPLY, List.of(a, b));
    }

    DerivativePart apply(Operation operation, List<DerivativePart> operands) {
        DerivativePart a = operands.getFirst();
        DerivativePart b = operands.getLast();
        return switch (operation.partials()) {
            case Partials.Unary unary ->
                a instanceof Known known
                        ? new Known(unary.value().applyAsDouble(known.value()))
                        : new Node(tape.apply(operation, node(a)));
            case Partials.Binary binary ->
                a instanceof Known left && b instanceof Known right
                        ? new Known(binary.value().applyAsDouble(left.value(), right.value()))
                        : binary(operation, a, b);
            case Partials.Leaf _, Partials.Vector _ -> throw new IllegalArgumentException(operation.title());
        };
    }

    private DerivativePart binary(Operation operation, DerivativePart a, DerivativePart b) {
        return switch (operation) {
            case ADD -> a.is(0) ? b : b.is(0) ? a : new Node(tape.add(node(a), node(b)));
            case SUBTRACT -> b.is(0) ? a : new Node(tape.subtract(node(a), node(b)));
            case MULTIPLY -> product(a, b);
            case DIVIDE -> b.is(1) ? a : new Node(tape.divide(node(a), node(b)));
            case POWER -> b.is(1) ? a : new Node(tape.apply(operation, node(a), node(b)));
            default -> new Node(tape.apply(operation, node(a), node(b)));
        };
    }

    private DerivativePart product(DerivativePart a, DerivativePart b) {
        if (a.is(1)) {
            return b;
        }
        if (b.is(1)) {
            return a;
        }
        if (a.is(-1)) {
            return new Node(tape.negate(node(b)));
        }
        if (b.is(-1)) {
            return new Node(tape.negate(node(a)));
        }
        return new Node(tape.multiply(node(a), node(b)));
    }

    /** The node of a term; a known number becomes a constant on the tape. */
    int node(DerivativePart term) {
        return switch (term) {
            case Known known -> tape.constant(known.value());
            case Node node -> node.index();
        };
    }

    /** The node as a term; a constant of the tape is a known number. */
    DerivativePart of(int node) {
        return tape.isConstant(node) ? new Known(tape.value(node)) : new Node(node);
    }
}
