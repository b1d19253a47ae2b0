package ag.lang.interpreter;

import ag.lang.source.Span;
import ag.lang.values.Datum;
import java.util.List;
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
            }
            return result;
        }
    }

    /** {@code for x in v { … }}. */
    record For(Code source, int[] slots, int sequenceSlot, Code body, Span span) implements Code {
        @Override
        public Datum run(Frame frame) {
            Datum sequence = source.run(frame);
            // The collector moves nodes about; it finds the sequence in its slot, so each item is taken from there.
            frame.slots[sequenceSlot] = sequence;
            int length = Collections.length(sequence, span);
            for (int i = 0; i < length; i++) {
                frame.machine.workspace.turn();
                frame.machine.workspace.checkStop(span);
                Collections.bind(
                        frame,
                        slots,
                        Collections.item(java.util.Objects.requireNonNull(frame.slots[sequenceSlot]), i),
                        span);
                body.run(frame);
                frame.machine.tidy(frame);
            }
            frame.slots[sequenceSlot] = null;
            return NOTHING;
        }
    }

    /** {@code while c { … }}. */
    record While(Code condition, Span conditionSpan, Code body, Span span) implements Code {
        @Override
        public Datum run(Frame frame) {
            while (Choices.truth(condition.run(frame), conditionSpan)) {
                frame.machine.workspace.turn();
                frame.machine.workspace.checkStop(span);
                body.run(frame);
                frame.machine.tidy(frame);
            }
            return NOTHING;
        }
    }

    /** {@code repeat n { … }}. */
    record Repeat(Code count, Span countSpan, Code body, Span span) implements Code {
        @Override
        public Datum run(Frame frame) {
            int n = Indexing.whole(frame.machine.workspace, count.run(frame), countSpan);
            for (int i = 0; i < n; i++) {
                frame.machine.workspace.turn();
                frame.machine.workspace.checkStop(span);
                body.run(frame);
                frame.machine.tidy(frame);
            }
            return NOTHING;
        }
    }

    /** One arm of an {@code if} statement. */
    record Arm(Code condition, Span span, Code body) {}

    /** {@code if c { … } else { … }}. */
    record If(List<Arm> arms, @Nullable Code otherwise) implements Code {
        @Override
        public Datum run(Frame frame) {
            return from(0, frame);
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
                frame.machine.workspace.decide();
                return from(index + 1, frame);
            }
            return Choices.truth(which, arm.span) ? arm.body.run(frame) : from(index + 1, frame);
        }

        /** Whether it only computes a value, so that running both ways changes nothing. */
        private static boolean isPlain(Code body) {
            return body instanceof Block block
                    && block.statements.length == 1
                    && !(block.statements[0] instanceof Assignments.Define);
        }
    }
}
