package ag.lang.symbolic;

import ag.lang.syntax.Expr;
import java.util.LinkedHashMap;
import java.util.Map;

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
        other.factors.forEach((base, exponent) -> {
            Coefficient sum = product.getOrDefault(base, Coefficient.ZERO).plus(exponent);
            if (sum.isZero()) {
                product.remove(base);
            } else {
                product.put(base, sum);
            }
        });
        return new Term(coefficient.times(other.coefficient), product);
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
