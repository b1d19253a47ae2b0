package ag.lang.syntax;

import ag.lang.source.AgException;
import ag.lang.source.Span;
import ag.lang.syntax.Expr.BinaryOperator;
import ag.lang.syntax.grammar.AgBaseVisitor;
import ag.lang.syntax.grammar.AgParser.*;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.RuleNode;

/**
 * One step of a chain that leans to the left, such as {@code a + b + c}: what stands to the left is built already, and the form
 * visited continues it.
 */
final class ChainStep extends AgBaseVisitor<Expr> {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private final Places places;
    private final ExpressionBuilder expressions;
    private final Expr left;
    private final ExpressionContext leftContext;

    ChainStep(Places places, ExpressionBuilder expressions, Expr left, ExpressionContext leftContext) {
        this.places = places;
        this.expressions = expressions;
        this.left = left;
        this.leftContext = leftContext;
    }

    @Override
    public Expr visitChildren(RuleNode node) {
        throw ExpressionBuilder.unknown(node);
    }

    @Override
    public Expr visitIndex(IndexContext index) {
        List<Expr> indices = new ArrayList<>();
        for (PlaceContext place : index.place()) {
            indices.add(
                    place.expression() == null
                            ? new Expr.Whole(places.span(place))
                            : expressions.expression(place.expression()));
        }
        return new Expr.Index(left, indices, places.span(index));
    }

    @Override
    public Expr visitMember(MemberContext member) {
        return new Expr.Member(
                left, member.NAME().getText(), places.span(member.NAME().getSymbol()), places.span(member));
    }

    @Override
    public Expr visitPrime(PrimeContext prime) {
        return new Expr.Prime(left, ExpressionBuilder.order(prime.PRIME().getText()), places.span(prime));
    }

    @Override
    public Expr visitPower(PowerContext power) {
        return binary(BinaryOperator.POWER, power.operator, left, power.expression(1), places.span(power));
    }

    @Override
    public Expr visitSum(SumContext sum) {
        BinaryOperator operator = sum.operator.getText().equals("+") ? BinaryOperator.ADD : BinaryOperator.SUBTRACT;
        return binary(operator, sum.operator, left, sum.expression(1), places.span(sum));
    }

    @Override
    public Expr visitAnd(AndContext and) {
        return binary(BinaryOperator.AND, and.AND().getSymbol(), left, and.expression(1), places.span(and));
    }

    @Override
    public Expr visitOr(OrContext or) {
        return binary(BinaryOperator.OR, or.OR().getSymbol(), left, or.expression(1), places.span(or));
    }

    @Override
    public Expr visitRange(RangeContext context) {
        Span span = places.span(context);
        if (leftContext instanceof RangeContext) {
            throw new AgException(
                    "bad-range",
                    "a range has two ends, and here are three",
                    places.span(context.operator),
                    "write: 1..3, or linspace(0, 1, 5) for other steps");
        }
        return new Expr.Range(
                left,
                expressions.expression(context.expression(1)),
                context.operator.getText().equals(".."),
                span);
    }

    @Override
    public Expr visitProduct(ProductContext context) {
        Span span = places.span(context);
        ExpressionContext right = context.expression(1);
        BinaryOperator operator = switch (context.operator.getText()) {
            case "/", "÷" -> BinaryOperator.DIVIDE;
            case "@" -> BinaryOperator.MATRIX_MULTIPLY;
            default -> BinaryOperator.MULTIPLY;
        };
        if (operator == BinaryOperator.DIVIDE && right instanceof JuxtapositionContext below) {
            String above = places.span(context.expression(0)).text();
            String number = places.span(below.expression(0)).text();
            String factor = places.span(below.expression(1)).text();
            throw new AgException(
                    "two-readings",
                    "'" + span.text() + "' can be read in two ways",
                    span,
                    "write %s/(%s*%s), or (%s/%s)*%s".formatted(above, number, factor, above, number, factor));
        }
        return binary(operator, context.operator, left, right, span);
    }

    @Override
    public Expr visitJuxtaposition(JuxtapositionContext context) {
        Span span = places.span(context);
        ExpressionContext factor = context.expression(1);
        if (leftContext instanceof PowerContext power) {
            String base = places.span(power.expression(0)).text();
            String exponent = places.span(power.expression(1)).text();
            String behind = places.span(factor).text();
            throw new AgException(
                    "two-readings",
                    "'" + span.text() + "' can be read in two ways",
                    span,
                    "write %s^(%s*%s), or %s^%s*%s".formatted(base, exponent, behind, base, exponent, behind));
        }
        Span between = new Span(span.source(), left.span().end(), left.span().end());
        return new Expr.Binary(BinaryOperator.MULTIPLY, left, expressions.expression(factor), between, span);
    }

    /** {@code a < b < c} means that both hold. */
    @Override
    public Expr visitComparison(ComparisonContext context) {
        Span span = places.span(context);
        BinaryOperator operator = switch (context.operator.getText()) {
            case "<" -> BinaryOperator.LESS;
            case "<=", "≤" -> BinaryOperator.LESS_OR_EQUAL;
            case ">" -> BinaryOperator.GREATER;
            case ">=", "≥" -> BinaryOperator.GREATER_OR_EQUAL;
            case "==" -> BinaryOperator.EQUAL;
            default -> BinaryOperator.NOT_EQUAL;
        };
        if (leftContext instanceof ComparisonContext) {
            Expr middle = left instanceof Expr.Binary(BinaryOperator and, Expr _, Expr.Binary last, Span _, Span _)
                            && and == BinaryOperator.AND
                    ? last.right()
                    : ((Expr.Binary) left).right();
            Expr last = binary(
                    operator,
                    context.operator,
                    middle,
                    context.expression(1),
                    middle.span().to(span));
            return new Expr.Binary(BinaryOperator.AND, left, last, places.span(context.operator), span);
        }
        return binary(operator, context.operator, left, context.expression(1), span);
    }

    @Override
    public Expr visitSuperscript(SuperscriptContext context) {
        Span span = places.span(context);
        double exponent = 0;
        for (char digit : context.SUPERSCRIPT().getText().toCharArray()) {
            exponent = 10 * exponent + SUPERSCRIPTS.indexOf(digit);
        }
        Span sign = places.span(context.SUPERSCRIPT().getSymbol());
        return new Expr.Binary(BinaryOperator.POWER, left, new Expr.NumberLiteral(exponent, sign), sign, span);
    }

    /** {@code x.f(y)} is {@code f(x, y)}. */
    @Override
    public Expr visitCall(CallContext context) {
        Span span = places.span(context);
        List<Expr.Argument> arguments = new ArrayList<>();
        Expr function = left;
        if (left instanceof Expr.Member(Expr target, String name, Span nameSpan, Span _)) {
            arguments.add(new Expr.Argument(null, target, target.span()));
            function = new Expr.Name(name, nameSpan);
        }
        for (ArgumentContext argument : context.argument()) {
            Span place = places.span(argument);
            Expr value = expressions.expression(argument.expression());
            if (argument.comprehension() != null) {
                value = expressions.comprehension(value, argument.comprehension(), false, place);
            }
            arguments.add(new Expr.Argument(
                    argument.NAME() == null ? null : argument.NAME().getText(), value, place));
        }
        return new Expr.Call(function, arguments, span);
    }

    private Expr binary(BinaryOperator operator, Token sign, Expr left, ExpressionContext right, Span span) {
        return new Expr.Binary(operator, left, expressions.expression(right), places.span(sign), span);
    }
}
