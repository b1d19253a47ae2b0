package ag.lang.algebra;

import ag.engine.Operation;
import java.util.Map;
import java.util.Set;

/** What is known of the sign of formulas, and of functions on the two sides of 0. */
final class Signs {
    /** Functions with f(-x) = -f(x), by their names: names that the table lacks match nothing. */
    private static final Set<String> ODD = Set.of(
            "sin", "tan", "csc", "cot", "asin", "atan", "sinh", "tanh", "csch", "coth", "asinh", "atanh", "erf",
            "cbrt");

    /** Functions with f(-x) = f(x). */
    private static final Set<String> EVEN = Set.of("cos", "sec", "cosh", "sech");

    /** Functions that are 0 at 0. */
    private static final Set<String> ZERO_AT_ZERO = Set.of(
            "sin", "tan", "asin", "atan", "sinh", "tanh", "asinh", "atanh", "erf", "cbrt", "sign", "expm1", "log1p");

    /** Functions that are nowhere 0 or below. */
    private static final Set<String> POSITIVE = Set.of("cosh", "sech", "sigmoid", "softplus");

    private Signs() {}

    static boolean isOdd(Operation operation) {
        return ODD.contains(operation.symbol());
    }

    static boolean isEven(Operation operation) {
        return EVEN.contains(operation.symbol());
    }

    static boolean isZeroAtZero(Operation operation) {
        return ZERO_AT_ZERO.contains(operation.symbol());
    }

    /** Whether a formula is plainly above 0 wherever it has a value, or at 0 at least where a root is taken. */
    static boolean isPositive(Term term) {
        return switch (term) {
            case Term.Num _ -> true;
            case Term.Constant(Term.Named name) -> name == Term.Named.PI || name == Term.Named.E;
            case Term.Power(Term base, Term _) -> isPositive(base);
            case Term.Apply apply ->
                POSITIVE.contains(apply.operation().symbol())
                        || apply.operation() == Operation.ABS
                        || apply.operation() == Operation.SQRT;
            case Term.Product product -> product.factors().stream().allMatch(Signs::isPositive);
            case Term.Quotient quotient -> isPositive(quotient.above()) && isPositive(quotient.below());
            case Term.Letter _, Term.Sum _, Term.Negative _, Term.Choice _, Term.Derivative _, Term.Integral _ -> false;
        };
    }

    /** Whether a power of a base is above 0 for all numbers, as an even one is. */
    static boolean isPositive(Map.Entry<Term, Rational> power) {
        return isPositive(power.getKey()) || power.getValue().isEven();
    }
}
