package ag.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Values computed once more, with other nodes in the place of some that they were built on. */
public final class Transplant {
    private final Tape tape;
    private final Map<Integer, Integer> instead;

    /** @param instead for each node that is replaced the one in its place */
    public Transplant(Tape tape, Map<Integer, Integer> instead) {
        this.tape = tape;
        this.instead = new HashMap<>(instead);
    }

    /** The node in the place of one; that itself where it was built on none of those that are replaced. */
    public int of(int root) {
        int[] targets =
                instead.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        for (int node : Reach.of(tape, root, targets).nodes()) {
            if (!instead.containsKey(node)) {
                instead.put(node, again(node));
            }
        }
        return instead.getOrDefault(root, root);
    }

    private int again(int node) {
        int[] operands = Arrays.stream(tape.operands(node))
                .map(operand -> instead.getOrDefault(operand, operand))
                .toArray();
        Operation operation = tape.operation(node);
        int made = switch (tape.shape(node)) {
            case OperationArrays.UNARY -> tape.apply(operation, operands[0]);
            case OperationArrays.BINARY -> tape.apply(operation, operands[0], operands[1]);
            default -> tape.reduce(operation, operands);
        };
        // What is made of numbers alone is a number, and follows nothing.
        return Arrays.stream(operands).allMatch(tape::isConstant) ? tape.constant(tape.value(made)) : made;
    }
}
