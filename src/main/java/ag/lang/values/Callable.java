package ag.lang.values;

import ag.lang.source.Span;
import java.util.Arrays;
import java.util.List;

/** A function value: a built-in, one defined in the program, a derivative of one, or a model. */
public non-sealed interface Callable extends Datum.Function {
    String name();

    /** How it is called, such as {@code f(x, y)}. */
    String signature();

    /** What its arguments are called, those that may be left out included. */
    default List<String> parameters() {
        String signature = signature();
        String inside = signature.substring(signature.indexOf('(') + 1, signature.indexOf(')'));
        return inside.isBlank()
                ? List.of()
                : Arrays.stream(inside.split(","))
                        .map(parameter -> parameter.strip().replaceFirst(" .*", ""))
                        .toList();
    }

    /** The number of arguments it takes where that is fixed, otherwise -1. */
    int arity();

    Datum call(Workspace workspace, Arguments arguments);

    /** Whether in {@code f(v for …)} it takes each v for itself, as a sum does: of vectors it makes a vector. */
    default boolean goesThroughItems() {
        return false;
    }

    /** Whether of plain numbers it gives the very numbers that it gives of the same with a history: it takes no derivative by itself. */
    default boolean needsNoHistory() {
        return false;
    }

    /**
     * Applies it to its own result, a given number of times.
     *
     * @param plain whether plain numbers will do
     */
    default Datum repeated(Workspace workspace, Datum start, int times, boolean plain, Span span, int site) {
        Datum value = start;
        for (int i = 0; i < times; i++) {
            workspace.checkStop(span);
            value = call(workspace, span, site, value);
        }
        return value;
    }

    /** Calls it with unnamed arguments. */
    default Datum call(Workspace workspace, Span span, int site, Datum... arguments) {
        return call(workspace, Arguments.of(span, site, arguments));
    }
}
