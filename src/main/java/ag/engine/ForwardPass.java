package ag.engine;

/** Computes values again, in the order they were made, after inputs have changed. */
final class ForwardPass {
    private ForwardPass() {}

    /**
     * Recomputes the nodes from {@code start} to {@code end}, or those of them that are marked as reached; tells {@code listener}
     * of each that is newly NaN or infinite.
     */
    static void recompute(Tape tape, int start, int end, boolean onlyReached, NonFiniteListener listener) {
        for (int from = start; from < end; ) {
            int base = from & -Columns.CHUNK;
            int to = Math.min(end - base, Columns.CHUNK);
            recompute(tape, base, from - base, to, onlyReached, listener);
            from = base + to;
        }
    }

    /** Within one chunk, whose first node is {@code base}. */
    private static void recompute(
            Tape tape, int base, int start, int end, boolean onlyReached, NonFiniteListener listener) {
        Columns columns = tape.columns;
        byte[] codes = columns.codes(base);
        int[] first = columns.firsts(base);
        int[] second = columns.seconds(base);
        double[] value = columns.values(base);
        Neighbours neighbours = new Neighbours(tape);
        for (int i = start; i < end; i++) {
            int code = codes[i];
            if (onlyReached && code >= 0) {
                continue;
            }
            int a = first[i] - base;
            int b = second[i] - base;
            double before = value[i];
            if ((a | b) < 0) {
                value[i] = anywhere(tape, base + i);
            } else {
                switch (code & 0x7f) {
                    case Tape.INPUT, Tape.CONSTANT -> {}
                    case Tape.ADD -> value[i] = value[a] + value[b];
                    case Tape.SUBTRACT -> value[i] = value[a] - value[b];
                    case Tape.MULTIPLY -> value[i] = value[a] * value[b];
                    case Tape.DIVIDE -> value[i] = value[a] / value[b];
                    case Tape.NEGATE -> value[i] = -value[a];
                    default -> {
                        int together = base == 0 ? neighbours.compute(i, end) : 0;
                        if (together > 0) {
                            for (int k = 0; k < together; k++) {
                                tell(tape, i + k, neighbours.before(k), value[i + k], listener);
                            }
                            i += together - 1;
                            continue;
                        }
                        value[i] = byTable(tape, base + i);
                    }
                }
            }
            tell(tape, base + i, before, value[i], listener);
        }
    }

    private static void tell(Tape tape, int node, double before, double now, NonFiniteListener listener) {
        if (!(Math.abs(now) < Domain.LEAST_BESIDE_POLE) && Double.isFinite(before) && tape.isWithoutValue(node, now)) {
            listener.born(node);
        }
    }

    /** The value of a node whose operands may stand in any chunk. */
    private static double anywhere(Tape tape, int node) {
        Columns columns = tape.columns;
        int a = columns.first(node);
        int b = columns.second(node);
        return switch (columns.code(node) & 0x7f) {
            case Tape.INPUT, Tape.CONSTANT -> columns.value(node);
            case Tape.ADD -> columns.value(a) + columns.value(b);
            case Tape.SUBTRACT -> columns.value(a) - columns.value(b);
            case Tape.MULTIPLY -> columns.value(a) * columns.value(b);
            case Tape.DIVIDE -> columns.value(a) / columns.value(b);
            case Tape.NEGATE -> -columns.value(a);
            default -> byTable(tape, node);
        };
    }

    /** The value of one node from those of its operands, by the table. */
    static double byTable(Tape tape, int node) {
        Columns columns = tape.columns;
        int code = columns.code(node) & 0x7f;
        int a = columns.first(node);
        return switch (OperationArrays.shape(code)) {
            case OperationArrays.LEAF -> columns.value(node);
            case OperationArrays.UNARY -> OperationArrays.unary(code).value().applyAsDouble(columns.value(a));
            case OperationArrays.BINARY ->
                OperationArrays.binary(code)
                        .value()
                        .applyAsDouble(columns.value(a), columns.value(columns.second(node)));
            default -> Reduction.value(tape, OperationArrays.operation(code), a);
        };
    }
}
