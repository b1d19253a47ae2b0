package ag.repl;

import java.util.Optional;
import org.jline.reader.History;

/** Goes back and forth through the entries of the history that begin with what was typed. */
final class Recall {
    /** What was typed before the first step, which comes back behind the newest entry. */
    private String draft = "";

    private String prefix = "";
    /** The entry that the last step brought; a step from any other text begins again. */
    private String shown = "";

    private int index;

    /**
     * The next entry that begins as the typed text does; empty where there is none.
     *
     * @param typed what stands on the line, of which the part before the cursor counts
     * @param step -1 for an older entry, 1 for a newer one
     */
    Optional<String> entry(History history, String typed, int cursor, int step) {
        int end = history.last() + 1;
        if (typed.isEmpty() || !typed.equals(shown)) {
            draft = typed;
            prefix = typed.substring(0, cursor);
            index = end;
        }
        for (int i = index + step; i >= history.first() && i <= end; i += step) {
            String entry = i == end ? draft : history.get(i);
            if (entry.startsWith(prefix) && !entry.equals(typed)) {
                index = i;
                shown = entry;
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }
}
