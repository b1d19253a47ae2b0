package ag.lang.algebra;

import ag.engine.Operation;
import ag.lang.syntax.Expr.BinaryOperator;
import java.util.List;
import java.util.Random;

/** Formulas in x, a and b that are made by chance, the same for the same seed. */
final class RandomTerm {
    private static final List<Operation> FUNCTIONS = List.of(
            Operation.SIN,
            Operation.COS,
            Operation.TANH,
            Operation.SIGMOID,
            Operation.SQRT,
            Operation.LOG,
            Operation.ATAN,
            Operation.RELU,
            Operation.SOFTPLUS,
            Operation.ABS,
            Operation.TAN,
            Operation.COSH,
            Operation.CBRT);
    private static final List<String> NAMES = List.of("x", "a", "b");

    private final Random random;

    RandomTerm(long seed) {
        random = new Random(seed);
    }

    Term next(int depth) {
        if (depth == 0 || random.nextInt(8) == 0) {
            return leaf();
        }
        return switch (random.nextInt(10)) {
            case 0, 1 -> Term.sum(next(depth - 1), next(depth - 1));
            case 2 -> Term.minus(next(depth - 1), next(depth - 1));
            case 3, 4 -> Term.product(next(depth - 1), next(depth - 1));
            case 5 -> Term.quotient(next(depth - 1), next(depth - 1));
            case 6 -> Term.power(next(depth - 1), exponent());
            case 7 -> Term.negative(next(depth - 1));
            case 8 -> Term.power(Term.e(), next(depth - 1));
            default -> Term.apply(FUNCTIONS.get(random.nextInt(FUNCTIONS.size())), next(depth - 1));
        };
    }

    private Term exponent() {
        return random.nextInt(5) == 0
                ? Term.number(Rational.of(random.nextInt(7) - 3, 2))
                : Term.number(random.nextInt(6) - 2);
    }

    /** One that also has choices, comparisons, elements of vectors and derivatives that are still to be done. */
    Term any(int depth) {
        if (depth == 0) {
            return random.nextInt(4) == 0 ? Term.letter("v[" + random.nextInt(3) + "]") : leaf();
        }
        return switch (random.nextInt(10)) {
            case 0 -> new Term.Choice(condition(depth - 1), any(depth - 1), any(depth - 1));
            case 1 -> Term.sum(any(depth - 1), any(depth - 1));
            case 2 -> Term.product(any(depth - 1), any(depth - 1));
            case 3 -> Term.power(any(depth - 1), any(depth - 1));
            case 4 -> Term.quotient(any(depth - 1), any(depth - 1));
            case 5 -> Term.negative(any(depth - 1));
            case 6 -> Term.apply(FUNCTIONS.get(random.nextInt(FUNCTIONS.size())), any(depth - 1));
            case 7 -> new Term.Derivative(any(depth - 1), new Term.Letter(random.nextBoolean() ? "x" : "v[1]"));
            case 8 -> Term.power(Term.e(), any(depth - 1));
            default -> Term.apply(Operation.MAX, any(depth - 1), any(depth - 1));
        };
    }

    private Condition condition(int depth) {
        Condition less = new Condition.Comparison(BinaryOperator.LESS, any(depth), any(depth));
        return switch (random.nextInt(4)) {
            case 0 -> new Condition.Not(less);
            case 2 -> new Condition.Both(less, new Condition.Comparison(BinaryOperator.GREATER, any(depth), leaf()));
            case 1 -> new Condition.Either(less, new Condition.Comparison(BinaryOperator.EQUAL, any(depth), leaf()));
            default -> less;
        };
    }

    private Term leaf() {
        return switch (random.nextInt(12)) {
            case 0 -> Term.pi();
            case 1 -> Term.e();
            case 2 -> new Term.Num(Rational.HALF, true);
            case 3, 4, 5 -> Term.number(random.nextInt(7) - 2);
            default -> Term.letter(NAMES.get(random.nextInt(NAMES.size())));
        };
    }
}
