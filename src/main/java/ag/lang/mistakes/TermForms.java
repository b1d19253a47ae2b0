package ag.lang.mistakes;

import ag.engine.Operation;
import ag.lang.algebra.DerivativeRule;
import ag.lang.algebra.Differentiator;
import ag.lang.algebra.Letters;
import ag.lang.algebra.Numbers;
import ag.lang.algebra.Rational;
import ag.lang.algebra.Term;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a form looks like when a rule that fits is looked for. */
final class TermForms {
    private TermForms() {}

    /** {@code factor·base^exponent} with the letter in the base alone; a root and a number over something are powers too. */
    record Power(Term factor, Term base, Term exponent) {
        static Optional<Power> of(Term part, Term.Letter by) {
            Optional<Power> power = written(part, by);
            return power.filter(found -> Letters.contains(found.base, by) && !Letters.contains(found.exponent, by));
        }

        private static Optional<Power> written(Term part, Term.Letter by) {
            return switch (part) {
                case Term.Power(Term base, Term exponent) -> Optional.of(new Power(Term.ONE, base, exponent));
                case Term.Apply(Operation operation, List<Term> operands)
                when operation == Operation.SQRT ->
                    Optional.of(
                            new Power(Term.ONE, operands.getFirst(), Term.number(Rational.ONE.over(Rational.of(2)))));
                case Term.Apply(Operation operation, List<Term> operands)
                when operation == Operation.CBRT ->
                    Optional.of(
                            new Power(Term.ONE, operands.getFirst(), Term.number(Rational.ONE.over(Rational.of(3)))));
                case Term.Quotient(Term above, Term below)
                when !Letters.contains(above, by) ->
                    written(below, by)
                            .filter(inner -> Letters.contains(inner.base, by))
                            .map(inner -> new Power(above, inner.base, Term.negative(inner.exponent)))
                            .or(() -> Optional.of(new Power(above, below, Term.negative(Term.ONE))));
                case Term.Num _,
                        Term.Constant _,
                        Term.Letter _,
                        Term.Sum _,
                        Term.Product _,
                        Term.Quotient _,
                        Term.Negative _,
                        Term.Apply _,
                        Term.Choice _,
                        Term.Derivative _,
                        Term.Integral _ -> Optional.empty();
            };
        }

        boolean isNegative() {
            return Numbers.in(exponent).map(number -> number.sign() < 0).orElse(exponent instanceof Term.Negative);
        }

        boolean isFraction() {
            return Numbers.in(exponent).map(number -> !number.isWhole()).orElse(false);
        }

        /** The exponent with a number added. */
        Term exponent(long more) {
            return Numbers.in(exponent)
                    .map(number -> Term.number(number.plus(Rational.of(more))))
                    .orElseGet(() -> Term.sum(exponent, Term.number(more)));
        }

        Term raised(Term to) {
            return Term.product(factor, Term.power(base, to));
        }
    }

    /** {@code outer(inner)}: a function of one inner function that is more than the letter itself. */
    record Chain(Term inner, UnaryOperator<Term> outer, UnaryOperator<Term> slope) {
        private static final Term.Letter HOLE = Term.letter("\0u");

        /** Also where the inner function is only the letter. */
        static Optional<Chain> any(Term part, Term.Letter by) {
            return inner(part, by).map(inner -> {
                Term whole = put(part, inner, HOLE);
                Term slope = Differentiator.derivative(whole, HOLE);
                return new Chain(
                        inner,
                        with -> Letters.replaced(whole, Map.of(HOLE, with)),
                        with -> Letters.replaced(slope, Map.of(HOLE, with)));
            });
        }

        static Optional<Chain> of(Term part, Term.Letter by) {
            return any(part, by).filter(chain -> Letters.contains(chain.inner, by) && !chain.inner.equals(by));
        }

        private static Optional<Term> inner(Term part, Term.Letter by) {
            return switch (part) {
                case Term.Apply(Operation _, List<Term> operands)
                when operands.size() == 1 -> Optional.of(operands.getFirst());
                case Term.Power(Term base, Term exponent) when !Letters.contains(exponent, by) -> Optional.of(base);
                case Term.Power(Term base, Term exponent) when !Letters.contains(base, by) -> Optional.of(exponent);
                case Term.Quotient(Term above, Term below)
                when !Letters.contains(above, by) ->
                    below instanceof Term.Power || below instanceof Term.Apply ? inner(below, by) : Optional.of(below);
                case Term.Num _,
                        Term.Constant _,
                        Term.Letter _,
                        Term.Sum _,
                        Term.Product _,
                        Term.Quotient _,
                        Term.Power _,
                        Term.Negative _,
                        Term.Apply _,
                        Term.Choice _,
                        Term.Derivative _,
                        Term.Integral _ -> Optional.empty();
            };
        }

        private static Term put(Term part, Term inner, Term in) {
            return switch (part) {
                case Term.Apply(Operation operation, List<Term> _) -> Term.apply(operation, in);
                case Term.Power(Term base, Term exponent) ->
                    base.equals(inner) ? Term.power(in, exponent) : Term.power(base, in);
                case Term.Quotient(Term above, Term below) ->
                    Term.quotient(above, below.equals(inner) ? in : put(below, inner, in));
                case Term.Num _,
                        Term.Constant _,
                        Term.Letter _,
                        Term.Sum _,
                        Term.Product _,
                        Term.Negative _,
                        Term.Choice _,
                        Term.Derivative _,
                        Term.Integral _ -> in;
            };
        }
    }

    /** Rules from formulas: what they give for a form, told by what a part's derivative is. */
    interface Slope {
        Term of(UnaryOperator<Term> derivative);
    }

    static DerivativeRule.Action action(Slope slope) {
        return (of, by, derivative) -> slope.of(derivative);
    }

    static List<DerivativeRule.Action> actions(Slope... slopes) {
        return java.util.Arrays.stream(slopes).map(TermForms::action).toList();
    }
}
