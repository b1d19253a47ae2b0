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
import java.util.Set;
import java.util.function.Function;

/** Mistakes with a function of a function. */
final class ChainMistakes {
    private ChainMistakes() {}

    static List<Mistake> rows() {
        return List.of(
                rule(
                        "chain-inner-missing",
                        "the derivative of the inner function is missing",
                        chain(c -> actions(d -> c.slope().apply(c.inner())))),
                rule(
                        "chain-inner-derived",
                        "the inner function is replaced by its derivative",
                        chain(c -> actions(
                                d -> c.slope().apply(d.apply(c.inner())),
                                d -> Term.product(c.slope().apply(d.apply(c.inner())), d.apply(c.inner())),
                                d -> c.outer().apply(d.apply(c.inner()))))),
                rule("chain-inner-collapsed", "the inner function is replaced by the letter", ChainMistakes::collapsed),
                rule(
                        "chain-added",
                        "the derivative of the inner function is added, and not multiplied with",
                        chain(c -> actions(d -> Term.sum(c.slope().apply(c.inner()), d.apply(c.inner()))))),
                rule(
                        "chain-factor-inside",
                        "the derivative of the inner function lands inside of the outer one",
                        chain(c -> actions(d -> c.slope().apply(Term.product(d.apply(c.inner()), c.inner()))))),
                rule("chain-once-of-twice", "of two inner derivatives one is missing", ChainMistakes::onceOfTwice),
                rule(
                        "outer-not-derived",
                        "only the inner function is derived, and the outer one is left as it is",
                        chain(c -> actions(d -> Term.product(c.outer().apply(c.inner()), d.apply(c.inner()))))));
    }

    private static Mistake.Rule chain(Function<TermForms.Chain, List<DerivativeRule.Action>> rules) {
        return (part, by) -> TermForms.Chain.of(part, by).map(rules).orElse(List.of());
    }

    private static List<DerivativeRule.Action> collapsed(Term part, Term.Letter by) {
        return TermForms.Chain.of(part, by)
                .map(c -> actions(
                        d -> Term.product(c.slope().apply(by), d.apply(c.inner())),
                        d -> c.slope().apply(by)))
                .orElse(List.of());
    }

    /** The inner derivative of a chain inside of the inner function, or that between the two. */
    private static List<DerivativeRule.Action> onceOfTwice(Term part, Term.Letter by) {
        List<DerivativeRule.Action> all = new ArrayList<>();
        TermForms.Chain.of(part, by).ifPresent(outer -> {
            Set<Term> chains = new LinkedHashSet<>();
            collect(outer.inner(), by, chains);
            for (Term deep : chains) {
                TermForms.Chain.of(deep, by).ifPresent(c -> {
                    Term last = with(outer.inner(), by, deep, c.slope().apply(c.inner()));
                    Term middle = with(outer.inner(), by, deep, Differentiator.derivative(c.inner(), by));
                    all.addAll(actions(
                            d -> Term.product(outer.slope().apply(outer.inner()), last),
                            d -> Term.product(outer.slope().apply(outer.inner()), middle)));
                });
            }
        });
        return all;
    }

    private static void collect(Term term, Term.Letter by, Set<Term> chains) {
        if (Letters.contains(term, by) && TermForms.Chain.of(term, by).isPresent()) {
            chains.add(term);
        }
        term.parts().forEach(part -> collect(part, by, chains));
    }

    /** The derivative, with that of one part given. */
    private static Term with(Term of, Term.Letter by, Term part, Term slope) {
        return Differentiator.derivative(
                of,
                by,
                (now, right) -> now.equals(part)
                        ? new DerivativeRule(right.code(), right.name(), right.inner(), (term, letter, d) -> slope)
                        : right);
    }
}
