package ag.lang.syntax;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Figure.Sign;
import ag.lang.syntax.grammar.AgParser.*;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns what {@code plot} draws into ours. */
record FigureBuilder(StatementParts parts) {
    Figure figure(FigureContext figure) {
        Span span = parts.span(figure);
        return switch (figure) {
            case MarkContext mark ->
                new Figure.Mark(parts.expression(mark.expression(0)), parts.expression(mark.expression(1)), span);
            case TangentContext tangent -> tangent(tangent, span);
            case AreaContext area -> {
                List<Expr> expressions = parts.expressions(area.expression());
                yield new Figure.Area(expressions.getFirst(), null, at(expressions, 1), at(expressions, 2), span);
            }
            case BetweenContext between -> between(parts.expressions(between.expression()), span);
            case CurveContext curve -> curve(parts.expressions(curve.expression()), span);
            default -> throw ExpressionBuilder.unknown(figure);
        };
    }

    private static @Nullable Expr at(List<Expr> expressions, int index) {
        return index < expressions.size() ? expressions.get(index) : null;
    }

    private Figure tangent(TangentContext tangent, Span span) {
        Expr of = parts.placed(tangent.equation());
        if (tangent.expression() != null) {
            return new Figure.Tangent(of, parts.expression(tangent.expression()), span);
        }
        if (of instanceof Expr.At(Expr.Equation equation, List<Expr.Point> points, Span _)) {
            return new Figure.Touching(equation, points, span);
        }
        if (of instanceof Expr.At at && at.points().size() == 1) {
            return new Figure.Tangent(at.of(), at.points().getFirst().value(), span);
        }
        throw new AgException(
                ErrorCode.BAD_PLOT,
                "a tangent touches the curve at a place",
                span,
                "write: tangent " + of.span().text() + " at 2");
    }

    /** {@code f and g} is one expression to the grammar. */
    private static Figure between(List<Expr> expressions, Span span) {
        if (expressions.getFirst() instanceof Expr.Binary both && both.operator() == Expr.BinaryOperator.AND) {
            return new Figure.Area(both.left(), both.right(), at(expressions, 1), at(expressions, 2), span);
        }
        throw new AgException(
                ErrorCode.BAD_PLOT, "an area between curves needs two of them", span, "write: area between f and g");
    }

    private static Figure curve(List<Expr> sides, Span span) {
        Expr first = sides.getFirst();
        if (sides.size() == 2) {
            return new Figure.Relation(first, Sign.EQUAL, sides.getLast(), span);
        }
        if (first instanceof Expr.Equation equation) {
            return new Figure.Relation(equation.left(), Sign.EQUAL, equation.right(), span);
        }
        List<Figure.Relation> relations = relations(first, span);
        if (relations.size() == 1) {
            return relations.getFirst();
        }
        if (!relations.isEmpty()) {
            return new Figure.Region(relations, span);
        }
        return new Figure.Curve(first, span);
    }

    /** The inequalities of {@code y > x^2}, of {@code 1 < x^2 + y^2 < 4} and of {@code y > x and y < 4}; none where it is something else. */
    private static List<Figure.Relation> relations(Expr expression, Span span) {
        if (!(expression instanceof Expr.Binary binary)) {
            return List.of();
        }
        if (binary.operator() == Expr.BinaryOperator.AND) {
            List<Figure.Relation> left = relations(binary.left(), binary.left().span());
            List<Figure.Relation> right =
                    relations(binary.right(), binary.right().span());
            return left.isEmpty() || right.isEmpty()
                    ? List.of()
                    : Stream.concat(left.stream(), right.stream()).toList();
        }
        Sign sign = sign(binary);
        if (sign == null) {
            return List.of();
        }
        if (binary.left() instanceof Expr.Binary before && sign(before) != null) {
            Figure.Relation last = new Figure.Relation(before.right(), sign, binary.right(), span);
            return Stream.concat(relations(before, span).stream(), Stream.of(last))
                    .toList();
        }
        return List.of(new Figure.Relation(binary.left(), sign, binary.right(), span));
    }

    private static @Nullable Sign sign(Expr.Binary binary) {
        return switch (binary.operator()) {
            case LESS -> Sign.LESS;
            case LESS_OR_EQUAL -> Sign.AT_MOST;
            case GREATER -> Sign.GREATER;
            case GREATER_OR_EQUAL -> Sign.AT_LEAST;
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER, POWER_OF_EACH, MATRIX_MULTIPLY, EQUAL, NOT_EQUAL, AND, OR ->
                null;
        };
    }
}
