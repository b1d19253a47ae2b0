package ag.lang.symbolic;

import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.BinaryOperator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Factors as they are written: exp(2x) for exp(x)^2, x^(n - 1) for x^n·x^-1, a root for the power 1/2. */
final class WrittenFactors {
    private static final Coefficient HALF = Coefficient.of(0.5);

    private final Map<Expr, Coefficient> factors = new LinkedHashMap<>();

    private final Simplifier simplifier;

    private WrittenFactors(Simplifier simplifier) {
        this.simplifier = simplifier;
    }

    static Map<Expr, Coefficient> of(Map<Expr, Coefficient> factors, Simplifier simplifier) {
        WrittenFactors written = new WrittenFactors(simplifier);
        written.exponentials(factors);
        written.powers();
        return written.roots();
    }

    private void exponentials(Map<Expr, Coefficient> all) {
        all.forEach((base, power) -> {
            if (base instanceof Expr.Call(Expr.Name(String name, Span _), List<Expr.Argument> arguments, Span _)
                    && name.equals("exp")) {
                Terms exponent = new Terms();
                exponent.addAll(simplifier.terms(arguments.getFirst().value()), power);
                factors.put(Build.call("exp", List.of(simplifier.written(exponent))), Coefficient.ONE);
            } else {
                factors.put(base, power);
            }
        });
    }

    private void powers() {
        for (Map.Entry<Expr, Coefficient> factor : new ArrayList<>(factors.entrySet())) {
            if (factor.getValue().isOne()
                    && factor.getKey()
                            instanceof Expr.Binary(BinaryOperator operator, Expr base, Expr by, Span _, Span _)
                    && operator == BinaryOperator.POWER) {
                Coefficient more = factors.get(base);
                if (more != null) {
                    factors.remove(base);
                    factors.remove(factor.getKey());
                    Terms exponent = Terms.of(Term.of(more));
                    exponent.addAll(simplifier.terms(by), Coefficient.ONE);
                    factors.put(Build.power(base, simplifier.written(exponent)), Coefficient.ONE);
                }
            }
        }
    }

    /** x^(3/2) is x times its root; of what stands in parentheses only the root itself is written as one. */
    private Map<Expr, Coefficient> roots() {
        Map<Expr, Coefficient> written = new LinkedHashMap<>();
        factors.forEach((base, exponent) -> {
            Coefficient half = exponent.sign() > 0 ? HALF : HALF.negated();
            Coefficient rest = exponent.plus(half.negated());
            if (exponent.isWhole() || !rest.isWhole() || (!rest.isZero() && Term.isSum(base))) {
                written.put(base, exponent);
                return;
            }
            if (!rest.isZero()) {
                written.put(base, rest);
            }
            Coefficient one = Coefficient.ONE;
            written.put(Build.call("sqrt", List.of(base)), exponent.sign() > 0 ? one : one.negated());
        });
        return written;
    }
}
