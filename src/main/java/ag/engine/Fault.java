package ag.engine;

import org.jspecify.annotations.Nullable;

/**
 * A mistake in a backward pass, made on purpose to show what comes of it: {@link Tape#inject} has every backward pass make it.
 * The operation table stays as it is. Each method does by default what is right.
 */
public interface Fault {
    /** The rule that is used in place of the table's for an operand; null where the table's is. */
    default @Nullable Rule rule(Operation operation, int index) {
        return null;
    }

    /** The derivative of a node in its operand number {@code index}. */
    default double slope(Tape tape, int node, int index) {
        Rule rule = rule(tape.operation(node), index);
        return rule == null ? LocalDerivative.value(tape, node, index) : new NodeOperand(tape, node, index).value(rule);
    }

    /** What a node hands to its operand number {@code index}. */
    default double share(int node, int index, double gradient, double slope) {
        return gradient * slope;
    }

    /** What an operand holds once a node has handed it a share. */
    default double gathered(int operand, int node, double held, double share) {
        return held + share;
    }
}
