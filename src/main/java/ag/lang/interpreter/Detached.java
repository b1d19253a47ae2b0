package ag.lang.interpreter;

import ag.lang.values.Datum;
import ag.lang.values.Evaluation;
import ag.lang.values.Workspace;

/**
 * Evaluates something of which the numbers alone are kept, as {@code detach(e)} does: nothing of it is followed. What it looked
 * at on its way does not leave it, and neither do its steps on the tape.
 */
final class Detached {
    private Detached() {}

    static Datum of(Code code, Frame frame) {
        Workspace workspace = frame.machine.workspace;
        int mark = workspace.tape().mark();
        int inputs = workspace.inputs().all().size();
        long rebuilds = frame.machine.rebuilds();
        try (Evaluation.Part _ = workspace.evaluation().part()) {
            Datum numbers = workspace.detached(plain(code, frame));
            if (rebuilds == frame.machine.rebuilds()
                    && inputs == workspace.inputs().all().size()
                    && holdsNoNodes(numbers)) {
                workspace.tape().rewind(mark);
            }
            return numbers;
        }
    }

    /** The value, with or without its history. */
    static Datum plain(Code code, Frame frame) {
        return code instanceof Calls.Many call ? call.plain(frame) : code.run(frame);
    }

    /** A function may hold names with history wherever it was made. */
    private static boolean holdsNoNodes(Datum datum) {
        return switch (datum) {
            case Datum.Num _, Datum.Numbers _, Datum.Bool _, Datum.Text _ -> true;
            case Datum.Items items -> items.isConstant();
            case Datum.Inert _, Datum.Scalar _, Datum.Opaque _ -> false;
        };
    }
}
