package ag.lang.values;

import ag.engine.Operation;

/**
 * Takes an element by an index that differs from sample to sample, as in {@code -log(p[class])}, while a function is recorded
 * to serve all samples of a training.
 */
public final class Selection {
    private Selection() {}

    /** Whether the index is one that differs from sample to sample. */
    public static boolean isOpen(Workspace workspace, Datum index) {
        return workspace.evaluation().isRecording() && index instanceof Datum.Scalar;
    }

    /**
     * An element of a vector, or a row of a matrix. Where the index is no whole number or lies outside, the result is NaN, which
     * ends a training with a message.
     */
    public static Datum element(Workspace workspace, Tensor of, Datum index) {
        int[] nodes = workspace.nodes(of);
        int[] elements = new int[of.columns()];
        for (int column = 0; column < elements.length; column++) {
            int[] operands = new int[of.rows() + 1];
            operands[0] = workspace.node(index);
            for (int row = 0; row < of.rows(); row++) {
                operands[row + 1] = nodes[row * of.columns() + column];
            }
            elements[column] = workspace.tape().reduce(Operation.ELEMENT, operands);
        }
        return of.isMatrix() ? Tensor.ofNodes(elements) : new Datum.Scalar(elements[0]);
    }
}
