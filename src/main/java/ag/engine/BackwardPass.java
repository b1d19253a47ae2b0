package ag.engine;

import java.util.Arrays;

/**
 * Reverse-mode differentiation: one scan from the root down. Each node hands its gradient, times its local derivative, to
 * its operands, where contributions add up. Only nodes that the root depends on are visited: an unrelated {@code log(0)}
 * must not turn a gradient into NaN.
 */
final class BackwardPass {
    private final Tape tape;
    private final double[] gradient;

    BackwardPass(Tape tape, double[] gradient) {
        this.tape = tape;
        this.gradient = gradient;
    }

    /** Answers whether every input it reached got a finite gradient. */
    boolean run(int root) {
        byte[] code = tape.code;
        clear(code, tape.size());
        Arrays.fill(gradient, 0, root + 1, 0);
        gradient[root] = 1;
        code[root] |= Tape.REACHED;
        return sweep(root, code, tape.first, tape.second, tape.value, gradient);
    }

    static void clear(byte[] code, int end) {
        for (int i = 0; i < end; i++) {
            code[i] &= 0x7f;
        }
    }

    private boolean sweep(int root, byte[] code, int[] first, int[] second, double[] value, double[] gradient) {
        double zero = 0;
        for (int i = root; i >= 0; i--) {
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
                    zero += g * 0;
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
                    byTable(i, a, b, g);
                    continue;
                }
            }
            code[a] |= Tape.REACHED;
            code[b] |= Tape.REACHED;
        }
        return zero == 0;
    }

    private void byTable(int node, int a, int b, double g) {
        double[] value = tape.value;
        int code = tape.code[node] & 0x7f;
        switch (Rows.shape(code)) {
            case Rows.LEAF -> {}
            case Rows.UNARY -> {
                gradient[a] += share(node, 0, g, Rows.unary(code).slope().applyAsDouble(value[a], value[node]));
                tape.code[a] |= Tape.REACHED;
            }
            case Rows.BINARY -> {
                Partials.Binary binary = Rows.binary(code);
                double y = value[node];
                gradient[a] += share(node, 0, g, binary.slopeA().at(value[a], value[b], y));
                tape.code[a] |= Tape.REACHED;
                // A constant needs no gradient; x^2 would otherwise cost a logarithm and turn NaN for x < 0.
                if (!tape.isConstant(b)) {
                    gradient[b] += share(node, 1, g, binary.slopeB().at(value[a], value[b], y));
                    tape.code[b] |= Tape.REACHED;
                }
            }
            default -> Reduction.backward(tape, Rows.operation(code), node, gradient);
        }
    }

    private double share(int node, int index, double g, double slope) {
        return slope == 0 && !Double.isFinite(g) && LocalDerivative.isCut(tape, node, index) ? 0 : g * slope;
    }
}
