package ag.lang.symbolic;

import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.BinaryOperator;
import java.util.List;
import java.util.Random;

/** Expressions in x, a and b that are made by chance, the same for the same seed. */
final class RandomExpression {
    private static final List<String> FUNCTIONS =
            List.of("sin", "cos", "exp", "tanh", "sigmoid", "sqrt", "log", "atan", "relu", "softplus");
    private static final List<String> NAMES = List.of("x", "a", "b");

    private final Random random;

    RandomExpression(long seed) {
        random = new Random(seed);
    }

    Expr next(int depth) {
        if (depth == 0 || random.nextInt(8) == 0) {
            return leaf();
        }
        return switch (random.nextInt(9)) {
            case 0, 1 -> Build.add(next(depth - 1), next(depth - 1));
            case 2 -> Build.subtract(next(depth - 1), next(depth - 1));
            case 3, 4 -> Build.multiply(next(depth - 1), next(depth - 1));
            case 5 -> Build.divide(next(depth - 1), next(depth - 1));
            case 6 -> Build.power(next(depth - 1), Build.number(random.nextInt(5) - 1));
            case 7 -> Build.negate(next(depth - 1));
            default -> Build.call(FUNCTIONS.get(random.nextInt(FUNCTIONS.size())), List.of(next(depth - 1)));
        };
    }

    /** One that also has choices, comparisons and elements of vectors. */
    Expr any(int depth) {
        if (depth == 0) {
            return random.nextInt(4) == 0 ? Build.element(Build.name("v"), random.nextInt(3)) : leaf();
        }
        return switch (random.nextInt(7)) {
            case 0 -> Build.choice(comparison(depth - 1), any(depth - 1), any(depth - 1));
            case 1 -> Build.add(any(depth - 1), any(depth - 1));
            case 2 -> Build.multiply(any(depth - 1), any(depth - 1));
            case 3 -> Build.power(any(depth - 1), any(depth - 1));
            case 4 -> Build.divide(any(depth - 1), any(depth - 1));
            case 5 -> Build.negate(any(depth - 1));
            default -> Build.call("max", List.of(any(depth - 1), any(depth - 1)));
        };
    }

    private Expr comparison(int depth) {
        Expr less = Build.binary(BinaryOperator.LESS, any(depth), any(depth));
        return switch (random.nextInt(3)) {
            case 0 -> Build.not(less);
            case 1 -> Build.binary(BinaryOperator.OR, less, Build.binary(BinaryOperator.EQUAL, any(depth), leaf()));
            default -> less;
        };
    }

    private Expr leaf() {
        return random.nextBoolean()
                ? Build.name(NAMES.get(random.nextInt(NAMES.size())))
                : Build.number(random.nextInt(4) == 0 ? 0.5 : random.nextInt(7) - 2);
    }
}
