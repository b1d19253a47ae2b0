package ag.lang.statements;

import static org.assertj.core.api.Assertions.assertThat;

import ag.data.RandomSource;
import ag.engine.Operation;
import ag.lang.algebra.PointEvaluation;
import ag.lang.algebra.Term;
import ag.lang.algebra.TextWriter;
import ag.lang.mistakes.Marking;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The exercises that {@code practice chain rule} makes. */
final class ExerciseTest {
    private static final double STEP = 1e-5;

    /** The slope by a central difference, which knows no rule. */
    private static double slope(Term function, double x) {
        return (value(function, x + STEP) - value(function, x - STEP)) / (2 * STEP);
    }

    private static double value(Term term, double x) {
        return PointEvaluation.of(term, Map.of(ExerciseRule.X, x));
    }

    @ParameterizedTest
    @EnumSource(ExerciseRule.class)
    void theAnswerOfAnExerciseIsItsSlope(ExerciseRule rule) {
        for (int level = 1; level <= ExerciseRule.LEVELS; level++) {
            for (int seed = 0; seed < 12; seed++) {
                Term function = rule.function(new RandomSource(seed), level);
                Term answer = new Exercise(function, ExerciseRule.X).answer(() -> {});
                for (double x : new double[] {0.31, 0.72}) {
                    double expected = slope(function, x);
                    assertThat(value(answer, x))
                            .as(TextWriter.text(function))
                            .isCloseTo(
                                    expected,
                                    org.assertj.core.data.Offset.offset(1e-5 * Math.max(1, Math.abs(expected))));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ExerciseRule.class)
    void theAnswerIsRightInItsFormAndWrongWithOneMore(ExerciseRule rule) {
        Term function = rule.function(new RandomSource(7), 2);
        Term answer = new Exercise(function, ExerciseRule.X).answer(() -> {});
        List<Term.Letter> by = List.of(ExerciseRule.X);

        assertThat(Marking.formula(function, by, answer, () -> {}).verdict()).isEqualTo(Marking.Verdict.RIGHT);
        assertThat(Marking.formula(function, by, Term.sum(answer, Term.ONE), () -> {})
                        .verdict())
                .isEqualTo(Marking.Verdict.WRONG);
    }

    /** Over a hundred right answers in odd forms: each is one, since it was made from one by a step that keeps its value. */
    @ParameterizedTest
    @EnumSource(ExerciseRule.class)
    void noOddFormOfARightAnswerIsCalledWrong(ExerciseRule rule) {
        Term x = ExerciseRule.X;
        Term one = Term.sum(Term.power(Term.apply(Operation.SIN, x), 2), Term.power(Term.apply(Operation.COS, x), 2));
        Term positive = Term.sum(Term.power(x, 2), Term.ONE);
        for (int seed = 0; seed < 4; seed++) {
            Term function = rule.function(new RandomSource(seed), 1 + seed % ExerciseRule.LEVELS);
            Term answer = new Exercise(function, ExerciseRule.X).answer(() -> {});
            Term half = Term.quotient(answer, Term.number(2));
            for (Term odd : List.of(
                    Term.sum(half, half),
                    Term.product(answer, one),
                    Term.quotient(Term.product(positive, answer), positive),
                    Term.negative(Term.negative(answer)),
                    Term.minus(Term.product(answer, positive), Term.product(answer, Term.power(x, 2))),
                    Term.sum(answer, Term.minus(x, x)))) {
                assertThat(Marking.formula(function, List.of(ExerciseRule.X), odd, () -> {})
                                .verdict())
                        .as(TextWriter.text(odd))
                        .isNotEqualTo(Marking.Verdict.WRONG);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ExerciseRule.class)
    void theSameSeedMakesTheSameExercises(ExerciseRule rule) {
        for (int level = 1; level <= ExerciseRule.LEVELS; level++) {
            assertThat(rule.function(new RandomSource(5), level)).isEqualTo(rule.function(new RandomSource(5), level));
        }
    }
}
