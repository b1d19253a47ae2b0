package ag.lang.values;

import java.util.IdentityHashMap;
import java.util.function.Supplier;

/**
 * What the running statement has changed so far. A statement that fails puts it back, so that each is whole or not at all.
 *
 * <p>It holds numbers and plain objects only: what names lead to moves about while a statement runs, and is remembered with them.
 */
public final class Undo {
    private final IdentityHashMap<Object, Runnable> ways = new IdentityHashMap<>();

    /** A statement begins; what is as it is now is what comes back. */
    public void begin() {
        ways.clear();
    }

    /**
     * A thing is about to change.
     *
     * @param way gives what puts the thing back to what it is now; asked at its first change in a statement
     */
    public void before(Object thing, Supplier<Runnable> way) {
        if (!ways.containsKey(thing)) {
            ways.put(thing, way.get());
        }
    }

    /** Puts everything back. */
    public void undo() {
        ways.values().forEach(Runnable::run);
        ways.clear();
    }
}
