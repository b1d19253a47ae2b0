package ag.lang.interpreter;

import ag.engine.Relocation;
import ag.engine.Tape;
import ag.lang.values.Datum;
import ag.lang.values.Input;
import ag.lang.values.KeepsValues;
import ag.lang.values.Tensor;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Frees the nodes that no name leads to: finds those that names lead to, has the tape move them together, and renames them
 * wherever they are held. It runs between statements, when no half-finished expression holds a node.
 */
final class Collector {
    /** What a small object and a reference in a list take, with room to spare. */
    private static final long OBJECT = 32;

    private static final long REFERENCE = 8;

    private final Machine machine;
    private final Frame frame;
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    /** What has become of each list: one may stand in others many times over. */
    private final IdentityHashMap<Datum, Datum> lists = new IdentityHashMap<>();

    private long bytesToRename;

    Collector(Machine machine, Frame frame) {
        this.machine = machine;
        this.frame = frame;
    }

    void run() {
        Tape tape = machine.workspace.tape();
        markNeeded(tape);
        if (tape.isWorthCollecting()) {
            collect(tape, liveInputs(tape));
        }
    }

    /** After memory has run out: as {@link #run}, but gives back first all that can be given back without any. No statement may be running. */
    void release() {
        Tape tape = machine.workspace.tape();
        tape.releaseGradients();
        markNeeded(tape);
        List<Input> live = liveInputs(tape);
        machine.workspace.inputs().keep(live);
        tape.dropUnneededEnd(frame.base);
        tape.trim();
        collect(tape, live);
        tape.trim();
    }

    private void markNeeded(Tape tape) {
        tape.beginMarking(frame.base);
        visit(this::mark);
        tape.mark(frame.base);
    }

    private void collect(Tape tape, List<Input> live) {
        requireRoom(tape);
        Relocation moved = tape.collect(frame.base);
        seen.clear();
        lists.clear();
        visit(datum -> move(datum, moved));
        for (Input input : live) {
            input.relocate(move(input.value(), moved));
        }
        machine.workspace.inputs().keep(live);
    }

    /** Where memory runs out, it does so here, before anything has moved: half of the names moved would mean wrong values. */
    private void requireRoom(Tape tape) {
        long bytes = bytesToRename + tape.bytesToCollect(frame.base);
        byte[] room = new byte[(int) Math.min(bytes, Integer.MAX_VALUE - 8)];
        try {
            bytesToRename = 0;
        } finally {
            // It is never read; the compiler must not think that it need not be there.
            Reference.reachabilityFence(room);
        }
    }

    /** What is done with each value held; the answer takes its place. */
    @FunctionalInterface
    private interface Visit {
        Datum apply(Datum datum);
    }

    private void visit(Visit visit) {
        if (frame.base == 0) {
            for (Cell cell : machine.globals.cells()) {
                if (cell.value != null) {
                    cell.value = deep(cell.value, visit);
                }
            }
            machine.globals.before().replaceAll((_, meaning) -> {
                Datum held = meaning.value();
                return held == null
                        ? meaning
                        : new Cell.Meaning(deep(held, visit), meaning.role(), meaning.definedAt());
            });
        }
        frame(frame, visit);
    }

    private void frame(@Nullable Frame start, Visit visit) {
        for (Frame at = start; at != null && seen.add(at); at = at.outer) {
            for (int i = 0; i < at.slots.length; i++) {
                Datum held = at.slots[i];
                if (held != null) {
                    at.slots[i] = deep(held, visit);
                }
            }
        }
    }

    private Datum deep(Datum datum, Visit visit) {
        return switch (datum) {
            case Definition definition -> {
                if (seen.add(definition)) {
                    definition.relocate(deep(definition.last(), visit));
                    definition.captured().replaceAll((cell, held) -> held == null ? null : deep(held, visit));
                    frame(definition.frame(), visit);
                }
                yield definition;
            }
            case Formula formula -> {
                if (seen.add(formula)) {
                    formula.relocate(held -> deep(held, visit));
                    frame(formula.frame(), visit);
                }
                yield formula;
            }
            case Held.Chosen(Datum value) -> new Held.Chosen(deep(value, visit));
            case Closure closure -> {
                frame(closure.outer(), visit);
                yield closure;
            }
            case DerivativeOf derivative -> {
                deep(derivative.function(), visit);
                yield derivative;
            }
            case KeepsValues function -> {
                if (seen.add(function.kept())) {
                    function.kept().relocate(held -> deep(held, visit));
                    function.functions().forEach(called -> deep(called, visit));
                }
                yield function;
            }
            case Datum.Items list when list.isConstant() -> list;
            case Datum.Items list -> {
                Datum met = lists.get(list);
                if (met == null) {
                    List<Datum> all = new ArrayList<>();
                    bytesToRename += 3 * OBJECT + 3L * REFERENCE * list.items().size();
                    for (Datum item : list.items()) {
                        all.add(deep(item, visit));
                    }
                    met = new Datum.Items(all);
                    lists.put(list, met);
                }
                yield met;
            }
            case HoldsInput thing -> {
                visit.apply(thing.input().value());
                yield datum;
            }
            case Datum.Inert _, Datum.Scalar _, Datum.Numbers _, Datum.Opaque _ -> visit.apply(datum);
        };
    }

    private Datum mark(Datum datum) {
        switch (datum) {
            case Datum.Scalar scalar -> {
                bytesToRename += OBJECT;
                machine.workspace.tape().need(scalar.node());
            }
            case Tensor tensor
            when tensor.hasHistory() -> {
                bytesToRename += 3L * OBJECT + (tensor.isRun() ? 0 : (long) Integer.BYTES * tensor.size());
                Tape tape = machine.workspace.tape();
                if (tensor.isRun()) {
                    tape.need(tensor.node(0), tensor.size());
                } else {
                    for (int i = 0; i < tensor.size(); i++) {
                        tape.need(tensor.node(i));
                    }
                }
            }
            case Datum.Inert _, Datum.Numbers _, Datum.Items _, Datum.Opaque _ -> {}
        }
        return datum;
    }

    /** Inputs that something leads to; all leaves of such an input are kept together. */
    private List<Input> liveInputs(Tape tape) {
        List<Input> live = new ArrayList<>();
        for (Input input : machine.workspace.inputs().all()) {
            boolean needed = input.size() == 0 || input.node(0) < frame.base;
            for (int i = 0; i < input.size() && !needed; i++) {
                needed = tape.isNeeded(input.node(i));
            }
            if (needed) {
                live.add(input);
                for (int i = 0; i < input.size(); i++) {
                    tape.need(input.node(i));
                }
            }
        }
        return live;
    }

    private static Datum move(Datum datum, Relocation moved) {
        return switch (datum) {
            case Datum.Scalar scalar -> new Datum.Scalar(moved.apply(scalar.node()));
            case Tensor tensor
            when tensor.hasHistory() && tensor.size() > 0 -> {
                if (tensor.isRun()) {
                    yield tensor.withRun(moved.apply(tensor.node(0)));
                }
                int[] nodes = tensor.nodes();
                for (int i = 0; i < nodes.length; i++) {
                    nodes[i] = moved.apply(nodes[i]);
                }
                yield tensor.withNodes(nodes);
            }
            case Datum.Inert _, Datum.Numbers _, Datum.Items _, Datum.Opaque _ -> datum;
        };
    }
}
