package ag.lang.interpreter;

import ag.data.RandomSource;
import ag.lang.values.Datum;
import ag.lang.values.Evaluation;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A formula whose course was chosen by values: by an {@code if}, an index, a loop's end. The tape alone can recompute any other
 * formula after {@code set}; this one is evaluated again, with the names as they stood when it was written.
 */
public final class Definition implements Held {
    private final int serial;
    private final Code code;
    private final Frame frame;
    private final Map<Cell, @Nullable Datum> captured;
    private final @Nullable RandomSource random;
    private Datum value;
    private long version;

    /** @param random the random numbers as they stood before the formula drew any; null where it drew none */
    Definition(Machine machine, Code code, Frame frame, Set<Cell> names, @Nullable RandomSource random, Datum value) {
        this.serial = machine.nextSerial();
        this.code = code;
        this.frame = frame.copy();
        this.captured = Captured.of(names, frame);
        this.random = random;
        this.value = value;
        this.version = machine.workspace.inputs().version();
    }

    /** An item of a formula that gives several; it is evaluated again with all of them. */
    static Definition item(Machine machine, Definition all, Code item, Datum value) {
        Frame frame = Frame.call(machine, 1, null);
        frame.slots[0] = all;
        Definition definition = new Definition(machine, item, frame, Set.of(), null, value);
        definition.version = all.version;
        return definition;
    }

    /** The value as it was when last evaluated, up to date or not. */
    public Datum last() {
        return value;
    }

    public Frame frame() {
        return frame;
    }

    public Map<Cell, @Nullable Datum> captured() {
        return captured;
    }

    void relocate(Datum moved) {
        value = moved;
    }

    /** The value, evaluated again if an input has changed. Formulas it is built on come first, oldest first: no deep recursion. */
    Datum current(Machine machine) {
        if (version != machine.workspace.inputs().version()) {
            for (Definition stale : staleAncestors(machine)) {
                stale.rebuild(machine);
            }
        }
        return value;
    }

    private void rebuild(Machine machine) {
        Map<Cell, @Nullable Datum> present = new LinkedHashMap<>();
        captured.forEach((cell, then) -> {
            present.put(cell, cell.value);
            cell.value = then;
        });
        RandomSource now = machine.workspace.randomNow();
        if (random != null) {
            machine.workspace.random(random.copy());
        }
        try (Evaluation _ = machine.workspace.evaluation().again()) {
            value = code.run(frame.copy());
            version = machine.workspace.inputs().version();
            machine.rebuilt();
        } finally {
            present.forEach((cell, datum) -> cell.value = datum);
            machine.workspace.random(now);
        }
    }

    private Set<Definition> staleAncestors(Machine machine) {
        TreeSet<Definition> stale =
                new TreeSet<>(Comparator.comparingInt((Definition definition) -> definition.serial));
        Deque<Definition> open = new ArrayDeque<>();
        open.add(this);
        while (!open.isEmpty()) {
            Definition next = open.remove();
            if (next.version != machine.workspace.inputs().version() && stale.add(next)) {
                next.captured.values().forEach(datum -> {
                    if (datum instanceof Definition definition) {
                        open.add(definition);
                    }
                });
                for (Frame at = next.frame; at != null; at = at.outer) {
                    for (Datum datum : at.slots) {
                        if (datum instanceof Definition definition) {
                            open.add(definition);
                        }
                    }
                }
            }
        }
        return stale;
    }
}
