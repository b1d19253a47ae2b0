package ag.lang.mistakes;

import ag.lang.algebra.Equality;
import ag.lang.algebra.Letters;
import ag.lang.algebra.PointEvaluation;
import ag.lang.algebra.Term;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.DoublePredicate;

/** An answer: a formula or a number. */
sealed interface Answered {
    /** Whether this is the answer that was given. */
    boolean is(Term candidate);

    /** Whether two mistakes at once are looked for. */
    boolean tellsMuch();

    /** Whether the answer itself shows a mistake. */
    boolean has(Mistake.Trait trait, Mistake.Task task);

    /**
     * A formula. Most candidates differ from it at the first point; one that does not is compared as a formula.
     *
     * @param points where it has a value, and that value
     */
    record Formula(Term answer, Map<Map<Term.Letter, Double>, Double> points) implements Answered {
        private static final long SEED = 7;
        private static final int MOST_POINTS = 40;
        private static final int ENOUGH = 5;
        private static final double ROUGH = 1e-6;

        /** Two mistakes together come to x, x², 1/x or ln(x) by chance; to x·cos(x) hardly. */
        private static final long SHORT = 3;

        static Formula of(Term function, List<Term.Letter> by, Term answer) {
            Set<Term.Letter> letters = new LinkedHashSet<>(Letters.in(function));
            letters.addAll(by);
            letters.addAll(Letters.in(answer));
            Random random = new Random(SEED);
            Map<Map<Term.Letter, Double>, Double> points = new LinkedHashMap<>();
            for (int i = 0; i < MOST_POINTS && points.size() < ENOUGH; i++) {
                Map<Term.Letter, Double> point = new HashMap<>();
                // Near 1 most formulas have a value; elsewhere are those of which some part is negative.
                letters.forEach(letter ->
                        point.put(letter, points.size() < 2 ? 0.2 + random.nextDouble() : 6 * random.nextDouble() - 3));
                double value = PointEvaluation.of(answer, point);
                if (Double.isFinite(value)) {
                    points.put(point, value);
                }
            }
            return new Formula(answer, points);
        }

        @Override
        public boolean is(Term candidate) {
            for (Map.Entry<Map<Term.Letter, Double>, Double> point : points.entrySet()) {
                double value = PointEvaluation.of(candidate, point.getKey());
                double answered = point.getValue();
                if (Double.isFinite(value)
                        && Math.abs(value - answered)
                                > ROUGH * Math.max(1, Math.max(Math.abs(value), Math.abs(answered)))) {
                    return false;
                }
            }
            return Equality.equal(candidate, answer);
        }

        @Override
        public boolean tellsMuch() {
            return answer.size() + (hasFunction(answer) ? 1 : 0) > SHORT;
        }

        private static boolean hasFunction(Term term) {
            return term instanceof Term.Apply || term.parts().stream().anyMatch(Formula::hasFunction);
        }

        @Override
        public boolean has(Mistake.Trait trait, Mistake.Task task) {
            return trait.has(task, answer);
        }
    }

    /** A number at a point. */
    record AtPoint(Map<Term.Letter, Double> at, DoublePredicate meant) implements Answered {
        @Override
        public boolean is(Term candidate) {
            double value = PointEvaluation.of(candidate, at);
            return Double.isFinite(value) && meant.test(value);
        }

        @Override
        public boolean tellsMuch() {
            return false;
        }

        @Override
        public boolean has(Mistake.Trait trait, Mistake.Task task) {
            return false;
        }
    }
}
