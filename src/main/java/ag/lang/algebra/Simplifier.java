package ag.lang.algebra;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Brings formulas into their shortest form: the same value, and less to read. */
public final class Simplifier {
    private static final int LONGEST_WORKED_OUT = 200;

    private Simplifier() {}

    /**
     * A rule and what it gave.
     *
     * @param cancelled formulas that must not be 0 for the two sides to be the same
     */
    public record Step(String rule, Term term, List<Term> cancelled) {
        public Step {
            cancelled = List.copyOf(cancelled);
        }
    }

    /** The shortest form. */
    public static Term simplify(Term term) {
        return simplify(term, () -> {});
    }

    /**
     * The shortest form of a formula.
     *
     * @param pause called now and then; what it throws ends the work
     */
    public static Term simplify(Term term, Runnable pause) {
        if (term instanceof Term.Sum sum && LongSum.is(sum)) {
            return LongSum.simplified(sum, pause);
        }
        Term shortest = normal(term, pause).shortest(term);
        return Stream.of(Reciprocals.without(term), SharedLogarithms.joined(term), Distribution.of(term))
                .flatMap(Optional::stream)
                .map(other -> normal(other, pause).shortest(other))
                .filter(other -> other.size() < shortest.size())
                .findFirst()
                .orElse(shortest);
    }

    /** The shortest form where the two are the same everywhere; where one has a hole, only its numbers are worked out. */
    public static Term workedOut(Term term) {
        Term numbers = Tidying.numbers(term);
        return numbers.size() > LONGEST_WORKED_OUT
                        || steps(numbers, () -> {}).stream()
                                .anyMatch(step -> !step.cancelled().isEmpty())
                ? numbers
                : simplify(numbers);
    }

    /** The steps to the shortest form, each an identity with a name; none where the formula has that form already. */
    public static List<Step> steps(Term term, Runnable pause) {
        return term instanceof Term.Sum sum && LongSum.is(sum)
                ? LongSum.steps(sum, pause)
                : new SimplifyingSteps(term, pause).all();
    }

    static Normal normal(Term term, Runnable pause) {
        return new Normal(hasDecimals(term), pause);
    }

    /** Whether a number with a point was typed; then numbers are written with a point where that is short. */
    static boolean hasDecimals(Term term) {
        return term instanceof Term.Num number
                ? number.decimal()
                : term.parts().stream().anyMatch(Simplifier::hasDecimals);
    }

    /** That a formula is not 0, told by its letter where that is easily done: x ≠ 2 for x - 2. */
    public static String notZero(Term term) {
        Polynomial sum = normal(term, () -> {}).of(term);
        Map<Term, Rational> letter =
                sum.bases().size() == 1 && sum.bases().iterator().next() instanceof Term.Letter only
                        ? Map.of(only, Rational.ONE)
                        : Map.of();
        Rational slope = sum.coefficient(letter);
        if (letter.isEmpty() || sum.count() > 2 || slope.isZero()) {
            return TextWriter.text(term) + " ≠ 0";
        }
        Term root = Term.number(sum.coefficient(Map.of()).over(slope).negated());
        return TextWriter.text(letter.keySet().iterator().next()) + " ≠ " + TextWriter.text(root);
    }
}
