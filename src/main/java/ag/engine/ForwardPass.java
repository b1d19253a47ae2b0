package ag.engine;

/** Computes values anew, in the order they were made, after inputs have changed. */
final class ForwardPass {
    private ForwardPass() {}

    /**
     * Recomputes the nodes from {@code start} to {@code end}, or those of them that are marked as reached; tells {@code listener}
     * of each that is newly NaN or infinite.
     */
    static void recompute(Tape tape, int start, int end, boolean onlyReached, NonFiniteListener listener) {
        double[] value = tape.value;
        int[] first = tape.first;
        int[] second = tape.second;
        for (int i = start; i < end; i++) {
            int code = tape.code[i];
            if (onlyReached && code >= 0) {
                continue;
            }
            int a = first[i];
            int b = second[i];
            double before = value[i];
            switch (code & 0x7f) {
                case Tape.INPUT, Tape.CONSTANT -> {}
                case Tape.ADD -> value[i] = value[a] + value[b];
                case Tape.SUBTRACT -> value[i] = value[a] - value[b];
                case Tape.MULTIPLY -> value[i] = value[a] * value[b];
                case Tape.DIVIDE -> value[i] = value[a] / value[b];
                case Tape.NEGATE -> value[i] = -value[a];
                default -> value[i] = byTable(tape, i, a, b);
            }
            if (!Double.isFinite(value[i]) && Double.isFinite(before)) {
                listener.born(i);
            }
        }
    }

    /** The value of one node from those of its operands. */
    static double byTable(Tape tape, int node, int a, int b) {
        int code = tape.code[node] & 0x7f;
        return switch (Rows.shape(code)) {
            case Rows.LEAF -> tape.value[node];
            case Rows.UNARY -> Rows.unary(code).value().applyAsDouble(tape.value[a]);
            case Rows.BINARY -> Rows.binary(code).value().applyAsDouble(tape.value[a], tape.value[b]);
            default -> Reduction.value(tape, Rows.operation(code), a);
        };
    }
}
