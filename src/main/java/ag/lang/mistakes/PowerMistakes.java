package ag.lang.mistakes;

import static ag.lang.mistakes.Mistake.rule;
import static ag.lang.mistakes.TermForms.actions;

import ag.engine.Operation;
import ag.lang.algebra.DerivativeRule;
import ag.lang.algebra.Letters;
import ag.lang.algebra.Term;
import java.util.List;
import java.util.function.Function;

/** Mistakes with powers, roots, and one over something. */
final class PowerMistakes {
    private PowerMistakes() {}

    static List<Mistake> rows() {
        return List.of(
                rule(
                        "power-factor-lost",
                        "the exponent is lowered, but not written in front",
                        power(p -> actions(d -> Term.product(p.raised(p.exponent(-1)), d.apply(p.base()))))),
                rule(
                        "power-not-lowered",
                        "the exponent is written in front, but not lowered",
                        power(p ->
                                actions(d -> Term.product(p.exponent(), p.raised(p.exponent()), d.apply(p.base()))))),
                rule(
                        "power-raised",
                        "the exponent is raised, as when integrating, and not lowered",
                        power(p -> p.isNegative()
                                ? List.of()
                                : actions(
                                        d -> Term.product(p.exponent(), p.raised(p.exponent(1)), d.apply(p.base())),
                                        d -> Term.product(p.exponent(1), p.raised(p.exponent(1)), d.apply(p.base())),
                                        d -> Term.product(p.raised(p.exponent(1)), d.apply(p.base()))))),
                rule(
                        "negative-power-wrong-way",
                        "a negative exponent is moved towards zero, and not away from it",
                        power(p -> p.isNegative()
                                ? actions(d -> Term.product(p.exponent(), p.raised(p.exponent(1)), d.apply(p.base())))
                                : List.of())),
                rule("reciprocal-of-derivative", "1/u is taken to have the derivative 1/u'", PowerMistakes::reciprocal),
                rule(
                        "root-of-derivative",
                        "the root of u is taken to have the root of u' as its derivative",
                        power(p -> p.isFraction() && !p.isNegative()
                                ? actions(d -> Term.power(d.apply(p.base()), p.exponent()))
                                : List.of())),
                rule(
                        "exponential-rule-on-power",
                        "the rule for an exponential is used on a power",
                        power(p -> actions(
                                d -> Term.product(
                                        p.raised(p.exponent()), Term.apply(Operation.LOG, p.base()), d.apply(p.base())),
                                d -> Term.product(p.raised(p.exponent()), Term.apply(Operation.LOG, p.base())),
                                d -> Term.product(
                                        p.factor(),
                                        Term.power(p.exponent(), p.base()),
                                        Term.apply(Operation.LOG, p.exponent()),
                                        d.apply(p.base()))))));
    }

    private static Mistake.Rule power(Function<TermForms.Power, List<DerivativeRule.Action>> rules) {
        return (part, by) -> TermForms.Power.of(part, by).map(rules).orElse(List.of());
    }

    private static List<DerivativeRule.Action> reciprocal(Term part, Term.Letter by) {
        if (part instanceof Term.Quotient(Term above, Term below) && !Letters.contains(above, by)) {
            return actions(d -> Term.quotient(above, d.apply(below)));
        }
        return TermForms.Power.of(part, by)
                .filter(TermForms.Power::isNegative)
                .map(p -> actions(d ->
                        Term.quotient(p.factor(), d.apply(Term.power(p.base(), Term.negative(p.exponent()))))))
                .orElse(List.of());
    }
}
