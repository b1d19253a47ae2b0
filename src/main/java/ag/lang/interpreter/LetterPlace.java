package ag.lang.interpreter;

import ag.lang.source.Span;
import ag.lang.values.Datum;
import java.util.function.Supplier;

/** Where the value of a letter is kept that a derivative is taken by, or that {@code at} gives a value. */
sealed interface LetterPlace {
    String name();

    Span span();

    /** What it stands for now; a letter without a value ends that. */
    Datum now(Frame frame);

    /** Whether it stands for a number that was computed once. */
    boolean isPlain(Frame frame);

    /** Whether it stands for a formula, which is evaluated when it is read. */
    boolean isFormula();

    /** Does something while the letter stands for a value. */
    Datum with(Frame frame, Datum value, Supplier<Datum> work);

    record Local(int slot, String name, Span span) implements LetterPlace {
        @Override
        public boolean isPlain(Frame frame) {
            return false;
        }

        @Override
        public boolean isFormula() {
            return false;
        }

        @Override
        public Datum now(Frame frame) {
            return frame.machine.current(frame.slots[slot], name, span);
        }

        @Override
        public Datum with(Frame frame, Datum value, Supplier<Datum> work) {
            Datum before = frame.slots[slot];
            frame.slots[slot] = value;
            try {
                return work.get();
            } finally {
                frame.slots[slot] = before;
            }
        }
    }

    record Global(Cell cell, Span span) implements LetterPlace {
        @Override
        public boolean isPlain(Frame frame) {
            return cell.value instanceof Datum.Num && !frame.machine.isFixed(cell);
        }

        @Override
        public String name() {
            return cell.name;
        }

        @Override
        public boolean isFormula() {
            return cell.value instanceof Formula;
        }

        @Override
        public Datum now(Frame frame) {
            return frame.machine.current(cell.read(), cell.name, span);
        }

        @Override
        public Datum with(Frame frame, Datum value, Supplier<Datum> work) {
            return frame.machine.at(cell, value, work);
        }
    }
}
