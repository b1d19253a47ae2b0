package ag.engine;

/**
 * Reverse-mode differentiation: one scan from the root down. Each node hands its gradient, times its local derivative, to
 * its operands, where contributions add up. Only nodes that the root depends on are visited: an unrelated {@code log(0)}
 * must not turn a gradient into NaN.
 */
final class BackwardPass {
    private final Tape tape;
    private final Columns columns;
    private final GradientColumn gradients;
    /** 0 while all inputs reached have finite gradients. */
    private double zero;

    BackwardPass(Tape tape, GradientColumn gradients) {
        this.tape = tape;
        this.columns = tape.columns;
        this.gradients = gradients;
    }

    /** Answers whether every input it reached got a finite gradient. */
    boolean run(int root) {
        columns.clearReached();
        gradients.start(root);
        columns.reach(root);
        scan(root, 0);
        return zero == 0;
    }

    /** Goes down to a node, and leaves what stands below it with the gradients it got. */
    void scan(int from, int floor) {
        int top = from;
        while (top >= Columns.CHUNK && top >= floor) {
            further(top, floor);
            top = (top & -Columns.CHUNK) - 1;
        }
        if (top >= floor) {
            first(top, floor);
        }
    }

    /** From a node of the first chunk down: all operands stand there too, in one array. */
    private void first(int top, int floor) {
        byte[] code = columns.codes(0);
        int[] first = columns.firsts(0);
        int[] second = columns.seconds(0);
        double[] value = columns.values(0);
        double[] gradient = gradients.chunk(0);
        Neighbours neighbours = new Neighbours(tape);
        double nothing = 0;
        for (int i = top; i >= floor; i--) {
            int operation = code[i];
            if (operation >= 0) {
                continue;
            }
            int a = first[i];
            int b = second[i];
            double g = gradient[i];
            switch (operation & 0x7f) {
                case Tape.INPUT -> {
                    // 0 times a finite number is 0; times any other it is NaN.
                    nothing += g * 0;
                    continue;
                }
                case Tape.CONSTANT -> {
                    continue;
                }
                case Tape.ADD -> {
                    gradient[a] += g;
                    gradient[b] += g;
                }
                case Tape.SUBTRACT -> {
                    gradient[a] += g;
                    gradient[b] -= g;
                }
                case Tape.MULTIPLY -> {
                    gradient[a] += g * value[b];
                    gradient[b] += g * value[a];
                }
                case Tape.DIVIDE -> {
                    double q = g / value[b];
                    gradient[a] += q;
                    gradient[b] -= q * value[i];
                }
                case Tape.NEGATE -> gradient[a] -= g;
                default -> {
                    int together = neighbours.handOn(i, floor, gradient);
                    if (together > 0) {
                        i -= together - 1;
                        continue;
                    }
                    int kind = operation & 0x7f;
                    if (OperationArrays.shape(kind) == OperationArrays.UNARY) {
                        double slope = OperationArrays.unary(kind).slope().applyAsDouble(value[a], value[i]);
                        gradient[a] += share(i, 0, g, slope);
                        code[a] |= Tape.REACHED;
                    } else {
                        byTable(i, a, b, g);
                    }
                    continue;
                }
            }
            code[a] |= Tape.REACHED;
            code[b] |= Tape.REACHED;
        }
        zero += nothing;
    }

    /** From a node of a further chunk down to the first of that chunk. Whatever has all operands there too goes the short way. */
    private void further(int top, int floor) {
        int base = top & -Columns.CHUNK;
        int low = Math.max(floor - base, 0);
        byte[] code = columns.codes(top);
        int[] first = columns.firsts(top);
        int[] second = columns.seconds(top);
        double[] value = columns.values(top);
        double[] gradient = gradients.chunk(top);
        for (int i = top - base; i >= low; i--) {
            int operation = code[i];
            if (operation >= 0) {
                continue;
            }
            int a = first[i] - base;
            int b = second[i] - base;
            double g = gradient[i];
            if ((a | b) < 0) {
                anywhere(base + i, base + a, base + b, g);
                continue;
            }
            switch (operation & 0x7f) {
                case Tape.ADD -> {
                    gradient[a] += g;
                    gradient[b] += g;
                    code[a] |= Tape.REACHED;
                    code[b] |= Tape.REACHED;
                }
                case Tape.MULTIPLY -> {
                    gradient[a] += g * value[b];
                    gradient[b] += g * value[a];
                    code[a] |= Tape.REACHED;
                    code[b] |= Tape.REACHED;
                }
                case Tape.SUBTRACT, Tape.DIVIDE, Tape.NEGATE -> anywhere(base + i, base + a, base + b, g);
                default -> {
                    int kind = operation & 0x7f;
                    if (OperationArrays.shape(kind) == OperationArrays.UNARY) {
                        double slope = OperationArrays.unary(kind).slope().applyAsDouble(value[a], value[i]);
                        gradient[a] += share(base + i, 0, g, slope);
                        code[a] |= Tape.REACHED;
                    } else {
                        anywhere(base + i, base + a, base + b, g);
                    }
                }
            }
        }
    }

    /** A node whose operands may stand in any chunk. */
    private void anywhere(int node, int a, int b, double g) {
        switch (columns.code(node) & 0x7f) {
            case Tape.INPUT -> zero += g * 0;
            case Tape.CONSTANT -> {}
            case Tape.ADD -> hand(a, g, b, g);
            case Tape.SUBTRACT -> hand(a, g, b, -g);
            case Tape.MULTIPLY -> hand(a, g * columns.value(b), b, g * columns.value(a));
            case Tape.DIVIDE -> {
                double q = g / columns.value(b);
                hand(a, q, b, -(q * columns.value(node)));
            }
            case Tape.NEGATE -> {
                gradients.add(a, -g);
                columns.reach(a);
            }
            default -> byTable(node, a, b, g);
        }
    }

    private void hand(int a, double shareA, int b, double shareB) {
        gradients.add(a, shareA);
        gradients.add(b, shareB);
        columns.reach(a);
        columns.reach(b);
    }

    private void byTable(int node, int a, int b, double g) {
        int code = columns.code(node) & 0x7f;
        switch (OperationArrays.shape(code)) {
            case OperationArrays.LEAF -> {}
            case OperationArrays.UNARY -> {
                double slope = OperationArrays.unary(code).slope().applyAsDouble(columns.value(a), columns.value(node));
                gradients.add(a, share(node, 0, g, slope));
                columns.reach(a);
            }
            case OperationArrays.BINARY -> {
                Partials.Binary binary = OperationArrays.binary(code);
                double valueA = columns.value(a);
                double valueB = columns.value(b);
                double y = columns.value(node);
                gradients.add(a, share(node, 0, g, binary.slopeA().at(valueA, valueB, y)));
                columns.reach(a);
                // A constant needs no gradient; x^2 would otherwise cost a logarithm and turn NaN for x < 0.
                if (!tape.isConstant(b)) {
                    gradients.add(b, share(node, 1, g, binary.slopeB().at(valueA, valueB, y)));
                    columns.reach(b);
                }
            }
            default -> Reduction.backward(tape, OperationArrays.operation(code), node, gradients);
        }
    }

    private double share(int node, int index, double g, double slope) {
        return LocalDerivative.share(tape, node, index, g, slope);
    }
}
