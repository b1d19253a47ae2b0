package ag.engine;

import java.util.Arrays;

/** The backward pass with a mistake in it. It asks the mistake on every edge, so it is slower than {@link BackwardPass}. */
final class FaultyPass {
    private final Tape tape;
    private final double[] gradient;
    private final Fault fault;

    FaultyPass(Tape tape, double[] gradient, Fault fault) {
        this.tape = tape;
        this.gradient = gradient;
        this.fault = fault;
    }

    void run(int root) {
        BackwardPass.clear(tape.code, tape.size());
        Arrays.fill(gradient, 0, root + 1, 0);
        gradient[root] = 1;
        tape.code[root] |= Tape.REACHED;
        for (int node = root; node >= 0; node--) {
            if (tape.code[node] < 0 && !tape.isLeaf(node)) {
                hand(node);
            }
        }
    }

    private void hand(int node) {
        int[] operands = tape.operands(node);
        for (int index = 0; index < operands.length; index++) {
            int operand = operands[index];
            tape.code[operand] |= Tape.REACHED;
            if (!tape.isConstant(operand)) {
                gradient[operand] = fault.gathered(operand, node, gradient[operand], share(node, index));
            }
        }
    }

    private double share(int node, int index) {
        double slope = fault.slope(tape, node, index);
        boolean cut = slope == 0 && !Double.isFinite(gradient[node]) && LocalDerivative.isCut(tape, node, index);
        return cut ? 0 : fault.share(node, index, gradient[node], slope);
    }
}
