package ag.lang.statements;

import ag.lang.algebra.Term;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The rules that {@code practice chain rule} makes exercises for, harder from level to level. */
enum ExerciseRule {
    POWER(ExerciseForms.POWER),
    PRODUCT(ExerciseForms.PRODUCT),
    QUOTIENT(ExerciseForms.QUOTIENT),
    CHAIN(ExerciseForms.CHAIN),
    /** One of the others after the other. */
    MIXED(List.of());

    /** The highest level. */
    static final int LEVELS = 3;

    static final Term.Letter X = ExerciseForms.X;

    private final List<List<ExerciseForms.Form>> levels;

    ExerciseRule(List<List<ExerciseForms.Form>> levels) {
        this.levels = levels;
    }

    /** The forms of its exercises at a level from 1 to {@link #LEVELS}; none where it takes those of the other rules. */
    List<ExerciseForms.Form> forms(int level) {
        return levels.isEmpty() ? List.of() : levels.get(level - 1);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ExerciseRule> of(String word) {
        return Arrays.stream(values()).filter(rule -> rule.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(ExerciseRule::word).toList();
    }
}
