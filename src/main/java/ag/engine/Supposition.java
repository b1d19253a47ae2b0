package ag.engine;

import org.jspecify.annotations.Nullable;

/**
 * The mistake of believing another derivative of an operation.
 *
 * @param operation of one number
 * @param rule what is taken for its derivative, in {@code x} and the result {@code y}
 * @param outer what is believed besides; null for nothing
 */
public record Supposition(
        Operation operation, Rule rule, @Nullable Fault outer) implements Fault {
    @Override
    public @Nullable Rule rule(Operation asked, int index) {
        return asked == operation ? rule : outer == null ? null : outer.rule(asked, index);
    }
}
