package ag.lang.symbolic;

import ag.lang.syntax.Expr;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A sum of terms in the order they came in, like terms together. No terms are 0. */
final class Terms {
    private final Map<Map<Expr, Coefficient>, Coefficient> terms = new LinkedHashMap<>();

    static Terms of(Term... terms) {
        Terms sum = new Terms();
        for (Term term : terms) {
            sum.add(term);
        }
        return sum;
    }

    void add(Term term) {
        Coefficient sum = terms.getOrDefault(term.factors(), Coefficient.ZERO).plus(term.coefficient());
        if (sum.isZero()) {
            terms.remove(term.factors());
        } else {
            terms.put(term.factors(), sum);
        }
    }

    void addAll(Terms other, Coefficient scale) {
        other.list().forEach(term -> add(term.scaled(scale)));
    }

    List<Term> list() {
        List<Term> list = new ArrayList<>();
        terms.forEach((factors, coefficient) -> list.add(new Term(coefficient, factors)));
        return list;
    }

    /** The number before the product of these factors. */
    Coefficient coefficient(Map<Expr, Coefficient> factors) {
        return terms.getOrDefault(factors, Coefficient.ZERO);
    }

    /** Each term of the one times each of the other. */
    Terms times(Terms other) {
        Terms product = new Terms();
        for (Term left : list()) {
            for (Term right : other.list()) {
                product.add(left.times(right));
            }
        }
        return product;
    }

    /** The largest number that all numbers in it are whole multiples of; 1 where some are decimals. */
    Coefficient content() {
        BigInteger above = BigInteger.ZERO;
        BigInteger below = BigInteger.ONE;
        for (Coefficient number : terms.values()) {
            if (number.decimal().scale() > 0) {
                return Coefficient.ONE;
            }
            above = above.gcd(number.decimal().toBigInteger());
            below = below.multiply(number.divisor()).divide(below.gcd(number.divisor()));
        }
        return above.signum() == 0
                ? Coefficient.ONE
                : new Coefficient(new BigDecimal(above).stripTrailingZeros(), below);
    }

    int count() {
        return terms.size();
    }

    /** The one term that it is, 0 included; only where {@link #count} is at most 1. */
    Term single() {
        return terms.isEmpty() ? Term.of(Coefficient.ZERO) : list().getFirst();
    }
}
