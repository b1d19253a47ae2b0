package ag.lang.interpreter;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.ControlStatement;
import ag.lang.values.Datum;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs blocks, loops and {@code if} statements. The value of a block is the value of its last statement. */
public final class Loops {
    public static final Datum NOTHING = new Datum.Nothing();

    private Loops() {}

    /** Statements one after the other. Between two of them the tape may be tidied up. */
    record Block(Code[] statements) implements Code {
        @Override
        public Datum run(Frame frame) {
            Datum result = NOTHING;
            for (Code statement : statements) {
                result = statement.run(frame);
                if (frame.leaving != null) {
                    break;
                }
            }
            return result;
        }
    }

    /**
     * {@code for x in v { … }}.
     *
     * @param counts whether it goes through a range: how often a loop runs is settled when it begins, and so are its counts
     * @param leaves whether a {@code return} stands in it
     */
    record For(
            Assignments.Value source,
            boolean counts,
            int[] slots,
            int sequenceSlot,
            Code body,
            @Nullable NumberProgram numbers,
            boolean leaves,
            Span span)
            implements Code {
        @Override
        public Datum run(Frame frame) {
            Assignments.Evaluated evaluated = source.evaluate(frame);
            // The collector moves nodes about; it finds the sequence in its slot, so each item is taken from there.
            frame.slots[sequenceSlot] = counts ? evaluated.datum() : evaluated.held(frame);
            int length = Collections.length(evaluated.datum(), span);
            for (int i = 0; i < length; i++) {
                if (i == 1 && slots.length == 1) {
                    i = NumberRun.turns(numbers, frame, i, length, slots[0], sequenceSlot, span);
                    if (i == length) {
                        break;
                    }
                }
                frame.machine.workspace.turn();
                frame.machine.workspace.checkStop(span);
                bind(frame, Objects.requireNonNull(frame.slots[sequenceSlot]), i);
                body.run(frame);
                frame.machine.tidy(frame);
                if (frame.leavesLoop()) {
                    break;
                }
            }
            frame.slots[sequenceSlot] = null;
            if (evaluated.looked() && !source.follows()) {
                frame.chosen(leaves);
            }
            return NOTHING;
        }

        private void bind(Frame frame, Datum sequence, int index) {
            if (!(sequence instanceof Held)) {
                Collections.bind(frame, slots, Collections.item(sequence, index), span);
                return;
            }
            Machine machine = frame.machine;
            Datum item = item(sequence instanceof Definition all ? all.current(machine) : Held.peeled(sequence), index);
            Datum held =
                    Held.item(machine, sequence, item, inner -> item(machine.current(inner.slots[0], "", span), index));
            if (slots.length == 1) {
                frame.slots[slots[0]] = held;
                return;
            }
            List<Datum> parts = Collections.parts(item, slots.length, span);
            for (int i = 0; i < slots.length; i++) {
                int place = i;
                frame.slots[slots[i]] = Held.item(
                        machine,
                        held,
                        parts.get(i),
                        inner -> Collections.parts(machine.current(inner.slots[0], "", span), slots.length, span)
                                .get(place));
            }
        }

        /** An item of what the sequence is now, which may have become shorter than when the loop began. */
        private Datum item(Datum sequence, int index) {
            int length = Collections.length(sequence, span);
            if (index >= length) {
                throw new AgException(
                        ErrorCode.OUT_OF_RANGE,
                        "there is no element " + index + " any more: the length has become " + length,
                        span,
                        "to go through what is there now and follow nothing write: for … in detach(" + span.text()
                                + ")");
            }
            return Collections.item(sequence, index);
        }
    }

