package ag.lang.resolve;

import ag.lang.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A place where a program names something.
 *
 * @param name how the name is spelled there
 * @param span where
 * @param kind what it is made as; null where it is not given a meaning
 * @param whole the statement that gives it its meaning; null where it is not given one
 * @param later whether it is read only when a function is called
 */
public record Occurrence(
        Symbol symbol,
        String name,
        Span span,
        Use use,
        Symbol.@Nullable Kind kind,
        @Nullable Span whole,
        boolean later) {
    /** What is done with a name. */
    public enum Use {
        /** It is given a meaning. */
        DEFINED,
        /** What it stands for changes, as by {@code set x = 2} and {@code c += 1}; it has a meaning before. */
        CHANGED,
        READ,
        /** A word of a block such as {@code train}, which may mean something there alone, as in {@code layer 16 tanh}. */
        PERHAPS
    }

    public boolean isDefinition() {
        return use == Use.DEFINED;
    }

    public boolean isReading() {
        return use == Use.READ || use == Use.CHANGED;
    }
}
