package ag.lang.source;

import java.util.List;

/**
 * A message about a place in a program: what is wrong, in the terms of the language, and the way out.
 *
 * @param error the kind of mistake
 * @param message what is wrong, a sentence without a full stop
 * @param span where
 * @param hint what to do; empty where there is nothing to add
 * @param labels further places that belong to the mistake, each with a word about it
 */
public record Diagnostic(ErrorCode error, String message, Span span, String hint, List<Label> labels) {
    public Diagnostic {
        labels = List.copyOf(labels);
    }

    public Diagnostic(ErrorCode error, String message, Span span, String hint) {
        this(error, message, span, hint, List.of());
    }

    /** A short stable name of the kind of mistake, such as {@code unknown-name}. */
    public String code() {
        return error.text();
    }

    /** A place that belongs to a mistake, such as where a name was defined. */
    public record Label(Span span, String text) {}

    /** The same message with one more place. */
    public Diagnostic with(Label label) {
        return new Diagnostic(error, message, span, hint, List.of(label));
    }
}
