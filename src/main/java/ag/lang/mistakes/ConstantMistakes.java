package ag.lang.mistakes;

import static ag.lang.mistakes.Mistake.rule;
import static ag.lang.mistakes.TermForms.actions;

import ag.lang.algebra.DerivativeRule;
import ag.lang.algebra.Differentiator;
import ag.lang.algebra.Letters;
import ag.lang.algebra.Term;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Mistakes with sums, constants and other letters. */
final class ConstantMistakes {
    private static final Term.Letter HOLE = Term.letter("\0c");

    private ConstantMistakes() {}

    static List<Mistake> rows() {
        return List.of(
                rule("constant-factor-lost", "a constant factor is dropped", ConstantMistakes::dropped),
                rule(
                        "constant-kept",
                        "a constant term stays, though it doesn't change",
                        (part, by) -> Letters.in(part).isEmpty() ? actions(d -> part) : List.of()),
                rule(
                        "other-term-kept",
                        "a term without the letter stays, though it doesn't change with it",
                        (part, by) -> !Letters.in(part).isEmpty() && !Letters.contains(part, by)
                                ? actions(d -> part)
                                : List.of()),
                rule("difference-as-sum", "a difference is derived as a sum", ConstantMistakes::allPlus),
                rule("term-sign-lost", "one term of a sum loses its minus", ConstantMistakes::onePlus),
                rule(
                        "constant-as-variable",
                        "a constant is derived as if it were a letter",
                        ConstantMistakes::constantAsLetter),
                rule(
                        "other-letter-derived",
                        "another letter is treated as if it were derived too",
                        ConstantMistakes::otherLetter));
    }

    private static List<DerivativeRule.Action> dropped(Term part, Term.Letter by) {
        if (part instanceof Term.Quotient(Term above, Term below)
                && Letters.contains(above, by)
                && !Letters.contains(below, by)) {
            return actions(d -> d.apply(above));
        }
        if (part instanceof Term.Quotient(Term above, Term below) && !Letters.contains(above, by) && !above.is(1)) {
            return actions(d -> d.apply(Term.quotient(Term.ONE, below)));
        }
        if (!(part instanceof Term.Product(List<Term> factors))) {
            return List.of();
        }
        List<Term> constants =
                factors.stream().filter(f -> !Letters.contains(f, by)).toList();
        List<Term> rest = factors.stream().filter(f -> Letters.contains(f, by)).toList();
        if (constants.isEmpty() || rest.isEmpty()) {
            return List.of();
        }
        List<DerivativeRule.Action> all = new ArrayList<>(actions(d -> d.apply(Term.product(rest))));
        for (int i = 0; constants.size() > 1 && i < constants.size(); i++) {
            List<Term> kept = new ArrayList<>(constants);
            kept.remove(i);
            all.addAll(actions(d -> Term.product(Term.product(kept), d.apply(Term.product(rest)))));
        }
        return all;
    }

    private static List<DerivativeRule.Action> allPlus(Term part, Term.Letter by) {
        return part instanceof Term.Sum(List<Term> terms)
                        && terms.stream().skip(1).anyMatch(term -> term instanceof Term.Negative)
                ? actions(d -> {
                    List<Term> sum = new ArrayList<>(List.of(d.apply(terms.getFirst())));
                    terms.stream()
                            .skip(1)
                            .forEach(term -> sum.add(d.apply(term instanceof Term.Negative(Term of) ? of : term)));
                    return Term.sum(sum);
                })
                : List.of();
    }

    private static List<DerivativeRule.Action> onePlus(Term part, Term.Letter by) {
        List<DerivativeRule.Action> all = new ArrayList<>();
        if (part instanceof Term.Sum(List<Term> terms)) {
            for (Term changed : terms) {
                if (changed instanceof Term.Negative && Letters.contains(changed, by)) {
                    all.addAll(actions(d -> Term.sum(terms.stream()
                            .map(term -> term.equals(changed) ? Term.negative(d.apply(term)) : d.apply(term))
                            .toList())));
                }
            }
        }
        return all;
    }

    private static List<DerivativeRule.Action> constantAsLetter(Term part, Term.Letter by) {
        List<DerivativeRule.Action> all = new ArrayList<>();
        if (Letters.in(part).isEmpty()) {
            Set<Term> leaves = new LinkedHashSet<>();
            leaves(part, leaves);
            for (Term leaf : leaves) {
                Term slope = Letters.replaced(Differentiator.derivative(put(part, leaf), HOLE), Map.of(HOLE, leaf));
                all.addAll(actions(d -> slope));
            }
        } else if (part instanceof Term.Product(List<Term> factors)) {
            List<Term> constants =
                    factors.stream().filter(f -> Letters.in(f).isEmpty()).toList();
            List<Term> rest = new ArrayList<>(factors);
            rest.removeAll(constants);
            for (Term leaf : leaves(constants)) {
                Term constant = Term.product(constants);
                Term slope = Letters.replaced(Differentiator.derivative(put(constant, leaf), HOLE), Map.of(HOLE, leaf));
                all.addAll(actions(d -> Term.sum(
                        Term.product(slope, Term.product(rest)), Term.product(constant, d.apply(Term.product(rest))))));
            }
        }
        return all;
    }

    private static Set<Term> leaves(List<Term> parts) {
        Set<Term> leaves = new LinkedHashSet<>();
        parts.forEach(part -> leaves(part, leaves));
        return leaves;
    }

    private static void leaves(Term term, Set<Term> found) {
        if (term instanceof Term.Num || term instanceof Term.Constant) {
            found.add(term);
        }
        term.parts().forEach(part -> leaves(part, found));
    }

    private static Term put(Term term, Term leaf) {
        return term.equals(leaf) ? HOLE : term.map(part -> put(part, leaf));
    }

    /** The factors of the other letter are derived by it, and those of the letter by the letter. */
    private static List<DerivativeRule.Action> factors(Term part, Term.Letter by, Term.Letter other) {
        if (!(part instanceof Term.Product(List<Term> factors))) {
            return List.of();
        }
        List<Term> own =
                factors.stream().filter(factor -> Letters.contains(factor, by)).toList();
        List<Term> others =
                factors.stream().filter(factor -> !Letters.contains(factor, by)).toList();
        if (others.isEmpty() || own.isEmpty()) {
            return List.of();
        }
        Term slope = Differentiator.derivative(Term.product(others), other);
        return actions(d -> Term.product(slope, d.apply(Term.product(own))));
    }

    /** The derivative by another letter is added, or taken instead. */
    private static List<DerivativeRule.Action> otherLetter(Term part, Term.Letter by) {
        List<DerivativeRule.Action> all = new ArrayList<>();
        for (Term.Letter other : Letters.in(part)) {
            if (!other.equals(by)) {
                Term slope = Differentiator.derivative(part, other);
                all.add((of, letter, d) ->
                        Term.sum(DerivativeRule.of(of, letter, false).action().apply(of, letter, d), slope));
                all.add((of, letter, d) -> slope);
                all.addAll(factors(part, by, other));
            }
        }
        return all;
    }
}
