package ag.lang.symbolic;

import ag.engine.Operation;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.BinaryOperator;
import ag.lang.syntax.Expr.UnaryOperator;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Makes expressions that nobody typed. All of them stand at the same empty place, so that two that are written alike are equal.
 */
public final class Build {
    /** The place of what was not typed. */
    public static final Span NOWHERE = new Span(new SourceText("", ""), 0, 0);

    public static final Expr ZERO = number(0);
    public static final Expr ONE = number(1);

    private Build() {}

    /** A number; one below 0 is a sign before a number, as the parser reads it. */
    public static Expr number(double x) {
        boolean negative = x < 0 || (x == 0 && 1 / x < 0);
        return negative ? negate(new Expr.NumberLiteral(-x, NOWHERE)) : new Expr.NumberLiteral(x, NOWHERE);
    }

    public static Expr name(String name) {
        return new Expr.Name(name, NOWHERE);
    }

    /** {@code v[0]}, {@code W[1, 2]}. */
    public static Expr element(Expr of, int... indices) {
        return new Expr.Index(
                of, Arrays.stream(indices).mapToObj(i -> number(i)).toList(), NOWHERE);
    }

    public static Expr member(Expr of, String name) {
        return new Expr.Member(of, name, NOWHERE, NOWHERE);
    }

    public static Expr negate(Expr x) {
        return new Expr.Unary(UnaryOperator.NEGATE, x, NOWHERE);
    }

    public static Expr not(Expr x) {
        return new Expr.Unary(UnaryOperator.NOT, x, NOWHERE);
    }

    public static Expr binary(BinaryOperator operator, Expr left, Expr right) {
        return new Expr.Binary(operator, left, right, NOWHERE, NOWHERE);
    }

    public static Expr add(Expr left, Expr right) {
        return binary(BinaryOperator.ADD, left, right);
    }

    public static Expr subtract(Expr left, Expr right) {
        return binary(BinaryOperator.SUBTRACT, left, right);
    }

    public static Expr multiply(Expr left, Expr right) {
        return binary(BinaryOperator.MULTIPLY, left, right);
    }

    public static Expr divide(Expr left, Expr right) {
        return binary(BinaryOperator.DIVIDE, left, right);
    }

    public static Expr power(Expr base, Expr exponent) {
        return binary(BinaryOperator.POWER, base, exponent);
    }

    public static Expr call(String function, List<Expr> arguments) {
        return new Expr.Call(
                name(function),
                arguments.stream()
                        .map(argument -> new Expr.Argument(null, argument, NOWHERE))
                        .toList(),
                NOWHERE);
    }

    public static Expr choice(Expr condition, Expr then, Expr otherwise) {
        return new Expr.Conditional(condition, then, otherwise, NOWHERE);
    }

    public static Expr vector(List<Expr> elements) {
        return new Expr.Vector(elements, NOWHERE);
    }

    /** An operation of the table on expressions: written with its sign, or as a call. */
    public static Expr apply(Operation operation, List<Expr> operands) {
        return switch (operation) {
            case ADD -> add(operands.get(0), operands.get(1));
            case SUBTRACT -> subtract(operands.get(0), operands.get(1));
            case MULTIPLY -> multiply(operands.get(0), operands.get(1));
            case DIVIDE -> divide(operands.get(0), operands.get(1));
            case POWER -> power(operands.get(0), operands.get(1));
            case NEGATE -> negate(operands.getFirst());
            default ->
                switch (operation.kind()) {
                    case REDUCTION -> call(operation.symbol(), List.of(vector(operands)));
                    case LEAF, INFIX, PREFIX, FUNCTION, LOSS, INTERNAL -> call(operation.symbol(), operands);
                };
        };
    }

    /** The number that an expression is, where it is one. */
    public static OptionalDouble numberIn(Expr expression) {
        return switch (expression) {
            case Expr.NumberLiteral literal -> OptionalDouble.of(literal.value());
            case Expr.Unary(UnaryOperator operator, Expr.NumberLiteral literal, Span _)
            when operator == UnaryOperator.NEGATE -> OptionalDouble.of(-literal.value());
            default -> OptionalDouble.empty();
        };
    }

    public static boolean isNumber(Expr expression, double number) {
        OptionalDouble value = numberIn(expression);
        return value.isPresent() && value.getAsDouble() == number;
    }
}
