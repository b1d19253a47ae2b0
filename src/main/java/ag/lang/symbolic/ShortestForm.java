package ag.lang.symbolic;

import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chooses between the forms that a sum can take: as it came, multiplied out, or with a common factor in front. The one with the
 * fewest operations is taken, and of equals the first of these.
 */
final class ShortestForm {
    /** Products of more terms are not multiplied out. */
    private static final int MOST_TERMS = 40;

    private static final int LARGEST_POWER = 4;

    private static final Coefficient TWO = Coefficient.of(2);

    /** sin^2 + cos^2 = 1 and cosh^2 - sinh^2 = 1. */
    private record Squares(String first, String second, boolean added) {}

    private static final List<Squares> SQUARES =
            List.of(new Squares("sin", "cos", true), new Squares("cosh", "sinh", false));

    private final Simplifier simplifier;

    ShortestForm(Simplifier simplifier) {
        this.simplifier = simplifier;
    }

    Terms of(Terms sum) {
        if (sum.count() < 2) {
            return sum;
        }
        Terms plain = withoutSquares(sum);
        Terms expanded = shorter(plain, withoutSquares(expanded(plain)));
        return shorter(expanded, Terms.of(fraction(plain, false)));
    }

    /** The sum as one factor, with the minus sign in front of it where all summands have one. */
    Term factor(Terms sum) {
        if (sum.count() < 2) {
            return sum.single();
        }
        if (sum.list().stream().allMatch(term -> term.coefficient().sign() < 0)) {
            Terms negated = new Terms();
            negated.addAll(sum, Coefficient.ONE.negated());
            return Term.of(simplifier.written(negated)).scaled(Coefficient.ONE.negated());
        }
        return Term.of(simplifier.written(sum));
    }

    /**
     * The sum as one term, with what is common to all summands in front of it.
     *
     * @param names whether that may be nothing but names in the denominator
     */
    Term fraction(Terms sum, boolean names) {
        if (sum.count() < 2) {
            return sum.single();
        }
        Map<Expr, Coefficient> common = common(sum.list(), names);
        Term outside = new Term(Coefficient.ONE, common);
        Terms inside = new Terms();
        sum.list().forEach(term -> inside.add(term.times(outside.power(-1))));
        Coefficient divisor = divisor(inside);
        Terms whole = new Terms();
        whole.addAll(inside, divisor);
        Terms plain = withoutSquares(whole);
        Terms shortest = shorter(plain, withoutSquares(expanded(plain)));
        return outside.times(factor(shortest)).scaled(divisor.reciprocal());
    }

    /** What all numbers must be multiplied by so that none is a fraction. */
    private static Coefficient divisor(Terms terms) {
        BigInteger divisor = BigInteger.ONE;
        for (Term term : terms.list()) {
            BigInteger next = term.coefficient().divisor();
            divisor = divisor.multiply(next).divide(divisor.gcd(next));
        }
        return new Coefficient(new BigDecimal(divisor), BigInteger.ONE);
    }

    long operations(Term term) {
        return Derivation.operations(simplifier.written(Terms.of(term)));
    }

    private Terms shorter(Terms first, Terms second) {
        return Derivation.operations(simplifier.written(second)) < Derivation.operations(simplifier.written(first))
                ? second
                : first;
    }

    /** For each base the lowest power of it; none where names are all that is common, for a polynomial stays one. */
    private static Map<Expr, Coefficient> common(List<Term> terms, boolean names) {
        Set<Expr> bases = new HashSet<>();
        terms.forEach(term -> bases.addAll(term.factors().keySet()));
        Map<Expr, Coefficient> common = new LinkedHashMap<>();
        for (Expr base : terms.getFirst().factors().keySet()) {
            bases.remove(base);
            lowest(terms, base, common);
        }
        bases.forEach(base -> lowest(terms, base, common));
        boolean polynomial = common.entrySet().stream()
                .allMatch(factor -> factor.getKey() instanceof Expr.Name
                        && factor.getValue().isWhole()
                        && !(names && factor.getValue().sign() < 0));
        return polynomial ? Map.of() : common;
    }

    private static void lowest(List<Term> terms, Expr base, Map<Expr, Coefficient> common) {
        Coefficient lowest = terms.stream()
                .map(term -> term.factors().getOrDefault(base, Coefficient.ZERO))
                .reduce((a, b) -> a.value() <= b.value() ? a : b)
                .orElse(Coefficient.ZERO);
        if (!lowest.isZero()) {
            common.put(base, lowest);
        }
    }

    private Terms expanded(Terms sum) {
        Terms expanded = new Terms();
        for (Term term : sum.list()) {
            Terms product = Terms.of(Term.of(term.coefficient()));
            for (Map.Entry<Expr, Coefficient> factor : term.factors().entrySet()) {
                Coefficient exponent = factor.getValue();
                boolean opens = Term.isSum(factor.getKey())
                        && exponent.isWhole()
                        && exponent.sign() > 0
                        && exponent.value() <= LARGEST_POWER;
                if (!opens) {
                    product = product.times(Terms.of(new Term(Coefficient.ONE, Map.of(factor.getKey(), exponent))));
                    continue;
                }
                Terms inner = simplifier.terms(factor.getKey());
                for (int i = 0; i < exponent.value(); i++) {
                    product = product.times(inner);
                    if (product.count() > MOST_TERMS) {
                        return sum;
                    }
                }
            }
            expanded.addAll(product, Coefficient.ONE);
        }
        return expanded;
    }

    private static Terms withoutSquares(Terms sum) {
        Terms now = sum;
        for (Squares squares : SQUARES) {
            for (Term term : now.list()) {
                for (Expr base : term.factors().keySet()) {
                    now = withoutSquares(now, term, base, squares);
                }
            }
        }
        return now;
    }

    private static Terms withoutSquares(Terms sum, Term term, Expr base, Squares squares) {
        if (!(base instanceof Expr.Call(Expr.Name(String name, Span _), List<Expr.Argument> arguments, Span _)
                && name.equals(squares.first)
                && term.factors().getOrDefault(base, Coefficient.ZERO).value() >= 2)) {
            return sum;
        }
        Term rest = term.times(square(base).power(-1));
        Term partner = rest.times(square(Build.call(
                squares.second, arguments.stream().map(Expr.Argument::value).toList())));
        Coefficient number =
                squares.added ? term.coefficient() : term.coefficient().negated();
        if (!sum.coefficient(term.factors()).equals(term.coefficient())
                || !sum.coefficient(partner.factors()).equals(number)) {
            return sum;
        }
        Terms without = new Terms();
        sum.list().forEach(without::add);
        without.add(term.scaled(Coefficient.ONE.negated()));
        without.add(new Term(number.negated(), partner.factors()));
        without.add(rest);
        return without;
    }

    private static Term square(Expr base) {
        return new Term(Coefficient.ONE, Map.of(base, TWO));
    }
}
