package ag.lang.algebra;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

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
        } else if (term instanceof Term.Integral(Term of, Term.Letter by, Term from, Term to)) {
            Set<Term.Letter> inside = in(of);
            inside.remove(by);
            found.addAll(inside);
            collect(from, found);
            collect(to, found);
        } else {
            term.parts().forEach(part -> collect(part, found));
        }
    }

    /** Whether a formula has this letter in it. */
    public static boolean contains(Term term, Term.Letter letter) {
        if (term instanceof Term.Integral(Term _, Term.Letter by, Term from, Term to) && by.equals(letter)) {
            return contains(from, letter) || contains(to, letter);
        }
        return term.equals(letter) || term.parts().stream().anyMatch(part -> contains(part, letter));
    }

    /** The formula with another formula in the place of each of these letters, all at once. */
    public static Term replaced(Term term, Map<Term.Letter, Term> by) {
        if (term instanceof Term.Letter letter) {
            return by.getOrDefault(letter, letter);
        }
        return term instanceof Term.Integral integral ? replaced(integral, by) : term.map(part -> replaced(part, by));
    }

    /** The letter of an integral keeps its meaning inside of it; where what is put in has the same letter, it is given another name. */
    private static Term replaced(Term.Integral integral, Map<Term.Letter, Term> by) {
        Map<Term.Letter, Term> inside = new HashMap<>(by);
        inside.remove(integral.by());
        inside.keySet().retainAll(in(integral.of()));
        Set<Term.Letter> taken = in(integral.of());
        inside.values().forEach(value -> taken.addAll(in(value)));
        Term.Letter own = integral.by();
        if (inside.values().stream().anyMatch(value -> contains(value, integral.by()))) {
            own = free(own.name(), taken);
            inside.put(integral.by(), own);
        }
        return new Term.Integral(
                replaced(integral.of(), inside), own, replaced(integral.from(), by), replaced(integral.to(), by));
    }

    /** A letter of this name, with a number behind it where the name is taken. */
    static Term.Letter free(String name, Set<Term.Letter> taken) {
        return Stream.concat(
                        Stream.of(name), Stream.iterate(1, number -> number + 1).map(number -> name + number))
                .map(Term.Letter::new)
                .filter(letter -> !taken.contains(letter))
                .findFirst()
                .orElseThrow();
    }
}
