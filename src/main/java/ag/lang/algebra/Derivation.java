package ag.lang.algebra;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A derivative as a formula, with the steps that lead to it. Each step uses one rule wherever it fits and has the same value as the
 * one before; what is still to be done stands as {@code d/dx (u)}. The last step is the answer.
 *
 * @param start the task
 * @param steps each with the name of its rule; the last is {@code formula}
 * @param cancelled formulas that the answer has no more below a line, and that must not be 0
 */
public record Derivation(Term start, List<Step> steps, Term formula, List<Term> cancelled) {
    private static final int MOST_STEPS = 24;

    public Derivation {
        steps = List.copyOf(steps);
        cancelled = List.copyOf(cancelled);
    }

    /** A rule and what it gave. */
    public record Step(String rule, Term term) {}

    /**
     * The derivative of a formula.
     *
     * @param conventions whether cases that hold at single points only are written out
     * @param pause called now and then, for a long formula can take seconds; what it throws ends the work
     */
    public static Derivation of(Term of, Term.Letter by, boolean conventions, Runnable pause) {
        if (of instanceof Term.Sum sum && LongSum.is(sum)) {
            return LongSum.derived(sum, by, conventions, pause);
        }
        Term start = new Term.Derivative(of, by);
        return of.equals(by)
                ? new Derivation(start, List.of(new Step("the variable itself", Term.ONE)), Term.ONE, List.of())
                : from(start, List.of(), conventions, pause);
    }

    /** A textbook's form where it is worth the gradient at {@code points}; where it is not, the one with all cases written out. */
    public static Derivation checked(Term of, Term.Letter by, CheckPoints points, Runnable pause) {
        Derivation textbook = of(of, by, false, pause);
        if (points.hold(textbook.formula(), textbook.start())) {
            return textbook;
        }
        Derivation whole = of(of, by, true, pause);
        return points.hold(whole.formula(), whole.start()) ? whole : textbook;
    }

    /** From steps that are done already to the answer. */
    static Derivation from(Term start, List<Step> done, boolean conventions, Runnable pause) {
        List<Step> steps = new ArrayList<>(done);
        Term now = done.isEmpty() ? start : done.getLast().term();
        for (List<Term.Derivative> open = open(now); !open.isEmpty(); open = open(now)) {
            pause.run();
            boolean shown = steps.size() < MOST_STEPS;
            DerivativeRule first = rule(open.getFirst(), conventions);
            Map<Term, Term> results = new HashMap<>();
            Set<String> names = new LinkedHashSet<>();
            for (Term.Derivative task : open) {
                DerivativeRule rule = rule(task, conventions);
                if (!shown || rule.code().equals(first.code())) {
                    results.put(task, Differentiator.once(task.of(), task.by(), rule));
                    names.add(rule.text());
                }
            }
            now = Tidying.numbers(replaced(now, results));
            if (shown) {
                steps.add(new Step(named(names, first), now));
            }
        }
        if (steps.size() == MOST_STEPS && !steps.getLast().term().equals(now)) {
            steps.add(new Step("the same rules for the rest", now));
        }
        List<Term> cancelled = new ArrayList<>();
        for (Simplifier.Step step : Simplifier.steps(now, pause)) {
            steps.add(new Step(step.rule(), step.term()));
            cancelled.addAll(step.cancelled());
            now = step.term();
        }
        return new Derivation(start, steps, now, cancelled);
    }

    /** The names of all that was done at once, where they are few; otherwise the name of the rule. */
    private static String named(Set<String> names, DerivativeRule first) {
        return names.size() <= 1 ? String.join("", names) : names.size() == 2 ? String.join("; ", names) : first.name();
    }

    private static DerivativeRule rule(Term.Derivative task, boolean conventions) {
        return DerivativeRule.of(task.of(), task.by(), conventions);
    }

    /** The derivatives that are still to be done, from left to right. */
    private static List<Term.Derivative> open(Term term) {
        List<Term.Derivative> found = new ArrayList<>();
        collect(term, found);
        return found;
    }

    private static void collect(Term term, List<Term.Derivative> found) {
        if (term instanceof Term.Derivative derivative) {
            found.add(derivative);
        } else {
            term.parts().forEach(part -> collect(part, found));
        }
    }

    private static Term replaced(Term term, Map<Term, Term> done) {
        return term instanceof Term.Derivative ? done.getOrDefault(term, term) : term.map(part -> replaced(part, done));
    }

    /** As far as each step is known to be worth the same as the one before it. */
    public Derivation upTo(Predicate<Term> holds) {
        int proven = 0;
        while (proven < steps.size() && holds.test(steps.get(proven).term())) {
            proven++;
        }
        return proven == steps.size()
                ? this
                : new Derivation(
                        start,
                        steps.subList(0, proven),
                        proven == 0 ? start : steps.get(proven - 1).term(),
                        List.of());
    }

    /** How many operations on numbers it takes to evaluate the formula as it is written. */
    public long operations() {
        return operations(formula);
    }

    private static long operations(Term term) {
        long inner = term.parts().stream().mapToLong(Derivation::operations).sum();
        return inner
                + switch (term) {
                    case Term.Num _, Term.Constant _, Term.Letter _, Term.Choice _ -> 0;
                    case Term.Sum(List<Term> terms) ->
                        terms.size()
                                - 1
                                - terms.stream()
                                        .skip(1)
                                        .filter(part -> part instanceof Term.Negative)
                                        .count();
                    case Term.Product(List<Term> factors) -> factors.size() - 1;
                    case Term.Quotient _,
                            Term.Power _,
                            Term.Negative _,
                            Term.Apply _,
                            Term.Derivative _,
                            Term.Integral _ -> 1;
                };
    }
}
