package ag.lang.mistakes;

import static ag.lang.mistakes.Mistake.rule;
import static ag.lang.mistakes.TermForms.actions;

import ag.engine.Operation;
import ag.lang.algebra.DerivativeRule;
import ag.lang.algebra.Letters;
import ag.lang.algebra.Numbers;
import ag.lang.algebra.Term;
import java.util.List;
import java.util.function.BiFunction;

/** Mistakes with the letter in an exponent. */
final class ExponentialMistakes {
    private ExponentialMistakes() {}

    static List<Mistake> rows() {
        return List.of(
                rule(
                        "power-rule-on-exponential",
                        "the power rule is used on an exponential",
                        exponential((a, u) -> actions(
                                d -> Term.product(u, Term.power(a, Term.minus(u, Term.ONE))),
                                d -> Term.product(u, Term.power(a, Term.minus(u, Term.ONE)), d.apply(u))))),
                rule(
                        "exponential-without-log",
                        "an exponential to another base than e is derived without the logarithm of its base",
                        exponential((a, u) -> a.equals(Term.e())
                                ? List.of()
                                : actions(d -> Term.product(Term.power(a, u), d.apply(u))))),
                rule(
                        "exponential-sign-lost",
                        "the minus of the exponent is lost as it comes down",
                        exponential((a, u) -> hasMinus(u)
                                ? actions(d -> Term.product(
                                        Term.power(a, u),
                                        a.equals(Term.e()) ? Term.ONE : Term.apply(Operation.LOG, a),
                                        Term.negative(d.apply(u))))
                                : List.of())),
                rule(
                        "power-of-itself-as-power",
                        "where base and exponent change, the power rule alone is used",
                        (part, by) -> part instanceof Term.Power(Term base, Term exponent)
                                        && Letters.contains(base, by)
                                        && Letters.contains(exponent, by)
                                ? actions(
                                        d -> Term.product(
                                                exponent,
                                                Term.power(base, Term.minus(exponent, Term.ONE)),
                                                d.apply(base)),
                                        d -> Term.product(
                                                exponent,
                                                Term.power(base, Term.minus(exponent, Term.ONE)),
                                                d.apply(exponent)),
                                        d -> Term.product(exponent, Term.power(base, Term.minus(exponent, Term.ONE))))
                                : List.of()));
    }

    private static Mistake.Rule exponential(BiFunction<Term, Term, List<DerivativeRule.Action>> rules) {
        return (part, by) -> part instanceof Term.Power(Term base, Term exponent)
                        && !Letters.contains(base, by)
                        && Letters.contains(exponent, by)
                ? rules.apply(base, exponent)
                : List.of();
    }

    private static boolean hasMinus(Term exponent) {
        return switch (exponent) {
            case Term.Negative _ -> true;
            case Term.Sum(List<Term> terms) -> terms.stream().anyMatch(ExponentialMistakes::hasMinus);
            case Term.Product(List<Term> factors) ->
                factors.stream()
                        .anyMatch(factor ->
                                Numbers.in(factor).map(n -> n.sign() < 0).orElse(false));
            case Term.Quotient(Term above, Term below) -> hasMinus(above) || hasMinus(below);
            case Term.Num _,
                    Term.Constant _,
                    Term.Letter _,
                    Term.Power _,
                    Term.Apply _,
                    Term.Choice _,
                    Term.Derivative _,
                    Term.Integral _ -> false;
        };
    }
}
