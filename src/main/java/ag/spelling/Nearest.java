package ag.spelling;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the name a misspelt one was probably meant to be. */
public final class Nearest {
    /** Words up to this length have too many neighbours for any but the likeliest slips to count. */
    private static final int SHORT = 5;

    private Nearest() {}

    /**
     * The nearest candidate, if one is near: about one slip for every three letters, in a short word one at most,
     * and never enough to leave no letter of
     * either name, or every unknown letter would be taken for the constant e. Ties go to a name of the same length, then to the
     * first in the alphabet.
     */
    public static Optional<String> to(String name, Collection<String> candidates) {
        int allowed = allowed(name);
        return candidates.stream()
                .filter(candidate -> !candidate.equals(name))
                .filter(candidate -> Math.abs(candidate.length() - name.length()) <= allowed)
                .filter(candidate ->
                        distance(name, candidate) <= Math.min(allowed, Math.min(name.length(), candidate.length()) - 1))
                .min(Comparator.comparingInt((String candidate) -> distance(name, candidate))
                        // Swapped letters are a likelier slip than a missing one: tahn is tanh, not tan.
                        .thenComparingInt(candidate -> Math.abs(candidate.length() - name.length()))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int allowed(String name) {
        return name.length() <= SHORT ? 1 : (name.length() + 2) / 3;
    }

    /**
     * The changes (a letter added, left out, changed, or two neighbours swapped) that lead from one name to the other, letter case
     * aside: the restricted Damerau-Levenshtein distance, of whose table three rows are enough.
     */
    static int distance(String from, String to) {
        String a = from.toLowerCase(Locale.ROOT);
        String b = to.toLowerCase(Locale.ROOT);
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = IntStream.rangeClosed(0, b.length()).toArray();
        for (int i = 1; i <= a.length(); i++) {
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], 1 + beforeLast[j - 2]);
                }
            }
        }
        return row[b.length()];
    }
}
