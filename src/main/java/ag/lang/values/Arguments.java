package ag.lang.values;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of one call with the places they were typed at.
 *
 * @param site the place of the call as {@link Workspace#site} numbers it
 * @param names a name for each argument such as {@code noise = 0.1}, or null; null altogether where none is named
 * @param reevaluation null where they cannot be evaluated once more, or no one will ask
 */
public record Arguments(
        Datum[] values,
        @Nullable String @Nullable [] names,
        Span span,
        int site,
        List<Span> spans,
        @Nullable Reevaluation reevaluation) {

    /** Evaluates an argument once more while an input holds another number, and looks at what it gives. */
    @FunctionalInterface
    public interface Reevaluation {
        double with(int argument, int input, double number, ToDoubleFunction<Datum> look);
    }

    public static Arguments of(Span span, int site, Datum... values) {
        return new Arguments(values, null, span, site, List.of(), null);
    }

    public int count() {
        return values.length;
    }

    public Datum get(int index) {
        return values[index];
    }

    /** Where the argument was typed; the whole call for one that was not. */
    public Span spanOf(int index) {
        return index < spans.size() ? spans.get(index) : span;
    }

    public boolean hasNames() {
        return names != null;
    }

    public AgException problem(int index, ErrorCode error, String message, String hint) {
        return new AgException(error, message, spanOf(index), hint);
    }
}