    /** {@code while c { … }}. */
    record While(Code condition, Span conditionSpan, Code body, boolean local, boolean leaves, Span span)
            implements Code {
        @Override
        public Datum run(Frame frame) {
            boolean looked = false;
            while (true) {
                Datum holds = Held.of(condition, frame);
                looked |= holds instanceof Held;
                if (!Choices.truth(Held.peeled(holds), conditionSpan)) {
                    break;
                }
                frame.machine.workspace.turn();
                frame.machine.workspace.checkStop(span);
                body.run(frame);
                frame.machine.tidy(frame);
                if (frame.leavesLoop()) {
                    break;
                }
            }
            if (looked && local) {
                frame.chosen(leaves);
            }
            return NOTHING;
        }
    }

    /** {@code repeat n { … }}. */
    record Repeat(
            Code count,
            Span countSpan,
            Code body,
            @Nullable NumberProgram numbers,
            boolean local,
            boolean leaves,
            Span span)
            implements Code {
        @Override
        public Datum run(Frame frame) {
            Datum times = Held.of(
                    inner -> new Datum.Num(Indexing.whole(inner.machine.workspace, count.run(inner), countSpan)),
                    frame);
            int n = (int) frame.machine.workspace.number(Held.peeled(times));
            for (int i = 0; i < n; i++) {
                if (i == 1) {
                    i = NumberRun.turns(numbers, frame, i, n, -1, -1, span);
                    if (i == n) {
                        break;
                    }
                }
                frame.machine.workspace.turn();
                frame.machine.workspace.checkStop(span);
                body.run(frame);
                frame.machine.tidy(frame);
                if (frame.leavesLoop()) {
                    break;
                }
            }
            if (local && times instanceof Held) {
                frame.chosen(leaves);
            }
            return NOTHING;
        }
    }

    /**
     * {@code break}, {@code continue}, {@code return x}.
     *
     * @param value what a function gives; null for nothing
     * @param slot where it is kept until the function is left: the collector finds it there
     */
    record Leave(ControlStatement.Leave.Way way, @Nullable Code value, int slot) implements Code {
        @Override
        public Datum run(Frame frame) {
            if (value != null) {
                frame.slots[slot] = Held.of(value, frame);
            }
            frame.leaving = way;
            return NOTHING;
        }
    }

    /** One arm of an {@code if} statement. */
    record Arm(Code condition, Span span, Code body) {}

    /**
     * {@code if c { … } else { … }}.
     *
     * @param gives whether its value counts, as that of the last statement of a function
     * @param local whether it stands in a function
     * @param leaves whether a loop or the function is left from within it
     */
    record If(List<Arm> arms, @Nullable Code otherwise, boolean gives, boolean local, boolean leaves) implements Code {
        @Override
        public Datum run(Frame frame) {
            return gives ? from(0, frame) : separately(frame);
        }

        /** What it does depends on the conditions, and so do the names that its arms may have given a value. */
        private Datum separately(Frame frame) {
            Datum held = Held.of(inner -> from(0, inner), frame);
            if (local && held instanceof Held) {
                frame.chosen(leaves);
            }
            return NOTHING;
        }

        private Datum from(int index, Frame frame) {
            if (index == arms.size()) {
                return otherwise == null ? NOTHING : otherwise.run(frame);
            }
            Arm arm = arms.get(index);
            Datum which = arm.condition.run(frame);
            if (which instanceof Datum.Undetermined open
                    && isPlain(arm.body)
                    && otherwise != null
                    && isPlain(otherwise)) {
                Datum then = arm.body.run(frame);
                return BothWays.choose(frame.machine.workspace, open, then, from(index + 1, frame), arm.span);
            }
            if (which instanceof Datum.Undetermined) {
                frame.machine.workspace.evaluation().look();
                return from(index + 1, frame);
            }
            return Choices.truth(which, arm.span) ? arm.body.run(frame) : from(index + 1, frame);
        }

        /** Whether it only computes a value, so that running both ways changes nothing. */
        private static boolean isPlain(Code body) {
            return body instanceof Block block
                    && block.statements.length == 1
                    && !(block.statements[0] instanceof Assignments.Define)
                    && !(block.statements[0] instanceof Leave);
        }
    }
}
