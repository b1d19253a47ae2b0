package ag.lang.values;

import ag.engine.Tape;
import ag.result.Numerals;

/** Names the place where the last backward pass turned NaN or infinite. */
public final class BackwardReport {
    private BackwardReport() {}

    /** Tells of the first node, from the result down, whose gradient is finite and hands on one that is not. */
    public static void show(Workspace workspace) {
        Tape tape = workspace.tape();
        int root = tape.gradientRoot();
        if (tape.isGradientFinite()) {
            return;
        }
        for (int node = root; node >= 0; node--) {
            if (!tape.isReached(node) || !Double.isFinite(tape.gradient(node))) {
                continue;
            }
            int[] operands = tape.operands(node);
            for (int k = 0; k < operands.length; k++) {
                double slope = tape.isConstant(operands[k]) ? 0 : tape.slope(node, k);
                if (!Double.isFinite(slope * tape.gradient(node))) {
                    String text = "going backward, the derivative of "
                            + tape.operation(node).title() + " at " + Numerals.shortest(tape.value(operands[k]))
                            + " is " + Numerals.shortest(slope);
                    workspace.note(text, workspace.placeOf(node));
                    return;
                }
            }
        }
    }
}
