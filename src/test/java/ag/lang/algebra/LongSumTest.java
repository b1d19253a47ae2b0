package ag.lang.algebra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class LongSumTest {
    private static final Term.Letter X = Term.letter("x");
    private static final Map<Term.Letter, Double> POINT =
            Map.of(X, 0.8317, Term.letter("a"), 1.2719, Term.letter("b"), -0.6113);

    private static double worth(Term term) {
        return PointEvaluation.of(term, POINT);
    }

    /** Parts made by chance that have a value and a derivative at the point. */
    private static List<Term> parts(long seed, int count) {
        RandomTerm random = new RandomTerm(seed);
        List<Term> parts = new ArrayList<>();
        while (parts.size() < count) {
            Term part = random.next(3);
            double slope = worth(new Term.Derivative(part, X));
            if (!(part instanceof Term.Sum) && Math.abs(worth(part)) < 1e6 && Math.abs(slope) < 1e6) {
                parts.add(part);
            }
        }
        return parts;
    }

    @Test
    void theDerivativeOfALongSumIsTheSumOfTheDerivatives() {
        for (long seed = 1; seed <= 4; seed++) {
            List<Term> parts = parts(seed, LongSum.PARTS + 1);
            Derivation whole = Derivation.of(Term.sum(parts), X, false, () -> {});
            double expected = parts.stream()
                    .mapToDouble(part ->
                            worth(Derivation.of(part, X, false, () -> {}).formula()))
                    .sum();
            assertThat(CheckPoints.agree(worth(whole.formula()), expected)).isTrue();
            assertThat(whole.steps().getLast().term()).isEqualTo(whole.formula());
            assertThat(whole.steps())
                    .allMatch(step -> CheckPoints.agree(worth(step.term()), expected), "worth the derivative");
        }
    }

    @Test
    void aLongSumIsWorthTheSameInItsShortestForm() {
        List<Term> parts = parts(9, LongSum.PARTS + 1);
        Term sum = Term.sum(parts);
        assertThat(CheckPoints.agree(worth(Simplifier.simplify(sum)), worth(sum)))
                .isTrue();
        List<Simplifier.Step> steps = Simplifier.steps(sum, () -> {});
        assertThat(steps.getLast().term()).isEqualTo(Simplifier.simplify(sum));
        assertThat(steps).allMatch(step -> CheckPoints.agree(worth(step.term()), worth(sum)), "worth the sum");
    }

    @Test
    void likeTermsOfALongSumAreTogether() {
        String sum = IntStream.rangeClosed(1, 2 * LongSum.PARTS)
                .mapToObj(k -> k % 2 == 0 ? k + "*x*sin(x)" : k + "*x^2")
                .collect(Collectors.joining(" + "));
        assertThat(TextWriter.text(Simplifier.simplify(Terms.read(sum)))).isEqualTo("4096x² + 4160x·sin(x)");
    }

    /** As in the derivative of the part alone: it holds where x is not 2. */
    @Test
    void whatIsCancelledInAPartIsSaid() {
        Term part = Terms.read("(x^2 - 4)/(x - 2)");
        List<Term> parts = new ArrayList<>(parts(3, LongSum.PARTS));
        parts.add(part);
        List<Term> alone = Derivation.of(part, X, false, () -> {}).cancelled();
        assertThat(alone).isNotEmpty();
        assertThat(Derivation.of(Term.sum(parts), X, false, () -> {}).cancelled())
                .containsAll(alone);
    }

    @Test
    @Tag("slow")
    @Timeout(60)
    void thousandsOfPartsAreReadAndDerived() {
        String sum = IntStream.rangeClosed(1, 2000)
                .mapToObj(k -> "sin(%d*x)/(x + %d)".formatted(k, k % 97 + 1))
                .collect(Collectors.joining(" + "));
        Derivation derivation = Derivation.of(Terms.read(sum), X, false, () -> {});
        assertThat(CheckPoints.agree(worth(derivation.formula()), worth(derivation.start())))
                .isTrue();
    }

    @Test
    void onlyPartsMakeAFormulaLong() {
        Term product = Term.product(Collections.nCopies(4001, X));
        assertThat(LongSum.isReadable(product)).isFalse();
        List<Term> parts = new ArrayList<>(parts(2, LongSum.PARTS));
        parts.add(product);
        assertThat(LongSum.isReadable(Term.sum(parts))).isFalse();
    }
}
