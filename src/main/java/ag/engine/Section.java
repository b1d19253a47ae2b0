package ag.engine;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The backward pass over a long calculation in pieces: each piece is recorded again at the end of the tape, differentiated down to where
 * it begins, and dropped. What the pieces are built on stands below all of them; its gradients are added up from piece to piece, in the order
 * in which one pass over the whole would add them.
 */
public final class Section {
    private final Tape tape;
    private final int floor;
    private final BitSet known = new BitSet();
    private int[] below = new int[8];
    private int count;

    /** @param floor where the first node of each piece stands */
    public Section(Tape tape, int floor) {
        this.tape = tape;
        this.floor = floor;
    }

    /** What one result depends on: gradients of what the pieces are built on, and whether there is a way to each. */
    public final class Share {
        private double[] gradients = new double[0];
        private boolean[] reached = new boolean[0];

        /** How the result changes with each of {@link Section#below()}. */
        public double[] gradients() {
            return Arrays.copyOf(gradients, count);
        }

        /** Whether anything leads from the result to it. */
        public boolean isReached(int index) {
            return index < reached.length && reached[index];
        }
    }

    public Share share() {
        return new Share();
    }

    /** The nodes that the pieces are built on, as far as they have been seen. */
    public int[] below() {
        return Arrays.copyOf(below, count);
    }

    /** Learns what the piece at the end of the tape is built on. Asked for before {@link #backward}. */
    public void read() {
        Columns columns = tape.columns;
        for (int node = floor; node < columns.size(); node++) {
            switch (tape.shape(node)) {
                case OperationArrays.LEAF -> {}
                case OperationArrays.VECTOR -> {
                    for (int operand : tape.operands(node)) {
                        meet(operand);
                    }
                }
                default -> {
                    meet(columns.first(node));
                    meet(columns.second(node));
                    if (tape.operation(node) == Operation.TRUNCATED) {
                        Truncation.require(tape, node);
                    }
                }
            }
        }
    }

    private void meet(int operand) {
        if (operand < floor && !known.get(operand) && !tape.isConstant(operand)) {
            known.set(operand);
            if (count == below.length) {
                below = Arrays.copyOf(below, 2 * count);
            }
            below[count++] = operand;
        }
    }

    /**
     * Goes back over the piece at the end of the tape.
     *
     * @param results its results, those that something leads to
     * @param gradients the gradients of these
     * @param share where gradients of what the piece is built on are added
     */
    public void backward(int[] results, double[] gradients, Share share) {
        for (int result : results) {
            meet(result);
        }
        share.gradients = Arrays.copyOf(share.gradients, count);
        share.reached = Arrays.copyOf(share.reached, count);
        tape.backward(results, gradients, floor, below, share.gradients);
        for (int i = 0; i < count; i++) {
            share.reached[i] |= tape.isReached(below[i]);
        }
    }
}
