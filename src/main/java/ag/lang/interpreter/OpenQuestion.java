package ag.lang.interpreter;

import java.util.List;
import java.util.Optional;

/**
 * A derivative that was guessed wrongly: what helps on, and the answer. Plain text, so that nothing on the tape is held.
 *
 * @param asked what was guessed, as it was typed
 * @param hints the first names the rule, later ones tell parts; none of them the answer
 * @param answer the answer, and the steps that lead to it
 * @param given how many hints have been given
 */
public record OpenQuestion(String asked, List<String> hints, List<String> answer, int given) {
    public OpenQuestion {
        hints = List.copyOf(hints);
        answer = List.copyOf(answer);
    }

    /** The next hint; empty where all have been given. */
    public Optional<String> hint() {
        return given < hints.size() ? Optional.of(hints.get(given)) : Optional.empty();
    }

    /** The same with one hint fewer to come. */
    public OpenQuestion hinted() {
        return new OpenQuestion(asked, hints, answer, Math.min(given + 1, hints.size()));
    }

    /** Whether the same was guessed; its hints then go on where they stood. */
    public boolean isSame(OpenQuestion other) {
        return other.asked.equals(asked) && other.hints.equals(hints);
    }
}
