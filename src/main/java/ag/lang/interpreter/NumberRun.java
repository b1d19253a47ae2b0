package ag.lang.interpreter;

import ag.engine.Operation;
import ag.engine.Tape;
import ag.lang.source.Span;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A {@link NumberProgram} while it runs: a register is a node of the tape, or a plain number where its node is -1, just as
 * a {@link Datum} is one or the other. Names get their values when the run ends, and when the tape is tidied.
 */
final class NumberRun {
    private static final int PLAIN = -1;

    /** Fewer turns are not worth getting ready for. */
    private static final int FEWEST = 8;

    private final NumberProgram program;
    private final Frame frame;
    private final Arithmetic arithmetic;
    private final Tape tape;
    private final @Nullable Operation[] operations;
    private final int[] operandsA;
    private final int[] operandsB;
    private final int[] targets;
    private final int[] sites;
    private final int[] nodes;
    private final double[] numbers;
    private final Tensor[] vectors;
    private final int[] keptNodes;
    private final double[] keptNumbers;

    private NumberRun(NumberProgram program, Frame frame) {
        this.program = program;
        this.frame = frame;
        this.arithmetic = frame.machine.arithmetic;
        this.tape = frame.machine.workspace.tape();
        int count = program.steps().size();
        this.operations = new @Nullable Operation[count];
        this.operandsA = new int[count];
        this.operandsB = new int[count];
        this.targets = new int[count];
        this.sites = new int[count];
        for (int i = 0; i < count; i++) {
            NumberProgram.Step step = program.steps().get(i);
            operations[i] = step.operation();
            operandsA[i] = step.a();
            operandsB[i] = step.b();
            targets[i] = step.to();
            sites[i] = step.site();
        }
        this.numbers = program.initial().clone();
        this.nodes = new int[numbers.length];
        Arrays.fill(nodes, PLAIN);
        this.vectors = new Tensor[program.vectors().size()];
        this.keptNodes = nodes.clone();
        this.keptNumbers = numbers.clone();
    }

    /** A run with the names as they stand; null where one of them is not what the program takes it for. */
    static @Nullable NumberRun of(NumberProgram program, Frame frame) {
        for (var called : program.called().entrySet()) {
            if (!called.getValue().equals(called.getKey().read())) {
                return null;
            }
        }
        NumberRun run = new NumberRun(program, frame);
        return run.load() ? run : null;
    }

    /** A run of steps from a number to the next; null where something is no number. With {@code plain} all history is left out. */
    static @Nullable NumberRun ofStep(NumberProgram program, Frame frame, Datum start, boolean plain) {
        NumberRun run = frame.machine.runsNumbers ? of(program, frame) : null;
        if (run == null || !run.set(program.value(), start)) {
            return null;
        }
        if (plain) {
            run.forgetHistory();
        }
        return run;
    }

