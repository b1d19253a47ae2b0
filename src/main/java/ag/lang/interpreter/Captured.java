package ag.lang.interpreter;

import ag.lang.values.Datum;
import ag.lang.values.KeepsValues;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names that a formula depends on, with what they stand for: those written in it, and those of every function that it
 * can reach, wherever the function stands: under a name, in a list, behind a prime, in a network, among a call's local names.
 */
public final class Captured {
    private final Map<Cell, @Nullable Datum> names = new LinkedHashMap<>();
    private final Deque<Cell> open = new ArrayDeque<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private Captured() {}

    public static Map<Cell, @Nullable Datum> of(Set<Cell> written, Frame frame) {
        Captured captured = new Captured();
        written.forEach(captured::name);
        captured.frame(frame);
        while (!captured.open.isEmpty()) {
            captured.value(captured.open.remove().value);
        }
        return captured.names;
    }

    private void name(Cell cell) {
        if (seen.add(cell)) {
            names.put(cell, cell.value);
            open.add(cell);
        }
    }

    private void frame(@Nullable Frame start) {
        for (Frame at = start; at != null && seen.add(at); at = at.outer) {
            for (Datum held : at.slots) {
                value(held);
            }
        }
    }

    private void value(@Nullable Datum datum) {
        switch (datum) {
            case Closure closure -> {
                closure.code().names().forEach(this::name);
                frame(closure.outer());
            }
            case DerivativeOf derivative -> value(derivative.function());
            case KeepsValues function -> function.functions().forEach(this::value);
            case HoldsFunctions net -> net.activations().forEach(this::value);
            case Datum.Items list
            when !list.isConstant() && seen.add(list) -> list.items().forEach(this::value);
            case Held held -> value(Held.peeled(held));
            case null -> {}
            case Datum.Inert _, Datum.Scalar _, Datum.Numbers _, Datum.Items _, Datum.Opaque _ -> {}
        }
    }
}
