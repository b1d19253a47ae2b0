package ag.lang.runtime;

import ag.engine.Operation;
import ag.engine.Tape;
import ag.lang.source.Span;

/**
 * Takes an element by an index that differs from sample to sample, as in {@code -log(p[class])}, while a function is taken down
 * to serve all samples of a training.
 */
public final class Selection {
    private Selection() {}

    /** Whether the index is one that differs from sample to sample. */
    public static boolean isOpen(Workspace workspace, Datum index) {
        return workspace.recording() && index instanceof Datum.Scalar;
    }

    /**
     * An element of a vector, or a row of a matrix: the sum of all, each behind a gate that opens at its own index alone. Where
     * none opens, since the index is no whole number or lies outside, the result is NaN, which ends a training with a message.
     */
    public static Datum element(Workspace workspace, Tensor of, Datum index, Span span) {
        Arithmetic arithmetic = workspace.arithmetic();
        Tape tape = workspace.tape();
        int wanted = workspace.node(index);
        int missing = tape.constant(1);
        Datum sum = new Datum.Num(0);
        for (int i = 0; i < of.rows(); i++) {
            int here = tape.apply(Operation.EQUAL, wanted, tape.constant(i));
            missing = tape.subtract(missing, here);
            Datum element = arithmetic.apply(Operation.GATE, new Datum.Scalar(here), of.at(i), 0, span);
            sum = i == 0 ? element : arithmetic.apply(Operation.ADD, sum, element, 0, span);
        }
        Datum nothing = arithmetic.apply(Operation.GATE, new Datum.Scalar(missing), new Datum.Num(Double.NaN), 0, span);
        return arithmetic.apply(Operation.ADD, sum, nothing, 0, span);
    }
}
