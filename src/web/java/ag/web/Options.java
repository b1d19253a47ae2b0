package ag.web;

import ag.session.Interruption;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSObject;

/**
 * What a session may do.
 *
 * @param maxTime milliseconds for all programs together; NaN for no limit
 * @param maxNodes how many values it may hold; NaN for no limit
 * @param seed of the random numbers; NaN for the language's own
 * @param given what JavaScript gave: files by name, answers, a function that is told each result
 */
record Options(
        double maxTime,
        double maxNodes,
        double seed,
        @Nullable JSObject given) {
    static Options none() {
        return new Options(Double.NaN, Double.NaN, Double.NaN, null);
    }

    static Options of(@Nullable JSObject given) {
        return new Options(Js.number(given, "maxTime"), Js.number(given, "maxNodes"), Js.number(given, "seed"), given);
    }

    /** @param clock nanoseconds */
    Interruption limits(LongSupplier clock) {
        return Interruption.limits(
                Double.isNaN(maxTime) ? Long.MAX_VALUE : (long) (maxTime * 1e6),
                Double.isNaN(maxNodes) ? Long.MAX_VALUE : (long) maxNodes,
                clock);
    }

    /** How wide the lines of a text may be. */
    int columns() {
        double columns = Js.number(given, "columns");
        return Double.isNaN(columns) ? Integer.MAX_VALUE : (int) columns;
    }

    @Nullable
    String file(String path) {
        return Js.text(given, "files", path);
    }

    /** Whether someone is there to answer; if not, a program that asks gives what it would ask. */
    boolean hasAnswers() {
        return Js.has(given, "answers");
    }

    @Nullable
    String answer(int number) {
        return Js.text(given, "answers", Integer.toString(number));
    }

    Consumer<JSObject> listener() {
        return shown -> Js.call(given, "onResult", shown);
    }
}
