package ag.lang.syntax;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
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
        return new Expr.Index(left, expressions.indices(index.place()), places.span(index));
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
    public Expr visitComposition(CompositionContext composition) {
        return new Expr.Composed(left, expressions.expression(composition.expression(1)), places.span(composition));
    }

    @Override
    public Expr visitPower(PowerContext power) {
        BinaryOperator operator = power.POWER_OF_EACH() == null ? BinaryOperator.POWER : BinaryOperator.POWER_OF_EACH;
        return binary(operator, power.operator, left, power.expression(1), places.span(power));
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
                    ErrorCode.BAD_RANGE,
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
    public Expr visitStepped(SteppedContext context) {
        Span span = places.span(context);
        if (!(left instanceof Expr.Range range)) {
            throw new AgException(
                    ErrorCode.BAD_RANGE,
                    "'by' says how far the numbers of a range are apart, and here is no range",
                    span,
                    "write: 0..1 by 0.25");
        }
        return new Expr.Stepped(range, expressions.expression(context.expression(1)), span);
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
        return binary(operator, context.operator, left, right, span);
    }

    @Override
    public Expr visitJuxtaposition(JuxtapositionContext context) {
        ExpressionContext factor = context.expression(1);
        Expr right = expressions.expression(factor);
        if (isNumber(left)
                && !(right instanceof Expr.Name name && WrittenNames.isFunction(name.name()))
                && !isFraction(right)) {
            Span between = new Span(
                    right.span().source(), left.span().end(), left.span().end());
            return new Expr.Binary(BinaryOperator.MULTIPLY, left, right, between, places.span(context));
        }
        // A space behind a number says nothing.
        boolean touching = places.span(factor).start()
                        == places.span(context.expression(0)).end()
                || (isNumber(left instanceof Expr.Beside beside ? beside.right() : left) && !isFraction(right));
        return new Expr.Beside(
                left, isBracketed(leftContext), right, isBracketed(factor), touching, places.span(context));
    }

    private static boolean isNumber(Expr expression) {
        return expression instanceof Expr.NumberLiteral
                || (expression instanceof Expr.Unary unary && unary.operand() instanceof Expr.NumberLiteral);
    }

    private static boolean isFraction(Expr expression) {
        return expression instanceof Expr.Binary binary
                && binary.operator() == BinaryOperator.DIVIDE
                && binary.operatorSpan().equals(binary.span());
    }

    private static boolean isBracketed(ExpressionContext context) {
        return context instanceof AtomContext atom
                && (atom.primary() instanceof GroupContext || atom.primary() instanceof BarsContext);
    }

    @Override
    public Expr visitFactorial(FactorialContext context) {
        return new Expr.Factorial(left, places.span(context));
    }

    @Override
    public Expr visitDegrees(DegreesContext context) {
        return new Expr.Degrees(left, places.span(context));
    }

    /** {@code x^2 if x < 0 else 2x}. */
    @Override
    public Expr visitGiven(GivenContext context) {
        return new Expr.Conditional(
                expressions.expression(context.expression(1)),
                left,
                expressions.expression(context.expression(2)),
                places.span(context));
    }

    @Override
    public Expr visitAt(AtContext context) {
        List<Expr.Point> points = new ArrayList<>();
        for (PointContext point : context.point()) {
            Expr.Name letter = point.NAME() == null
                    ? null
                    : new Expr.Name(
                            point.NAME().getText(), places.span(point.NAME().getSymbol()));
            for (Expr value : expressions.all(point.expression())) {
                points.add(new Expr.Point(letter, value));
            }
        }
        return new Expr.At(left, points, places.span(context));
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
        Span sign = places.span(context.SUPERSCRIPT().getSymbol());
        return new Expr.Binary(
                BinaryOperator.POWER, left, raised(context.SUPERSCRIPT().getText(), sign), sign, span);
    }

    /** What a raised exponent stands for: a whole number, the letter n, or the opposite of one. */
    private static Expr raised(String text, Span sign) {
        if (text.startsWith("⁻") && text.length() > 1) {
            return new Expr.Unary(Expr.UnaryOperator.NEGATE, raised(text.substring(1), sign), sign);
        }
        if (text.equals("ⁿ")) {
            return new Expr.Name("n", sign);
        }
        double exponent = 0;
        for (int i = 0; i < text.length(); i++) {
            char digit = text.charAt(i);
            int value = SUPERSCRIPTS.indexOf(digit);
            if (value < 0) {
                throw new AgException(
                        ErrorCode.BAD_EXPONENT,
                        "'" + text + "' is no exponent",
                        sign,
                        "write the exponent behind ^, in brackets");
            }
            exponent = 10 * exponent + value;
        }
        return new Expr.NumberLiteral(exponent, sign);
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
            Expr value = expressions.equation(argument.expression(), place);
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
