package ag.lang.interpreter;

import ag.lang.source.Span;
import ag.lang.values.Datum;
import java.util.Objects;

/** Reads names. */
final class Names {
    private Names() {}

    /** A local name of the function that runs. */
    record Local(int slot, String name, Span span) implements NumberCode {
        @Override
        public Datum run(Frame frame) {
            Datum held = frame.slots[slot];
            return held == null || held instanceof Held || held instanceof Formula
                    ? frame.machine.current(held, name, span)
                    : held;
        }

        @Override
        public int emit(NumberProgram.Builder program) {
            return program.local(slot);
        }
    }

    /** A local name of a function around the one that runs. */
    record Outer(int depth, int slot, String name, Span span) implements Code {
        @Override
        public Datum run(Frame frame) {
            Frame at = frame;
            for (int i = 0; i < depth; i++) {
                at = Objects.requireNonNull(at.outer);
            }
            return frame.machine.current(at.slots[slot], name, span);
        }
    }

    /**
     * A global name that is called.
     *
     * @param mayMultiply whether it may be a letter without a value, as k in k(x + 1)
     */
    record Called(Cell cell, boolean mayMultiply, Span span) implements Code {
        @Override
        public Datum run(Frame frame) {
            Datum held = cell.read();
            if (held == null && !mayMultiply) {
                throw UnknownName.problem(frame.machine.globals, cell.name, span);
            }
            return frame.machine.current(held, cell.name, span);
        }
    }

    /** A global name. */
    record Global(Cell cell, Span span) implements NumberCode {
        @Override
        public Datum run(Frame frame) {
            Datum held = cell.read();
            return held == null || held instanceof Held || held instanceof Formula
                    ? frame.machine.current(held, cell.name, span)
                    : held;
        }

        @Override
        public int emit(NumberProgram.Builder program) {
            return program.global(cell);
        }
    }
}
