package ag.lang.interpreter;

import ag.lang.syntax.ControlStatement;
import ag.lang.values.Datum;
import org.jspecify.annotations.Nullable;

/** The local names of one call of a function, or of one top-level statement; {@code outer} is the frame it was written in. */
public final class Frame {
    public final Machine machine;
    public final @Nullable Datum[] slots;
    public final @Nullable Frame outer;
    /** The length of the tape when the frame was made: everything the callers still hold lies below. */
    final int base;
    /** Formulas evaluated again before the frame was made. */
    final long rebuilds;
    /** How long the tape may grow before it is tidied next. */
    int tidyAt;
    /** What is being left: statements that follow do not run until its end is reached. */
    ControlStatement.Leave.@Nullable Way leaving;
    /** Whether values that were looked at decided where the call was left, or where it was not. */
    boolean leftByLook;

    private Frame(Machine machine, @Nullable Datum[] slots, @Nullable Frame outer, int base) {
        this.machine = machine;
        this.slots = slots;
        this.outer = outer;
        this.base = base;
        this.rebuilds = machine.rebuilds();
        this.tidyAt = base + machine.tidyStep;
    }

    /** The frame of a statement at the top level: nothing else holds a node, so all of the tape may be tidied. */
    static Frame outermost(Machine machine, int size) {
        Frame frame = new Frame(machine, new @Nullable Datum[size], null, 0);
        frame.tidyAt = machine.statementsTidyAt();
        return frame;
    }

    /** The frame of a statement of an imported file: the statement that imports it is still running, so nothing is tidied. */
    static Frame imported(Machine machine, int size) {
        Frame frame = outermost(machine, size);
        frame.tidyAt = Integer.MAX_VALUE;
        return frame;
    }

    /** The frame of a call of a function that was written in {@code outer}. */
    static Frame call(Machine machine, int size, @Nullable Frame outer) {
        return new Frame(
                machine,
                new @Nullable Datum[size],
                outer,
                machine.workspace.tape().size());
    }

    /** At the end of a turn of a loop: whether the loop ends with it. */
    boolean leavesLoop() {
        if (leaving == null) {
            return false;
        }
        boolean ends = leaving != ControlStatement.Leave.Way.CONTINUE;
        if (leaving != ControlStatement.Leave.Way.RETURN) {
            leaving = null;
        }
        return ends;
    }

    /**
     * Notes that which statements ran depended on values that were looked at: each local name may owe its value to that.
     *
     * @param leaves whether it also decided about leaving a loop or the call, so that all that comes later may owe to it
     */
    void chosen(boolean leaves) {
        leftByLook |= leaves;
        for (int i = 0; i < slots.length; i++) {
            Datum held = slots[i];
            if (held != null) {
                slots[i] = Held.of(held, true);
            }
        }
    }

    /** Whether one of the names depends on values that were looked at. */
    boolean holdsChosen() {
        for (Datum held : slots) {
            if (held instanceof Held) {
                return true;
            }
        }
        return false;
    }

    /** The names as they stand now, to evaluate a formula again later. */
    Frame copy() {
        return new Frame(
                machine,
                slots.clone(),
                outer == null ? null : outer.copy(),
                machine.workspace.tape().size());
    }
}
