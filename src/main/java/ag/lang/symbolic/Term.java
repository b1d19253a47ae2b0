package ag.lang.symbolic;

import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.BinaryOperator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A number times powers: 3·x^2·sin(y)^-1. The factors keep the order they came in, which does not matter for equality.
 *
 * @param factors for each base its exponent, never 0
 */
record Term(Coefficient coefficient, Map<Expr, Coefficient> factors) {
    static final Term ONE = of(Coefficient.ONE);

    static Term of(Coefficient coefficient) {
        return new Term(coefficient, Map.of());
    }

    static Term of(Expr base) {
        return new Term(Coefficient.ONE, Map.of(base, Coefficient.ONE));
    }

    Term times(Term other) {
        Map<Expr, Coefficient> product = new LinkedHashMap<>(factors);
        other.factors.forEach((factor, exponent) -> {
            Expr base = alike(factor);
            Coefficient sum = product.getOrDefault(base, Coefficient.ZERO).plus(exponent);
            if (sum.isZero()) {
                product.remove(base);
            } else {
                product.put(base, sum);
            }
        });
        return new Term(coefficient.times(other.coefficient), product);
    }

    /** The factor that this is, where only its summands stand in another order. */
    private Expr alike(Expr factor) {
        if (isSum(factor) && !factors.containsKey(factor)) {
            Set<Summand> summands = summands(factor);
            for (Expr base : factors.keySet()) {
                if (isSum(base) && summands(base).equals(summands)) {
                    return base;
                }
            }
        }
        return factor;
    }

    static boolean isSum(Expr expression) {
        return expression instanceof Expr.Binary binary
                && (binary.operator() == BinaryOperator.ADD || binary.operator() == BinaryOperator.SUBTRACT);
    }

    private record Summand(boolean added, Expr expression) {}

    /** What a sum is made of; like terms are together, so none stands there twice. */
    private static Set<Summand> summands(Expr sum) {
        Set<Summand> summands = new HashSet<>();
        Expr rest = sum;
        while (isSum(rest)) {
            Expr.Binary binary = (Expr.Binary) rest;
            summands.add(new Summand(binary.operator() == BinaryOperator.ADD, binary.right()));
            rest = binary.left();
        }
        summands.add(new Summand(true, rest));
        return summands;
    }

    /** A factor alone, without a number and a power. */
    boolean isBare() {
        return coefficient.isOne()
                && factors.size() == 1
                && factors.values().iterator().next().isOne();
    }

    /** A term whose number is 1, to any power. */
    Term raised(Coefficient by) {
        Map<Expr, Coefficient> raised = new LinkedHashMap<>();
        factors.forEach((base, old) -> raised.put(base, old.times(by)));
        return new Term(Coefficient.ONE, raised);
    }

    /** The term without its number. */
    Term primitive() {
        return new Term(Coefficient.ONE, factors);
    }

    /** Every factor and the number to a whole power; 1/0 stays what it is, so the number must not be 0. */
    Term power(int exponent) {
        Map<Expr, Coefficient> raised = new LinkedHashMap<>();
        if (exponent != 0) {
            Coefficient by = Coefficient.of(exponent);
            factors.forEach((base, old) -> raised.put(base, old.times(by)));
        }
        return new Term(coefficient.power(exponent), raised);
    }

    Term scaled(Coefficient by) {
        return new Term(coefficient.times(by), factors);
    }

    boolean isNumber() {
        return factors.isEmpty();
    }
}
