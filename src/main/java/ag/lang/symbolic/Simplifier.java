package ag.lang.symbolic;

import ag.engine.Operation;
import ag.engine.Partials;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.BinaryOperator;
import ag.lang.syntax.Expr.UnaryOperator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Writes an expression the way a textbook would: numbers multiplied out, like terms together, powers of one base together, 0 and 1
 * left out where they change nothing. Where the old and the new form both have a value, it is the same; products of sums stay
 * products.
 */
public final class Simplifier {
    private static final double LARGEST_FOLDED = 1e6;

    private Simplifier() {}

    public static Expr simplify(Expr expression) {
        return TermWriter.write(terms(expression));
    }

    private static Terms terms(Expr expression) {
        OptionalDouble number = Build.numberIn(expression);
        if (number.isPresent()) {
            double x = number.getAsDouble();
            return Double.isFinite(x) ? Terms.of(Term.of(Coefficient.of(x))) : atom(expression);
        }
        return switch (expression) {
            case Expr.Unary unary
            when unary.operator() == UnaryOperator.NEGATE -> {
                Terms negated = new Terms();
                negated.addAll(terms(unary.operand()), Coefficient.ONE.negated());
                yield negated;
            }
            case Expr.Unary unary -> atom(Build.not(simplify(unary.operand())));
            case Expr.Binary binary -> binary(binary);
            case Expr.Conditional choice -> choice(choice);
            case Expr.Call call -> call(call);
            case Expr.NumberLiteral _,
                    Expr.BooleanLiteral _,
                    Expr.TextLiteral _,
                    Expr.Name _,
                    Expr.Prime _,
                    Expr.Index _,
                    Expr.Member _,
                    Expr.Range _,
                    Expr.Vector _,
                    Expr.Comprehension _ -> atom(expression);
        };
    }

    private static Terms atom(Expr expression) {
        return Terms.of(Term.of(expression));
    }

    private static Terms binary(Expr.Binary binary) {
        return switch (binary.operator()) {
            case ADD, SUBTRACT -> {
                Terms sum = terms(binary.left());
                boolean adds = binary.operator() == BinaryOperator.ADD;
                sum.addAll(terms(binary.right()), adds ? Coefficient.ONE : Coefficient.ONE.negated());
                yield sum;
            }
            case MULTIPLY -> opened(product(terms(binary.left())).times(product(terms(binary.right()))));
            case DIVIDE -> {
                Term below = product(terms(binary.right()));
                yield below.coefficient().isZero()
                        ? atom(Build.divide(simplify(binary.left()), Build.ZERO))
                        : opened(product(terms(binary.left())).times(below.power(-1)));
            }
            case POWER -> power(terms(binary.left()), binary.right());
            case MATRIX_MULTIPLY, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL, AND, OR ->
                atom(Build.binary(binary.operator(), simplify(binary.left()), simplify(binary.right())));
        };
    }

    /** A sum as one factor of a product; 0 times anything is 0. */
    private static Term product(Terms terms) {
        return terms.count() <= 1 ? terms.single() : Term.of(TermWriter.write(terms));
    }

    /** A product that is nothing but a sum, or minus one, becomes part of the sum around it. */
    private static Terms opened(Term product) {
        if (product.coefficient().isZero()) {
            return new Terms();
        }
        boolean plain =
                product.coefficient().isOne() || product.coefficient().negated().isOne();
        if (plain && product.factors().size() == 1) {
            Map.Entry<Expr, Coefficient> only =
                    product.factors().entrySet().iterator().next();
            if (only.getValue().isOne() && isSum(only.getKey())) {
                Terms sum = new Terms();
                sum.addAll(terms(only.getKey()), product.coefficient());
                return sum;
            }
        }
        return Terms.of(product);
    }

    private static boolean isSum(Expr expression) {
        return expression instanceof Expr.Binary binary
                && (binary.operator() == BinaryOperator.ADD || binary.operator() == BinaryOperator.SUBTRACT);
    }

    private static Terms power(Terms base, Expr rawExponent) {
        Expr exponent = simplify(rawExponent);
        OptionalDouble number = Build.numberIn(exponent);
        Term of = product(base);
        if (number.isPresent() && Double.isFinite(number.getAsDouble())) {
            Coefficient by = Coefficient.of(number.getAsDouble());
            if (by.isZero()) {
                return Terms.of(Term.ONE);
            }
            boolean defined = !of.coefficient().isZero() || by.sign() > 0;
            if (by.isSmallWhole() && defined && of.factors().keySet().stream().allMatch(Simplifier::isSimpleBase)) {
                return opened(raised(of, by.decimal().intValueExact()));
            }
            boolean bare = of.coefficient().isOne()
                    && of.factors().size() == 1
                    && of.factors().values().iterator().next().isOne();
            if (bare) {
                return Terms.of(new Term(
                        Coefficient.ONE, Map.of(of.factors().keySet().iterator().next(), by)));
            }
        }
        if (Build.isNumber(TermWriter.write(base), 1)) {
            return Terms.of(Term.ONE);
        }
        return atom(Build.power(TermWriter.write(base), exponent));
    }

    private static boolean isSimpleBase(Expr base) {
        return Build.numberIn(base).isEmpty();
    }

    /** A root to an even power is the number under it to half of that. */
    private static Term raised(Term term, int exponent) {
        Term result = Term.of(term.coefficient().power(exponent));
        for (Map.Entry<Expr, Coefficient> factor : term.factors().entrySet()) {
            Coefficient by = factor.getValue().times(Coefficient.of(exponent));
            Expr under = rooted(factor.getKey());
            Coefficient half = by.times(Coefficient.of(0.5));
            if (under != null && half.isSmallWhole()) {
                result = result.times(product(terms(under)).power(half.decimal().intValueExact()));
            } else {
                result = result.times(new Term(Coefficient.ONE, Map.of(factor.getKey(), by)));
            }
        }
        return result;
    }

    private static @org.jspecify.annotations.Nullable Expr rooted(Expr base) {
        return base instanceof Expr.Call(Expr.Name(String name, Span _), List<Expr.Argument> arguments, Span _)
                        && name.equals("sqrt")
                        && arguments.size() == 1
                ? arguments.getFirst().value()
                : null;
    }

    private static Terms choice(Expr.Conditional choice) {
        Expr then = simplify(choice.then());
        Expr otherwise = simplify(choice.otherwise());
        return then.equals(otherwise) ? terms(then) : atom(Build.choice(simplify(choice.condition()), then, otherwise));
    }

    /** A function of a number becomes its value where that is a whole number: {@code log(1)} is 0. */
    private static Terms call(Expr.Call call) {
        if (!(call.callee() instanceof Expr.Name function)) {
            return atom(call);
        }
        List<Expr> arguments = call.arguments().stream()
                .map(argument -> argument.value() instanceof Expr.Vector vector
                        ? Build.vector(vector.elements().stream()
                                .map(Simplifier::simplify)
                                .toList())
                        : simplify(argument.value()))
                .toList();
        if (arguments.size() == 1
                && Build.numberIn(arguments.getFirst()).isPresent()
                && Operation.function(function.name(), 1)
                                .map(Operation::partials)
                                .orElse(null)
                        instanceof Partials.Unary unary) {
            double value = unary.value()
                    .applyAsDouble(Build.numberIn(arguments.getFirst()).getAsDouble());
            if (value == Math.rint(value) && Math.abs(value) < LARGEST_FOLDED) {
                return terms(Build.number(value));
            }
        }
        return atom(Build.call(function.name(), arguments));
    }
}
