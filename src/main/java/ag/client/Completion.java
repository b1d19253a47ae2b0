package ag.client;

import ag.assist.Suggestion;
import java.util.List;

/**
 * What can take the place of the word at the cursor.
 *
 * @param start where the word begins, in units of UTF-16
 * @param end where it ends: the cursor
 * @param suggestions what can stand there, all beginning as the word does
 * @param lack why nothing can stand there yet, in a sentence; mostly empty
 */
public record Completion(int start, int end, List<Suggestion> suggestions, String lack) {
    public Completion {
        suggestions = List.copyOf(suggestions);
    }
}
