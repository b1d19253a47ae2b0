package ag.lang.algebra;

import ag.engine.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Functions of formulas in the form of sums of powers: roots and e as powers, logarithms taken apart, values that are known exactly. */
record FunctionForms(Normal normal) {
    Polynomial of(Operation operation, List<Term> operands) {
        Term first = operands.getFirst();
        return switch (operation) {
            case LINEAR -> normal.of(first);
            case EXP -> normal.power(Polynomial.of(Addend.of(Term.e())), normal.of(first));
            case SQRT -> normal.power(normal.of(first), Rational.HALF);
            case LOG -> logarithm(normal.of(first)).orElseGet(() -> function(operation, operands));
            case TAN -> {
                Polynomial sine = normal.of(Term.apply(Operation.SIN, first));
                yield normal.times(
                        sine, normal.power(normal.of(Term.apply(Operation.COS, first)), Rational.ONE.negated()));
            }
            case SUM -> normal.of(Term.sum(operands));
            case DOT -> {
                List<Term> products = new ArrayList<>();
                for (int i = 0; i < operands.size() / 2; i++) {
                    products.add(Term.product(operands.get(i), operands.get(i + operands.size() / 2)));
                }
                yield normal.of(Term.sum(products));
            }
            case ABS -> distance(normal.of(first));
            case SIGN -> sign(normal.of(first));
            case SQUARED_ERROR -> normal.power(normal.of(Term.minus(first, operands.get(1))), Rational.TWO);
            default -> function(operation, operands);
        };
    }

    private Polynomial function(Operation operation, List<Term> operands) {
        Optional<Term> exact = ExactValues.of(operation, operands, normal);
        if (exact.isPresent()) {
            return normal.of(exact.get());
        }
        Term first = operands.getFirst();
        if (first instanceof Term.Negative(Term of) && Signs.isOdd(operation)) {
            return of(operation, List.of(of)).scaled(Rational.ONE.negated());
        }
        if (first instanceof Term.Negative(Term of) && Signs.isEven(operation)) {
            return of(operation, List.of(of));
        }
        return Polynomial.of(Addend.of(new Term.Apply(operation, operands)));
    }

    /** The distance from 0 of a product is the product of those of its factors. */
    private Polynomial distance(Polynomial of) {
        Addend factor = normal.factor(of);
        Addend product = Addend.of(factor.coefficient().abs());
        for (Map.Entry<Term, Rational> power : factor.powers().entrySet()) {
            boolean plain = Signs.isPositive(power) || !power.getValue().isWhole();
            product = product.times(
                    Addend.of(plain ? power.getKey() : Term.apply(Operation.ABS, power.getKey()), power.getValue()));
        }
        return Polynomial.of(product);
    }

    /** sign(x) is x/|x|, where x is not 0. */
    private Polynomial sign(Polynomial of) {
        if (of.isZero()) {
            return of;
        }
        Addend factor = normal.factor(of);
        Addend product = Addend.of(Rational.of(factor.coefficient().sign()));
        for (Map.Entry<Term, Rational> power : factor.powers().entrySet()) {
            if (!Signs.isPositive(power) && power.getValue().isWhole()) {
                product = product.times(Addend.of(power.getKey()))
                        .times(Addend.of(Term.apply(Operation.ABS, power.getKey()), Rational.ONE.negated()));
            }
        }
        return Polynomial.of(product);
    }

    /** ln(e^u) is u, ln(x³) is 3·ln(x), ln(√x) is ln(x)/2; but ln(x²) stays, for x may be below 0. */
    private Optional<Polynomial> logarithm(Polynomial of) {
        if (!of.isSingle() || of.single().coefficient().sign() <= 0) {
            return Optional.empty();
        }
        Addend single = of.single();
        Polynomial sum = Polynomial.ZERO;
        Addend rest = Addend.of(single.coefficient());
        for (Map.Entry<Term, Rational> factor : single.powers().entrySet()) {
            if (factor.getKey().equals(Term.e())) {
                sum = sum.plus(Polynomial.of(factor.getValue()));
            } else if (factor.getKey() instanceof Term.Power(Term base, Term exponent) && base.equals(Term.e())) {
                sum = sum.plus(normal.of(exponent).scaled(factor.getValue()));
            } else {
                rest = rest.times(Addend.of(factor.getKey(), factor.getValue()));
            }
        }
        if (rest.coefficient().isOne() && rest.powers().size() == 1) {
            Map.Entry<Term, Rational> only = rest.powers().entrySet().iterator().next();
            boolean keepsDomain = !only.getValue().isEven() || Signs.isPositive(only.getKey());
            if (keepsDomain && !only.getValue().isOne()) {
                return Optional.of(sum.plus(logarithmOf(only.getKey()).scaled(only.getValue())));
            }
        }
        boolean reciprocal = rest.isNumber()
                && rest.coefficient().above().equals(java.math.BigInteger.ONE)
                && !rest.coefficient().isOne();
        if (reciprocal) {
            Term below = Term.number(rest.coefficient().reciprocal());
            return Optional.of(sum.minus(logarithmOf(below)));
        }
        if (rest.isNumber() && rest.coefficient().isOne()) {
            return Optional.of(sum);
        }
        return sum.isZero()
                ? Optional.empty()
                : Optional.of(sum.plus(logarithmOf(normal.writing().sum(Polynomial.of(rest)))));
    }

    private static Polynomial logarithmOf(Term term) {
        return Polynomial.of(Addend.of(new Term.Apply(Operation.LOG, List.of(term))));
    }
}
