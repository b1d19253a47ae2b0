package ag.lang.interpreter;

import ag.engine.Tape;
import ag.lang.source.Span;
import ag.lang.values.Datum;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Tells, where the name of an input is given another meaning, that what was built on the input goes on with it. */
final class EarlierInput {
    /** A longer tape is not searched: programs that make a longer one name their inputs on purpose. */
    private static final int LONGEST_SEARCH = 100_000;

    private EarlierInput() {}

    static void warn(Machine machine, Cell input, Supplier<String> formula, Span span) {
        Tape tape = machine.workspace.tape();
        if (!(input.value instanceof Datum.Scalar(int leaf)) || tape.size() > LONGEST_SEARCH || !tape.isInput(leaf)) {
            return;
        }
        List<String> built = new ArrayList<>();
        for (Cell cell : machine.globals.cells()) {
            Datum held = cell.value instanceof Definition definition ? definition.last() : cell.value;
            if (cell != input && cell != machine.answer && held instanceof Datum.Scalar(int node) && node > leaf) {
                tape.backward(node);
                if (tape.isReached(leaf)) {
                    built.add("'" + cell.name + "'");
                }
            }
        }
        if (!built.isEmpty()) {
            String value = formula.get();
            machine.workspace.note(
                    String.join(", ", built) + " still " + (built.size() == 1 ? "uses" : "use") + " the earlier "
                            + input.name + "; to change that one instead write: set " + input.name + " = "
                            + (value.isEmpty() ? "…" : value),
                    span);
        }
    }
}
