package ag.lang.statements;

import ag.lang.interpreter.Code;
import ag.lang.interpreter.ExpressionCompiler;
import ag.lang.interpreter.Scope;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.BinaryOperator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What must hold at a minimum, as {@code x + y <= 1} or {@code x*y = 2}.
 *
 * @param difference what must be at most 0, or 0; several numbers where vectors are compared
 * @param isEquality whether it must be 0
 * @param text one comparison of those that are chained
 */
record Constraint(Code difference, boolean isEquality, String text, Span span) {
    /** A condition, or several where comparisons are chained or joined by {@code and}. */
    static List<Constraint> compile(Expr condition, ExpressionCompiler expressions, Scope scope) {
        if (condition instanceof Expr.Equation equation) {
            return List.of(of(
                    equation.left(),
                    equation.right(),
                    true,
                    equation.span().text(),
                    equation.span(),
                    expressions,
                    scope));
        }
        if (!(condition instanceof Expr.Binary binary)) {
            throw wrong(condition);
        }
        return switch (binary.operator()) {
            case AND ->
                Stream.of(binary.left(), binary.right())
                        .flatMap(part -> compile(part, expressions, scope).stream())
                        .toList();
            case EQUAL ->
                List.of(of(binary.left(), binary.right(), true, text(binary), binary.span(), expressions, scope));
            case LESS, LESS_OR_EQUAL ->
                List.of(of(binary.left(), binary.right(), false, text(binary), binary.span(), expressions, scope));
            case GREATER, GREATER_OR_EQUAL ->
                List.of(of(binary.right(), binary.left(), false, text(binary), binary.span(), expressions, scope));
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, MATRIX_MULTIPLY, POWER, POWER_OF_EACH, NOT_EQUAL, OR ->
                throw wrong(condition);
        };
    }

    private static Constraint of(
            Expr left,
            Expr right,
            boolean equality,
            String text,
            Span span,
            ExpressionCompiler expressions,
            Scope scope) {
        Expr difference = new Expr.Binary(BinaryOperator.SUBTRACT, left, right, span, span);
        return new Constraint(expressions.compile(difference, scope), equality, text, span);
    }

    private static String text(Expr.Binary comparison) {
        return comparison.left().span().text() + " "
                + comparison.operator().sign() + " "
                + comparison.right().span().text();
    }

    private static AgException wrong(Expr condition) {
        return new AgException(
                ErrorCode.BAD_CONDITION,
                "a condition compares two sides with <=, >= or =",
                condition.span(),
                "write: subject to x + y <= 1, x*y = 2");
    }
}
