package ag.data;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the name that was probably meant by a misspelt one: the one with the fewest single-letter changes (insert,
 * delete, replace, swap neighbours; the restricted Damerau-Levenshtein distance), capitals counting for nothing.
 */
final class NearestName {
    private NearestName() {}

    /** The nearest of {@code names}, if it is near enough to be a slip: a change for every three letters, at least one. */
    static Optional<String> of(String misspelt, Collection<String> names) {
        return names.stream()
                .filter(name -> changes(misspelt, name) <= Math.max(1, misspelt.length() / 3))
                // With every letter changed, nothing is left that speaks for the name.
                .filter(name -> changes(misspelt, name) < Math.max(misspelt.length(), name.length()))
                .min(Comparator.comparingInt((String name) -> changes(misspelt, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int changes(String a, String b) {
        return distance(a.toLowerCase(Locale.ROOT), b.toLowerCase(Locale.ROOT));
    }

    static int distance(String a, String b) {
        int[][] changes = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                changes[i][j] = i == 0 ? j : j == 0 ? i : cheapest(changes, a, i, b, j);
            }
        }
        return changes[a.length()][b.length()];
    }

    private static int cheapest(int[][] changes, String a, int i, String b, int j) {
        int replaced = changes[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int fewest = Math.min(replaced, 1 + Math.min(changes[i - 1][j], changes[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(fewest, changes[i - 2][j - 2] + 1) : fewest;
    }
}
