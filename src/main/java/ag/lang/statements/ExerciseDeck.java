package ag.lang.statements;

import ag.data.RandomSource;
import ag.lang.algebra.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Exercises for a rule, one after the other: each form once before any comes again. The same random numbers give the same exercises. */
final class ExerciseDeck {
    private static final int MOST_ALIKE = 50;

    private final RandomSource random;
    private final List<? extends Supplier<Term>> sources;
    private final List<Supplier<Term>> left = new ArrayList<>();
    private final Set<Term> seen = new HashSet<>();

    ExerciseDeck(ExerciseRule rule, int level, RandomSource random) {
        this.random = random;
        List<ExerciseForms.Form> forms = rule.forms(level);
        sources = forms.isEmpty()
                ? Arrays.stream(ExerciseRule.values())
                        .filter(other -> !other.forms(level).isEmpty())
                        .map(other -> new ExerciseDeck(other, level, random))
                        .map(deck -> (Supplier<Term>) deck::next)
                        .toList()
                : forms.stream()
                        .map(form -> (Supplier<Term>) () -> form.made(random))
                        .toList();
    }

    /** What is to be derived by x: an exercise that has not been asked yet, as far as there are any. */
    Term next() {
        Term function = ExerciseRule.X;
        // Two rounds have each form at least once, wherever the present one stands.
        for (int forms = 0; forms < 2 * sources.size(); forms++) {
            if (left.isEmpty()) {
                left.addAll(sources);
            }
            Supplier<Term> source = left.remove(random.integer(left.size()));
            for (int tries = 0; tries < MOST_ALIKE; tries++) {
                function = source.get();
                if (seen.add(function)) {
                    return function;
                }
            }
        }
        return function;
    }
}
