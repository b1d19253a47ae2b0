package ag.lang.interpreter;

import ag.lang.reading.Meaning;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names seen while a function, or a top-level statement, is turned into code. */
public final class Scope {
    private final Map<String, Integer> slots = new HashMap<>();
    private final Set<Cell> names = new LinkedHashSet<>();
    private final Set<Integer> derived = new LinkedHashSet<>();
    /** Global names that are given a function by a statement before, in a block that has not run yet. */
    private final Map<String, Meaning.Function> functions = new HashMap<>();

    private final @Nullable Scope outer;
    private final boolean function;
    private int size;
    private boolean changesInputs;

    Scope(@Nullable Scope outer, boolean function) {
        this.outer = outer;
        this.function = function;
    }

    @Nullable
    Scope outer() {
        return outer;
    }

    /** Whether assignments make local names, as in a function, or global ones, as at the top level. */
    public boolean isFunction() {
        return function;
    }

    /** The local names of this scope with their slots. */
    Map<String, Integer> locals() {
        return Map.copyOf(slots);
    }

    /** Whether there are names here, or around, that are not global. */
    boolean hasLocals() {
        return !slots.isEmpty() || (outer != null && outer.hasLocals());
    }

    /** Whether what is compiled here runs later than what is known now: a name may mean something by then. */
    boolean isLater() {
        return function || (outer != null && outer.isLater());
    }

    /** The slot of a local name of this scope; null where it has none. */
    @Nullable
    public Integer slot(String name) {
        return slots.get(name);
    }

    /** Whether a name is one of this scope or of one around it. */
    public boolean isLocal(String name) {
        return slots.containsKey(name) || (outer != null && outer.isLocal(name));
    }

    /** Tells what a global name will be once this far; null for no function. */
    void willBe(String name, Meaning.@Nullable Function function) {
        if (function == null) {
            functions.remove(name);
        } else {
            functions.put(name, function);
        }
    }

    /** The function that a global name will be; null where that is not known. */
    Meaning.@Nullable Function coming(String name) {
        Meaning.Function coming = functions.get(name);
        return coming == null && outer != null ? outer.coming(name) : coming;
    }

    int declare(String name) {
        return slots.computeIfAbsent(name, n -> size++);
    }

    /** A fresh slot for a name that hides one of the same spelling; {@link #restore} ends that. */
    @Nullable
    public Integer hide(String name) {
        Integer before = slots.get(name);
        slots.put(name, size++);
        return before;
    }

    /** Lets a name mean a slot that was made before. */
    public void show(String name, int slot) {
        slots.put(name, slot);
    }

    public void restore(String name, @Nullable Integer before) {
        if (before == null) {
            slots.remove(name);
        } else {
            slots.put(name, before);
        }
    }

    /** A derivative is taken by a name. */
    void derives(String name) {
        Integer slot = slots.get(name);
        if (slot != null) {
            derived.add(slot);
        }
    }

    /** The slots of the names that derivatives are taken by. */
    Set<Integer> derived() {
        return derived;
    }

    int size() {
        return size;
    }

    /** The global names used, in this scope and the functions written in it. */
    Set<Cell> names() {
        return names;
    }

    void uses(Cell cell) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            scope.names.add(cell);
        }
    }

    void changesInputs() {
        changesInputs = true;
    }

    boolean doesChangeInputs() {
        return changesInputs;
    }
}
