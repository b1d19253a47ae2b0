package ag.lang.statements;

import ag.data.RandomSource;
import ag.lang.algebra.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A worksheet: exercises for one rule. The same settings give the same exercises, so that a key and marks can be made for them later.
 *
 * @param level 1 to {@link ExerciseRule#LEVELS}
 */
record Sheet(ExerciseRule rule, int level, long seed, int count) {
    private static final int MOST_ALIKE = 50;

    List<Exercise> exercises() {
        RandomSource random = new RandomSource(seed);
        Set<Term> seen = new HashSet<>();
        List<Exercise> exercises = new ArrayList<>();
        while (exercises.size() < count) {
            exercises.add(new Exercise(fresh(rule, level, random, seen), ExerciseRule.X));
        }
        return exercises;
    }

    /** An exercise that has not been asked yet, as far as there are any. */
    static Term fresh(ExerciseRule rule, int level, RandomSource random, Set<Term> seen) {
        Term function = rule.function(random, level);
        for (int tries = 0; !seen.add(function) && tries < MOST_ALIKE; tries++) {
            function = rule.function(random, level);
        }
        return function;
    }
}
