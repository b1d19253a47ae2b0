package ag.lang.symbolic;

import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.BinaryOperator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a sum of terms as an expression: 3·x^2 - 2 rather than -2 + x^2·3. */
final class TermWriter {
    private final Simplifier simplifier;

    TermWriter(Simplifier simplifier) {
        this.simplifier = simplifier;
    }

    Expr write(Terms sum) {
        List<Term> terms = ordered(sum.list());
        Expr written = null;
        for (Term term : terms) {
            if (written == null) {
                written = term(term);
            } else if (term.coefficient().sign() < 0) {
                written = Build.subtract(written, term(term.scaled(Coefficient.ONE.negated())));
            } else {
                written = Build.add(written, term(term));
            }
        }
        return written == null ? Build.ZERO : written;
    }

    /** A polynomial starts with its highest power, unless that would put a minus sign in front. */
    private static List<Term> ordered(List<Term> terms) {
        if (!terms.stream().allMatch(TermWriter::isPolynomial)) {
            return firstPositive(terms);
        }
        List<Term> sorted = new ArrayList<>(terms);
        sorted.sort(Comparator.comparingDouble((Term term) -> -degree(term)));
        return sorted.isEmpty() || sorted.getFirst().coefficient().sign() > 0 ? sorted : firstPositive(terms);
    }

    /** A sum starts with what is added, where anything is. */
    private static List<Term> firstPositive(List<Term> terms) {
        for (int i = 1; i < terms.size(); i++) {
            if (terms.getFirst().coefficient().sign() < 0
                    && terms.get(i).coefficient().sign() > 0) {
                List<Term> turned = new ArrayList<>(terms);
                turned.addFirst(turned.remove(i));
                return turned;
            }
        }
        return terms;
    }

    private static boolean isPolynomial(Term term) {
        return term.factors().entrySet().stream()
                .allMatch(factor ->
                        rank(factor.getKey()) == 0 && factor.getValue().sign() > 0);
    }

    private static double degree(Term term) {
        return term.factors().values().stream().mapToDouble(Coefficient::value).sum();
    }

    private Expr term(Term term) {
        List<Map.Entry<Expr, Coefficient>> factors =
                new ArrayList<>(WrittenFactors.of(term.factors(), simplifier).entrySet());
        factors.sort(Comparator.comparingInt(factor -> rank(factor.getKey())));
        BigDecimal number = term.coefficient().decimal().abs();
        BigInteger divisor = term.coefficient().divisor();
        Expr above = number.compareTo(BigDecimal.ONE) == 0 ? null : Build.number(number.doubleValue());
        Expr below = divisor.equals(BigInteger.ONE) ? null : Build.number(divisor.doubleValue());
        for (Map.Entry<Expr, Coefficient> factor : factors) {
            Coefficient exponent = factor.getValue();
            if (exponent.sign() > 0) {
                above = times(above, power(factor.getKey(), exponent));
            } else {
                below = times(below, power(factor.getKey(), exponent.negated()));
            }
        }
        Expr top = above == null ? Build.ONE : above;
        Expr signed = term.coefficient().sign() < 0 ? negated(top) : top;
        return below == null ? signed : Build.divide(signed, below);
    }

    private static Expr times(@Nullable Expr product, Expr factor) {
        return product == null ? factor : Build.multiply(product, factor);
    }

    private static Expr power(Expr base, Coefficient exponent) {
        if (exponent.isOne()) {
            return base;
        }
        Expr divisor = Build.number(exponent.divisor().doubleValue());
        Expr number = Build.number(exponent.decimal().doubleValue());
        return Build.power(base, exponent.divisor().equals(BigInteger.ONE) ? number : Build.divide(number, divisor));
    }

    /** The sign goes to the first factor, as in {@code -2x*y}. */
    private static Expr negated(Expr product) {
        if (product instanceof Expr.Binary binary && binary.operator() == BinaryOperator.MULTIPLY) {
            return Build.multiply(negated(binary.left()), binary.right());
        }
        return Build.negate(product);
    }

    /** Names come first, then functions, then whatever stands in parentheses. */
    private static int rank(Expr base) {
        return switch (base) {
            case Expr.Name _, Expr.Index _, Expr.Member _ -> 0;
            case Expr.NumberLiteral _ -> 0;
            case Expr.Call _, Expr.Prime _ -> 1;
            case Expr.Binary binary -> binary.operator() == BinaryOperator.POWER ? 1 : 3;
            case Expr.Unary _, Expr.BooleanLiteral _, Expr.TextLiteral _ -> 2;
            case Expr.Range _, Expr.Whole _, Expr.Vector _, Expr.Comprehension _, Expr.Conditional _ -> 2;
        };
    }
}
