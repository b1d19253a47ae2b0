package ag.lang.algebra;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The letters of formulas. */
public final class Letters {
    private Letters() {}

    /** All letters in a formula, in the order in which they are met. */
    public static Set<Term.Letter> in(Term term) {
        Set<Term.Letter> found = new LinkedHashSet<>();
        collect(term, found);
        return found;
    }

    private static void collect(Term term, Set<Term.Letter> found) {
        if (term instanceof Term.Letter letter) {
            found.add(letter);
        }
        term.parts().forEach(part -> collect(part, found));
    }

    /** Whether a formula has this letter in it. */
    public static boolean contains(Term term, Term.Letter letter) {
        return term.equals(letter) || term.parts().stream().anyMatch(part -> contains(part, letter));
    }

    /** The formula with another formula in the place of each of these letters, all at once. */
    public static Term replaced(Term term, Map<Term.Letter, Term> by) {
        return term instanceof Term.Letter letter
                ? by.getOrDefault(letter, letter)
                : term.map(part -> replaced(part, by));
    }
}
