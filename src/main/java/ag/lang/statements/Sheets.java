package ag.lang.statements;

import ag.data.RandomSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.LongStream;

/**
 * Worksheets, one for each seed. The same settings give the same exercises, so that a key and marks can be made for them later.
 *
 * @param rule what exercises are made for; empty where they are a teacher's own
 * @param level 1 to {@link ExerciseRule#LEVELS}
 * @param count how many exercises a sheet has; empty where nothing was said
 * @param seeds the first and the last one; empty where nothing was said
 */
record Sheets(Optional<ExerciseRule> rule, int level, OptionalInt count, Optional<Seeds> seeds) {
    private static final int STANDARD_COUNT = 10;

    record Seeds(long first, long last) {}

    List<Long> numbers() {
        Seeds all = seeds.orElse(new Seeds(0, 0));
        return LongStream.rangeClosed(all.first, all.last).boxed().toList();
    }

    boolean areSeveral() {
        return numbers().size() > 1;
    }

    /**
     * The exercises of a sheet.
     *
     * @param own a teacher's own, which a seed puts in another order
     */
    List<Exercise> exercises(long seed, List<Exercise> own) {
        RandomSource random = new RandomSource(seed);
        List<Exercise> exercises = new ArrayList<>();
        if (rule.isPresent()) {
            ExerciseDeck deck = new ExerciseDeck(rule.get(), level, random);
            for (int i = 0; i < count.orElse(STANDARD_COUNT); i++) {
                exercises.add(new Exercise(deck.next(), ExerciseRule.X));
            }
            return exercises;
        }
        List<Exercise> left = new ArrayList<>(own);
        for (int i = 0; i < count.orElse(own.size()); i++) {
            exercises.add(left.remove(seeds.isEmpty() ? 0 : random.integer(left.size())));
        }
        return exercises;
    }
}