    private void forgetHistory() {
        for (int i = 0; i < nodes.length; i++) {
            if (nodes[i] != PLAIN) {
                numbers[i] = tape.value(nodes[i]);
                nodes[i] = PLAIN;
            }
        }
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = vectors[i].withNumbers(frame.machine.workspace.shown(vectors[i]));
        }
    }

    /** Takes this many steps, one after the other; gives how many could be taken this way. */
    int steps(int times, Span span) {
        int done = 0;
        do {
            frame.machine.workspace.checkStop(span);
        } while (done < times && step() && ++done < times);
        return done;
    }

    /** Takes over what the names stand for; answers whether all of them are numbers, or vectors where elements are taken. */
    boolean load() {
        for (NumberProgram.Name name : program.names()) {
            Datum held = name.read(frame);
            if (held == null || !set(name.register(), held)) {
                return false;
            }
        }
        for (NumberProgram.Name name : program.vectors()) {
            if (!(name.read(frame) instanceof Tensor tensor) || tensor.isMatrix()) {
                return false;
            }
            vectors[name.register()] = tensor;
        }
        return true;
    }

    private boolean set(int register, Datum datum) {
        switch (datum) {
            case Datum.Num(double number) -> {
                nodes[register] = PLAIN;
                numbers[register] = number;
            }
            case Datum.Scalar(int node) -> nodes[register] = node;
            case Datum.Inert _, Datum.Numbers _, Datum.Items _, Datum.Opaque _ -> {
                return false;
            }
        }
        return true;
    }

    /** Gives the names the values that they have by now. */
    void store() {
        for (NumberProgram.Result result : program.results()) {
            Datum value = value(result.register());
            result.place().put(frame, value, value instanceof Datum.Scalar ? Cell.Role.FORMULA : Cell.Role.CONSTANT);
        }
    }

    /** The value of an expression. */
    Datum value() {
        return value(program.value());
    }

    private Datum value(int register) {
        return nodes[register] == PLAIN ? new Datum.Num(numbers[register]) : new Datum.Scalar(nodes[register]);
    }

    /** Whether {@link #take} knows how to take the items of a sequence. */
    static boolean isTaken(@Nullable Datum sequence) {
        return sequence instanceof Collections.Steps || (sequence instanceof Tensor tensor && !tensor.isMatrix());
    }

    /** An item of a sequence, for the name of a {@code for}. */
    void take(int register, Datum sequence, int index) {
        if (sequence instanceof Collections.Steps steps) {
            nodes[register] = PLAIN;
            numbers[register] = steps.number(index);
        } else if (sequence instanceof Tensor tensor) {
            element(tensor, index, register);
        }
    }

    private void element(Tensor vector, int index, int register) {
        if (vector.hasHistory()) {
            nodes[register] = vector.node(index);
        } else {
            nodes[register] = PLAIN;
            numbers[register] = vector.numbers()[index];
        }
    }

    /** Runs the program once; answers false where an index is none of its vector: what was done of it is taken back then. */
    boolean step() {
        int mark = tape.mark();
        if (vectors.length > 0) {
            keep();
        }
        for (int i = 0; i < operations.length; i++) {
            int a = operandsA[i];
            int b = operandsB[i];
            int to = targets[i];
            Operation operation = operations[i];
            if (operation == null) {
                if (b == NumberProgram.NONE) {
                    nodes[to] = nodes[a];
                    numbers[to] = numbers[a];
                } else if (!element(a, b, to)) {
                    tape.rewind(mark);
                    restore();
                    return false;
                }
            } else if (b == NumberProgram.NONE) {
                one(operation, a, to, sites[i]);
            } else {
                two(operation, a, b, to, sites[i]);
            }
        }
        return true;
    }

    private void one(Operation operation, int a, int to, int site) {
        int node = nodes[a];
        if (node == PLAIN) {
            numbers[to] = arithmetic.number(operation, numbers[a], site);
            nodes[to] = PLAIN;
        } else {
            tape.origin(site);
            nodes[to] = tape.apply(operation, node);
        }
    }

    private void two(Operation operation, int a, int b, int to, int site) {
        int nodeA = nodes[a];
        int nodeB = nodes[b];
        if (nodeA == PLAIN && nodeB == PLAIN) {
            numbers[to] = arithmetic.number(operation, numbers[a], numbers[b], site);
            nodes[to] = PLAIN;
            return;
        }
        tape.origin(site);
        if (nodeA == PLAIN) {
            nodeA = tape.constant(numbers[a]);
        } else if (nodeB == PLAIN) {
            nodeB = tape.constant(numbers[b]);
        }
        nodes[to] = arithmetic.record(operation, nodeA, nodeB);
    }

    private boolean element(int vector, int index, int to) {
        double at = numbers[index];
        Tensor of = vectors[vector];
        if (nodes[index] != PLAIN || !(at >= 0 && at < of.rows()) || at != (int) at) {
            return false;
        }
        element(of, (int) at, to);
        return true;
    }

    private void keep() {
        System.arraycopy(nodes, 0, keptNodes, 0, nodes.length);
        System.arraycopy(numbers, 0, keptNumbers, 0, numbers.length);
    }

    private void restore() {
        System.arraycopy(keptNodes, 0, nodes, 0, nodes.length);
        System.arraycopy(keptNumbers, 0, numbers, 0, numbers.length);
    }

    /**
     * Runs turns of a loop, from one on up to but without another; answers which turn is to be run next, as a turn that cannot be run this
     * way is left to the loop itself.
     *
     * @param itemSlot the slot of the loop's own name, and {@code sequenceSlot} that of what it goes through; -1 for none
     */
    static int turns(
            @Nullable NumberProgram program, Frame frame, int from, int to, int itemSlot, int sequenceSlot, Span span) {
        if (program == null || !frame.machine.runsNumbers || to - from < FEWEST) {
            return from;
        }
        int item = itemSlot < 0 ? NumberProgram.NONE : program.local(itemSlot);
        if (item != NumberProgram.NONE && !isTaken(frame.slots[sequenceSlot])) {
            return from;
        }
        NumberRun run = of(program, frame);
        return run == null ? from : run.turns(from, to, item, sequenceSlot, span);
    }

    /** As {@link #turns(NumberProgram, Frame, int, int, int, int, Span) turns}, for the items of a comprehension. */
    static int items(
            @Nullable NumberProgram program,
            Frame frame,
            int from,
            int to,
            int itemSlot,
            Datum sequence,
            Gathered results,
            Span span) {
        if (program == null || !frame.machine.runsNumbers || to - from < FEWEST || !isTaken(sequence)) {
            return from;
        }
        NumberRun run = of(program, frame);
        if (run == null) {
            return from;
        }
        int item = program.local(itemSlot);
        for (int i = from; i < to; i++) {
            frame.machine.workspace.checkStop(span);
            if (item != NumberProgram.NONE) {
                run.take(item, sequence, i);
            }
            if (!run.step()) {
                return i;
            }
            results.add(run.value());
        }
        return to;
    }

    private int turns(int from, int to, int item, int sequenceSlot, Span span) {
        Workspace workspace = frame.machine.workspace;
        int turn = from;
        boolean holds = true;
        try {
            for (; turn < to; turn++) {
                workspace.turn();
                workspace.checkStop(span);
                if (item != NumberProgram.NONE) {
                    take(item, Objects.requireNonNull(frame.slots[sequenceSlot]), turn);
                }
                if (!step()) {
                    break;
                }
                if (tape.size() > frame.tidyAt) {
                    store();
                    holds = false;
                    frame.machine.tidy(frame);
                    holds = load();
                }
            }
        } finally {
            if (holds) {
                store();
            }
        }
        return turn;
    }
}
