package ag.lang.statements;

import ag.lang.interpreter.Cell;
import ag.lang.interpreter.Frame;
import ag.lang.values.Datum;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What runs along an axis of a plot: a local name, a letter without a value, or an input, on which formulas may be built. An input has
 * its own number again after {@link #close}.
 */
final class Running implements AutoCloseable {
    private final Frame frame;
    private final int slot;
    private final @Nullable Cell letter;
    private final Datum.@Nullable Scalar input;
    private final double before;

    private Running(Frame frame, int slot, @Nullable Cell letter, Datum.@Nullable Scalar input) {
        this.frame = frame;
        this.slot = slot;
        this.letter = letter;
        this.input = input;
        this.before = input == null ? 0 : frame.machine.workspace.tape().value(input.node());
    }

    /** The variable that a plot names behind {@code for}. */
    static Running variable(Frame frame, String name, int slot) {
        Cell cell = frame.machine.globals.cell(name);
        if (cell.value instanceof Datum.Scalar scalar
                && frame.machine.workspace.tape().isInput(scalar.node())) {
            return new Running(frame, slot, null, scalar);
        }
        return new Running(frame, slot, cell.value == null ? cell : null, null);
    }

    /** A letter that has no value. */
    static Running letter(Frame frame, String name) {
        return new Running(frame, -1, frame.machine.globals.cell(name), null);
    }

    static Running input(Frame frame, int leaf) {
        return new Running(frame, -1, null, new Datum.Scalar(leaf));
    }

    /** What the work gives where the variable has this number. */
    <T> T at(double number, Supplier<T> work) {
        if (input != null) {
            frame.machine.workspace.inputs().set(input.node(), number);
        }
        if (slot >= 0) {
            frame.slots[slot] = input != null ? input : new Datum.Num(number);
        }
        // Formulas in the letter are read where it stands for this number.
        return letter == null ? work.get() : frame.machine.at(letter, new Datum.Num(number), work);
    }

    /** The same with the number as a leaf, whose node is told: what is computed can be differentiated by it. */
    <T> T leaf(double number, IntFunction<T> work) {
        if (input != null) {
            return at(number, () -> work.apply(input.node()));
        }
        Datum.Scalar leaf = new Datum.Scalar(frame.machine.workspace.tape().input(number));
        if (slot >= 0) {
            frame.slots[slot] = leaf;
        }
        return letter == null ? work.apply(leaf.node()) : frame.machine.at(letter, leaf, () -> work.apply(leaf.node()));
    }

    @Override
    public void close() {
        if (input != null) {
            frame.machine.workspace.inputs().set(input.node(), before);
        }
    }
}
