package ag.lang.mistakes;

import static ag.lang.mistakes.Mistake.rule;
import static ag.lang.mistakes.TermForms.actions;

import ag.lang.algebra.DerivativeRule;
import ag.lang.algebra.Letters;
import ag.lang.algebra.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Mistakes with products and quotients. */
final class ProductMistakes {
    private ProductMistakes() {}

    static List<Mistake> rows() {
        return List.of(
                rule(
                        "product-of-derivatives",
                        "a product is derived as u'·v', factor by factor",
                        product((u, v) -> actions(d -> Term.product(d.apply(u), d.apply(v))))),
                rule(
                        "product-as-sum",
                        "a product is derived as if it were a sum, as u' + v'",
                        product((u, v) -> actions(d -> Term.sum(d.apply(u), d.apply(v))))),
                rule(
                        "product-one-factor",
                        "only one factor of the product is derived, and the other half of the product rule is missing",
                        product((u, v) -> actions(d -> Term.product(d.apply(u), v), d -> Term.product(u, d.apply(v))))),
                rule(
                        "product-own-derivative",
                        "each factor is multiplied by its own derivative, and not by that of the other",
                        product((u, v) ->
                                actions(d -> Term.sum(Term.product(u, d.apply(u)), Term.product(v, d.apply(v)))))),
                rule(
                        "product-minus",
                        "there is a minus in the product rule where a plus belongs",
                        product((u, v) -> actions(
                                d -> Term.minus(Term.product(v, d.apply(u)), Term.product(u, d.apply(v))),
                                d -> Term.minus(Term.product(u, d.apply(v)), Term.product(v, d.apply(u)))))),
                rule(
                        "quotient-of-derivatives",
                        "a quotient is derived as u'/v', above and below alone",
                        quotient((u, v) -> actions(d -> Term.quotient(d.apply(u), d.apply(v))))),
                rule(
                        "quotient-plus",
                        "there is a plus in the quotient rule where a minus belongs",
                        quotient((u, v) -> actions(d -> Term.quotient(
                                Term.sum(Term.product(v, d.apply(u)), Term.product(u, d.apply(v))),
                                Term.power(v, 2))))),
                rule(
                        "quotient-reversed",
                        "what stands above in the quotient rule is the other way round",
                        quotient((u, v) -> actions(d -> Term.quotient(
                                Term.minus(Term.product(u, d.apply(v)), Term.product(v, d.apply(u))),
                                Term.power(v, 2))))),
                rule(
                        "quotient-not-squared",
                        "the denominator of the quotient rule is not squared",
                        quotient((u, v) -> actions(d -> Term.quotient(
                                Term.minus(Term.product(v, d.apply(u)), Term.product(u, d.apply(v))), v)))),
                rule(
                        "quotient-wrong-square",
                        "the numerator is squared below in the quotient rule, and not the denominator",
                        quotient((u, v) -> actions(d -> Term.quotient(
                                Term.minus(Term.product(v, d.apply(u)), Term.product(u, d.apply(v))),
                                Term.power(u, 2))))),
                rule(
                        "quotient-upside-down",
                        "the quotient is derived the other way up, v over u",
                        quotient((u, v) -> actions(d -> Term.quotient(
                                Term.minus(Term.product(u, d.apply(v)), Term.product(v, d.apply(u))),
                                Term.power(u, 2))))));
    }

    /** Of several factors, those to the left of some place and those to the right of it are the two. */
    private static Mistake.Rule product(BiFunction<Term, Term, List<DerivativeRule.Action>> rules) {
        return (part, by) -> {
            List<DerivativeRule.Action> all = new ArrayList<>();
            if (part instanceof Term.Product(List<Term> factors)) {
                for (int i = 1; i < factors.size(); i++) {
                    Term u = Term.product(factors.subList(0, i));
                    Term v = Term.product(factors.subList(i, factors.size()));
                    if (Letters.contains(u, by) && Letters.contains(v, by)) {
                        all.addAll(rules.apply(u, v));
                    }
                }
            }
            return all;
        };
    }

    private static Mistake.Rule quotient(BiFunction<Term, Term, List<DerivativeRule.Action>> rules) {
        return (part, by) -> part instanceof Term.Quotient(Term above, Term below) && Letters.contains(below, by)
                ? rules.apply(above, below)
                : List.of();
    }
}
