package ag.explain;

import ag.engine.Tape;
import java.util.BitSet;

/**
 * The part of a graph between an input and the root of the tape's last backward pass: the nodes that lie on some path from the
 * one to the other, and the derivative on each edge between them.
 */
final class Between {
    private final Tape tape;
    private final int input;
    private final int root;
    private final BitSet on = new BitSet();

    Between(Tape tape, int input) {
        this.tape = tape;
        this.input = input;
        this.root = tape.gradientRoot();
        if (!tape.isReached(input)) {
            return;
        }
        on.set(input);
        for (int node = input + 1; node <= root; node++) {
            if (tape.isReached(node) && !tape.isLeaf(node) && leansOnPath(node)) {
                on.set(node);
            }
        }
    }

    private boolean leansOnPath(int node) {
        for (int operand : tape.operands(node)) {
            if (on.get(operand)) {
                return true;
            }
        }
        return false;
    }

    boolean isEmpty() {
        return on.isEmpty();
    }

    int input() {
        return input;
    }

    int root() {
        return root;
    }

    /** The next node on a path from this one down, itself included; -1 where there is none. */
    int atOrBelow(int node) {
        return on.previousSetBit(node);
    }

    /** The next node on a path from this one up, itself included; -1 where there is none. */
    int atOrAbove(int node) {
        return on.nextSetBit(node);
    }

    boolean contains(int node) {
        return on.get(node);
    }

    int count() {
        return on.cardinality();
    }

    /** What is done with each edge. */
    @FunctionalInterface
    interface EdgeVisitor {
        void visit(int operand, double factor);
    }

    /** The edges from a node down to its operands on a path; an operand used twice has two. */
    void edges(int node, EdgeVisitor visitor) {
        if (node == input) {
            return;
        }
        int[] operands = tape.operands(node);
        for (int k = 0; k < operands.length; k++) {
            if (on.get(operands[k])) {
                visitor.visit(operands[k], tape.slope(node, k));
            }
        }
    }
}
