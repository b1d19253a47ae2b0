package ag.lang.reading;

import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.BinaryOperator;
import ag.lang.syntax.Expr.UnaryOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads functions made of functions: {@code (f∘g)(x)} is f(g(x)), and {@code (f + g)(x)} is f(x) + g(x). */
record OfFunctions(Function<Expr, Expr> reader, Words words) {
    /** What stands for the argument of such a function where none is given. */
    private static final String ARGUMENT = "x";

    /** Whether it is made of functions by arithmetic, at least one of them; a function alone is none. */
    boolean isOne(Expr written) {
        return switch (written) {
            case Expr.Binary binary ->
                isArithmetic(binary.operator())
                        && isPart(binary.left())
                        && isPart(binary.right())
                        && (isFunction(binary.left()) || isFunction(binary.right()));
            case Expr.Beside beside ->
                isPart(beside.left())
                        && isPart(beside.right())
                        && (isFunction(beside.left()) || isFunction(beside.right()));
            case Expr.Unary(UnaryOperator operator, Expr operand, var _) ->
                operator == UnaryOperator.NEGATE && isFunction(operand);
            case Expr.Composed composed -> isFunction(composed.outer()) && isFunction(composed.inner());
            case Expr.Name name -> !together(name).isEmpty();
            default -> false;
        };
    }

    /** What it gives for an argument, which is read. */
    Expr of(Expr written, Expr argument) {
        return switch (written) {
            case Expr.Binary binary -> Reading.with(binary, of(binary.left(), argument), of(binary.right(), argument));
            case Expr.Beside beside -> Pieces.product(of(beside.left(), argument), of(beside.right(), argument));
            case Expr.Unary unary -> new Expr.Unary(unary.operator(), of(unary.operand(), argument), unary.span());
            case Expr.Composed composed -> of(composed.outer(), of(composed.inner(), argument));
            case Expr.NumberLiteral number -> number;
            case Expr.Name name
            when !together(name).isEmpty() ->
                Pieces.product(
                        together(name).stream().map(part -> of(part, argument)).toList());
            case Expr.Name name when isNumber(name) -> reader.apply(name);
            default -> reader.apply(Pieces.call(written, argument, written.span()));
        };
    }

    /** It without an argument, as a function. */
    Expr alone(Expr written) {
        Expr body = of(written, new Expr.Name(ARGUMENT, written.span()));
        return new Expr.Anonymous(List.of(ARGUMENT), body, written.span());
    }

    /** The functions of a word such as {@code fg}; empty where it is none. */
    private List<Expr> together(Expr.Name word) {
        if (!words.isNothing(word.name()) || word.name().length() > 3) {
            return List.of();
        }
        List<Expr> parts = new ArrayList<>();
        for (int i = 0; i < word.name().length(); i++) {
            Expr.Name part = new Expr.Name(word.name().substring(i, i + 1), word.span());
            if (!isFunction(part)) {
                return List.of();
            }
            parts.add(part);
        }
        return parts.size() > 1 ? parts : List.of();
    }

    private boolean isPart(Expr written) {
        return written instanceof Expr.NumberLiteral
                || (written instanceof Expr.Name name && isNumber(name))
                || isFunction(written);
    }

    private boolean isNumber(Expr.Name name) {
        return words.meaning(name.name()) instanceof Meaning.Value;
    }

    private boolean isFunction(Expr written) {
        return switch (written) {
            case Expr.Name name ->
                words.meaning(name.name()) instanceof Meaning.Function(List<String> parameters, boolean builtin)
                        && (builtin || parameters.size() == 1);
            case Expr.Prime prime -> isFunction(prime.function());
            case Expr.Anonymous function -> function.parameters().size() == 1;
            default -> isOne(written);
        };
    }

    private static boolean isArithmetic(BinaryOperator operator) {
        return switch (operator) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE -> true;
            case MATRIX_MULTIPLY,
                    POWER,
                    POWER_OF_EACH,
                    LESS,
                    LESS_OR_EQUAL,
                    GREATER,
                    GREATER_OR_EQUAL,
                    EQUAL,
                    NOT_EQUAL,
                    AND,
                    OR -> false;
        };
    }
}
