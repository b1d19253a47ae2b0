package ag.lang.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name a misspelt one was probably meant to be. */
public final class Nearest {
    private Nearest() {}

    /**
     * The nearest candidate, if one is near: about one slip for every three letters, and never so many that no letter is left of
     * either name, or every unknown letter would be taken for the constant e. Ties go to a name of the same length, then to the
     * first in the alphabet.
     */
    public static Optional<String> to(String name, Collection<String> candidates) {
        int allowed = (name.length() + 2) / 3;
        return candidates.stream()
                .filter(candidate -> !candidate.equals(name))
                .filter(candidate ->
                        distance(name, candidate) <= Math.min(allowed, Math.min(name.length(), candidate.length()) - 1))
                .min(Comparator.comparingInt((String candidate) -> distance(name, candidate))
                        // Swapped letters are a likelier slip than a missing one: tahn is tanh, not tan.
                        .thenComparingInt(candidate -> Math.abs(candidate.length() - name.length()))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Edits (a letter added, left out, changed, or two swapped) between the names, letter case aside. */
    static int distance(String from, String to) {
        String a = from.toLowerCase(Locale.ROOT);
        String b = to.toLowerCase(Locale.ROOT);
        if (Math.abs(a.length() - b.length()) > 4) {
            return Integer.MAX_VALUE;
        }
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                int best = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    best = Math.min(best, cost[i - 2][j - 2] + 1);
                }
                cost[i][j] = best;
            }
        }
        return cost[a.length()][b.length()];
    }
}
