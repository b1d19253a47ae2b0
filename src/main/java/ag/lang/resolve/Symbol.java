package ag.lang.resolve;

import ag.lang.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a program names. Two names of the same spelling in two functions are two symbols.
 *
 * @param name its name; all spellings of a name, such as {@code x_1} and {@code x₁}, share one
 * @param extent the function, loop or comprehension in which the name is known; null for a name of the whole program
 */
public record Symbol(String name, @Nullable Span extent) {
    /** What a name was made as. */
    public enum Kind {
        INPUT,
        VALUE,
        FUNCTION,
        PARAMETER,
        /** What runs through a loop, a comprehension or a plot. */
        VARIABLE,
        MODEL,
        DATA
    }

    /** Whether it is known in the whole program. */
    public boolean isGlobal() {
        return extent == null;
    }
}
