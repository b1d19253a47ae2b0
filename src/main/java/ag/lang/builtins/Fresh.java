package ag.lang.builtins;

import ag.engine.Operation;
import ag.lang.source.Span;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;

/**
 * Points to differentiate at. A plain number becomes a leaf; a number with history becomes a copy of its node, so that the
 * derivative is taken along this one way and still remembers where the point came from.
 */
public final class Fresh {
    private Fresh() {}

    public static Datum of(Workspace workspace, Datum point, int site, Span span) {
        if (Arithmetic.hasHistory(point)) {
            return workspace.arithmetic().apply(Operation.LINEAR, point, site, span);
        }
        if (point instanceof Tensor tensor) {
            return tensor.withRun(((Tensor) workspace.inputs().anonymous(tensor)).node(0));
        }
        return workspace.inputs().anonymous(point);
    }
}
