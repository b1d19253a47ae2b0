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
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The exercises that {@code practice chain rule} makes. */
final class ExerciseTest {
    private static final double STEP = 1e-5;

    /** The slope by a central difference, which knows no rule. */
    private static double slope(Term function, double x) {
        return (value(function, x + STEP) - value(function, x - STEP)) / (2 * STEP);
    }

    private static Term exercise(ExerciseRule rule, int level, int seed) {
        return new ExerciseDeck(rule, level, new RandomSource(seed)).next();
    }

    private static double value(Term term, double x) {
        return PointEvaluation.of(term, Map.of(ExerciseRule.X, x));
    }

    @ParameterizedTest
    @EnumSource(ExerciseRule.class)
    void theAnswerOfAnExerciseIsItsSlope(ExerciseRule rule) {
        for (int level = 1; level <= ExerciseRule.LEVELS; level++) {
            for (int seed = 0; seed < 12; seed++) {
                Term function = exercise(rule, level, seed);
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
        Term function = exercise(rule, 2, 7);
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
            Term function = exercise(rule, 1 + seed % ExerciseRule.LEVELS, seed);
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
            assertThat(exercise(rule, level, 5)).isEqualTo(exercise(rule, level, 5));
        }
    }

    /** A sheet is not one exercise with other numbers: without their numbers, of a sheet of six at least five are different. */
    @ParameterizedTest
    @EnumSource(ExerciseRule.class)
    void theExercisesOfASheetHaveFormsOfTheirOwn(ExerciseRule rule) {
        for (int level = 1; level <= ExerciseRule.LEVELS; level++) {
            for (int seed = 0; seed < 5; seed++) {
                ExerciseDeck deck = new ExerciseDeck(rule, level, new RandomSource(seed));
                List<String> sheet = Stream.generate(deck::next)
                        .limit(6)
                        .map(function -> TextWriter.text(function).replaceAll("[0-9⁰¹²³⁴-⁹]+", "n"))
                        .toList();
                assertThat(Set.copyOf(sheet).size()).as(sheet.toString()).isGreaterThanOrEqualTo(5);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ExerciseRule.class)
    void noExerciseOfASheetOfTwentyIsAskedTwice(ExerciseRule rule) {
        for (int level = 1; level <= ExerciseRule.LEVELS; level++) {
            ExerciseDeck deck = new ExerciseDeck(rule, level, new RandomSource(3));
            assertThat(Stream.generate(deck::next).limit(20).toList()).doesNotHaveDuplicates();
        }
    }
}
