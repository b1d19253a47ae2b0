package ag.lang.statements;

import ag.lang.algebra.Term;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The rules that {@code practice chain rule} makes exercises for, harder from level to level. */
enum ExerciseRule {
    POWER,
    PRODUCT,
    QUOTIENT,
    CHAIN,
    /** One of the others after the other. */
    MIXED;

    /** The highest level. */
    static final int LEVELS = 3;

    static final Term.Letter X = ExerciseForms.X;

    /** The forms of its exercises at a level from 1 to {@link #LEVELS}; none where it takes those of the other rules. */
    List<ExerciseForms.Form> forms(int level) {
        return switch (this) {
            case POWER -> ExerciseForms.POWER.get(level - 1);
            case PRODUCT -> ExerciseForms.PRODUCT.get(level - 1);
            case QUOTIENT -> ExerciseForms.QUOTIENT.get(level - 1);
            case CHAIN -> ExerciseForms.CHAIN.get(level - 1);
            case MIXED -> List.of();
        };
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
