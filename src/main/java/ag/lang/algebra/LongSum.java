package ag.lang.algebra;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sums of so many parts that they are derived and simplified part by part, in a time that grows with their number. Over one
 * denominator, or multiplied out, each part would stand times all the others.
 */
final class LongSum {
    /** Sums of more parts than this are long. */
    static final int PARTS = 64;

    /** Longer formulas are left to the views of graphs; so are longer parts of a long sum. */
    private static final int LONGEST_PART = 4000;

    private static final int LONGEST = 100_000;

    private LongSum() {}

    /** Whether a formula is short enough, as a whole or part by part, that algebra with it takes seconds at most. */
    static boolean isReadable(Term term) {
        return term.size() <= LONGEST_PART
                || (term instanceof Term.Sum sum
                        && is(sum)
                        && term.size() <= LONGEST
                        && sum.terms().stream().allMatch(part -> part.size() <= LONGEST_PART / 10));
    }

    static boolean is(Term.Sum sum) {
        return sum.terms().size() > PARTS;
    }

    /** Each part in its shortest form, and like terms together. */
    static Term simplified(Term.Sum sum, Runnable pause) {
        return together(eachSimplified(sum, pause), pause);
    }

    static List<Simplifier.Step> steps(Term.Sum sum, Runnable pause) {
        List<Simplifier.Step> steps = new ArrayList<>();
        Term each = eachSimplified(sum, pause);
        if (!each.equals(sum)) {
            steps.add(new Simplifier.Step("each part by itself", each, List.of()));
        }
        Term together = together(each, pause);
        if (!together.equals(each)) {
            steps.add(new Simplifier.Step("like terms", together, List.of()));
        }
        return steps;
    }

    /** The derivative of each part by itself, all of them beside one another. */
    static Derivation derived(Term.Sum sum, Term.Letter by, boolean conventions, Runnable pause) {
        List<Term> tasks = new ArrayList<>();
        List<Term> derivatives = new ArrayList<>();
        List<Term> cancelled = new ArrayList<>();
        Map<Term, Part> known = new HashMap<>();
        for (Term of : sum.terms()) {
            tasks.add(Differentiator.pending(of, by));
            Part part = known.get(of);
            if (part == null) {
                part = Part.derived(of, by, conventions, pause);
                known.put(of, part);
            }
            derivatives.add(part.derivative());
            cancelled.addAll(part.cancelled());
        }
        List<Derivation.Step> steps = new ArrayList<>();
        steps.add(new Derivation.Step("sum rule", Term.sum(tasks)));
        Term derived = Tidying.numbers(Term.sum(derivatives));
        steps.add(new Derivation.Step("each part by itself", derived));
        Term together = together(derived, pause);
        if (!together.equals(derived)) {
            steps.add(new Derivation.Step("like terms", together));
        }
        return new Derivation(new Term.Derivative(sum, by), steps, together, cancelled);
    }

    /**
     * The derivative of one part in its shortest form; parts that are alike share it.
     *
     * @param cancelled formulas that the derivative has no more below a line, and that must not be 0
     */
    private record Part(Term derivative, List<Term> cancelled) {
        static Part derived(Term of, Term.Letter by, boolean conventions, Runnable pause) {
            if (hasFraction(of)) {
                // Its steps say what is cancelled and must not be 0.
                Derivation derivation = Derivation.of(of, by, conventions, pause);
                return new Part(derivation.formula(), derivation.cancelled());
            }
            Term derivative =
                    Differentiator.derivative(of, by, (inner, _) -> DerivativeRule.of(inner, by, conventions));
            return new Part(Simplifier.simplify(derivative, pause), List.of());
        }
    }

    private static boolean hasFraction(Term term) {
        return Distribution.isFraction(term) || term.parts().stream().anyMatch(LongSum::hasFraction);
    }

    private static Term eachSimplified(Term.Sum sum, Runnable pause) {
        Map<Term, Term> known = new HashMap<>();
        return Term.sum(sum.terms().stream()
                .map(part -> known.computeIfAbsent(part, of -> Simplifier.simplify(of, pause)))
                .toList());
    }

    private static Term together(Term sum, Runnable pause) {
        Normal normal = Simplifier.normal(sum, pause);
        return normal.writing().sum(normal.of(sum));
    }
}
