package ag.engine;

/** The backward pass with a mistake in it. It asks the mistake on every edge, so it is slower than {@link BackwardPass}. */
final class FaultyPass {
    private final Tape tape;
    private final GradientColumn gradient;
    private final Fault fault;

    FaultyPass(Tape tape, GradientColumn gradient, Fault fault) {
        this.tape = tape;
        this.gradient = gradient;
        this.fault = fault;
    }

    void run(int root) {
        tape.columns.clearReached();
        gradient.start(root);
        tape.columns.reach(root);
        for (int node = root; node >= 0; node--) {
            if (tape.columns.isReached(node) && !tape.isLeaf(node)) {
                hand(node);
            }
        }
    }

    private void hand(int node) {
        int[] operands = tape.operands(node);
        for (int index = 0; index < operands.length; index++) {
            int operand = operands[index];
            tape.columns.reach(operand);
            if (!tape.isConstant(operand)) {
                double gathered = fault.gathered(operand, node, gradient.get(operand), share(node, index));
                gradient.set(operand, gathered);
            }
        }
    }

    private double share(int node, int index) {
        double slope = fault.slope(tape, node, index);
        boolean cut = slope == 0 && !Double.isFinite(gradient.get(node)) && LocalDerivative.isCut(tape, node, index);
        return cut ? 0 : fault.share(node, index, gradient.get(node), slope);
    }
}
