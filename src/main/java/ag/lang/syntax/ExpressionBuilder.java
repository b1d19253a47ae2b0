package ag.lang.syntax;

import ag.lang.source.AgException;
import ag.lang.source.Span;
import ag.lang.syntax.Expr.BinaryOperator;
import ag.lang.syntax.Expr.UnaryOperator;
import ag.lang.syntax.grammar.AgParser.*;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Turns the parser's tree of an expression into ours. Chains such as {@code a + b + c} lean to the left, one level a term;
 * they are walked in a loop, so that a sum of 200,000 terms needs no deep stack.
 */
final class ExpressionBuilder {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private final Places places;

    ExpressionBuilder(Places places) {
        this.places = places;
    }

    Expr expression(ExpressionContext context) {
        Deque<ExpressionContext> chain = new ArrayDeque<>();
        ExpressionContext innermost = context;
        for (ExpressionContext left = leftmost(innermost); left != null; left = leftmost(innermost)) {
            chain.push(innermost);
            innermost = left;
        }
        Expr result = leaf(innermost);
        ExpressionContext below = innermost;
        for (ExpressionContext outer : chain) {
            result = extend(outer, result, below);
            below = outer;
        }
        return result;
    }

    /** The operand a context begins with, for the forms that lean to the left. */
    private static @Nullable ExpressionContext leftmost(ExpressionContext context) {
        return switch (context) {
            case CallContext c -> c.expression();
            case IndexContext c -> c.expression(0);
            case MemberContext c -> c.expression();
            case PrimeContext c -> c.expression();
            case SuperscriptContext c -> c.expression();
            case PowerContext c -> c.expression(0);
            case JuxtapositionContext c -> c.expression(0);
            case ProductContext c -> c.expression(0);
            case SumContext c -> c.expression(0);
            case RangeContext c -> c.expression(0);
            case ComparisonContext c -> c.expression(0);
            case AndContext c -> c.expression(0);
            case OrContext c -> c.expression(0);
            default -> null;
        };
    }

    private Expr leaf(ExpressionContext context) {
        Span span = places.span(context);
        return switch (context) {
            case AtomContext atom -> primary(atom.primary());
            case SignContext sign -> sign(sign, span);
            case NotContext not -> new Expr.Unary(UnaryOperator.NOT, expression(not.expression()), span);
            case ConditionalContext c ->
                new Expr.Conditional(
                        expression(c.expression(0)), expression(c.expression(1)), expression(c.expression(2)), span);
            default -> throw unknown(context);
        };
    }

    /** {@code d/dx (x^3)} is another way to write {@code grad(x^3, x)}. */
    private Expr differential(DifferentialContext context, Span span) {
        Expr of = expression(context.expression());
        Expr.Name variable = variable(context);
        return new Expr.Call(
                new Expr.Name("grad", places.span(context.DIFFERENTIAL().getSymbol())),
                List.of(new Expr.Argument(null, of, of.span()), new Expr.Argument(null, variable, variable.span())),
                span);
    }

    /** The x of d/dx. */
    Expr.Name variable(DifferentialContext context) {
        Span whole = places.span(context.DIFFERENTIAL().getSymbol());
        String text = context.DIFFERENTIAL().getText();
        String name = text.substring(text.indexOf('/') + 2);
        return new Expr.Name(name, new Span(whole.source(), whole.end() - name.length(), whole.end()));
    }

    private Expr sign(SignContext sign, Span span) {
        Expr operand = expression(sign.expression());
        return sign.operator.getText().equals("+") ? operand : new Expr.Unary(UnaryOperator.NEGATE, operand, span);
    }

    private Expr extend(ExpressionContext context, Expr left, ExpressionContext leftContext) {
        Span span = places.span(context);
        return switch (context) {
            case CallContext call -> call(call, left, span);
            case IndexContext index -> new Expr.Index(left, rest(index.expression()), span);
            case MemberContext member ->
                new Expr.Member(
                        left, member.NAME().getText(), places.span(member.NAME().getSymbol()), span);
            case PrimeContext prime -> new Expr.Prime(left, order(prime.PRIME().getText()), span);
            case SuperscriptContext power -> superscript(power, left, span);
            case PowerContext power -> binary(BinaryOperator.POWER, power.operator, left, power.expression(1), span);
            case JuxtapositionContext product -> juxtaposition(product, left, leftContext, span);
            case ProductContext product -> product(product, left, span);
            case SumContext sum ->
                binary(
                        sum.operator.getText().equals("+") ? BinaryOperator.ADD : BinaryOperator.SUBTRACT,
                        sum.operator,
                        left,
                        sum.expression(1),
                        span);
            case RangeContext range -> range(range, left, leftContext, span);
            case ComparisonContext comparison -> comparison(comparison, left, leftContext, span);
            case AndContext and -> binary(BinaryOperator.AND, and.AND().getSymbol(), left, and.expression(1), span);
            case OrContext or -> binary(BinaryOperator.OR, or.OR().getSymbol(), left, or.expression(1), span);
            default -> throw unknown(context);
        };
    }

    private Expr binary(BinaryOperator operator, Token sign, Expr left, ExpressionContext right, Span span) {
        return new Expr.Binary(operator, left, expression(right), places.span(sign), span);
    }

    private Expr range(RangeContext context, Expr low, ExpressionContext lowContext, Span span) {
        if (lowContext instanceof RangeContext) {
            throw new AgException(
                    "bad-range",
                    "a range has two ends, and here are three",
                    places.span(context.operator),
                    "write: 1..3, or linspace(0, 1, 5) for other steps");
        }
        return new Expr.Range(
                low,
                expression(context.expression(1)),
                context.operator.getText().equals(".."),
                span);
    }

    private Expr product(ProductContext context, Expr left, Span span) {
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

    private Expr juxtaposition(JuxtapositionContext context, Expr left, ExpressionContext leftContext, Span span) {
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
        return new Expr.Binary(BinaryOperator.MULTIPLY, left, expression(factor), between, span);
    }

    /** {@code a < b < c} means that both hold. */
    private Expr comparison(ComparisonContext context, Expr left, ExpressionContext leftContext, Span span) {
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

    private Expr superscript(SuperscriptContext context, Expr left, Span span) {
        double exponent = 0;
        for (char digit : context.SUPERSCRIPT().getText().toCharArray()) {
            exponent = 10 * exponent + SUPERSCRIPTS.indexOf(digit);
        }
        Span sign = places.span(context.SUPERSCRIPT().getSymbol());
        return new Expr.Binary(BinaryOperator.POWER, left, new Expr.NumberLiteral(exponent, sign), sign, span);
    }

    static int order(String primes) {
        return primes.chars().map(prime -> prime == '″' ? 2 : 1).sum();
    }

    /** {@code x.f(y)} is {@code f(x, y)}. */
    private Expr call(CallContext context, Expr callee, Span span) {
        List<Expr.Argument> arguments = new ArrayList<>();
        Expr function = callee;
        if (callee instanceof Expr.Member(Expr target, String name, Span nameSpan, Span _)) {
            arguments.add(new Expr.Argument(null, target, target.span()));
            function = new Expr.Name(name, nameSpan);
        }
        for (ArgumentContext argument : context.argument()) {
            Span place = places.span(argument);
            Expr value = expression(argument.expression());
            if (argument.comprehension() != null) {
                value = comprehension(value, argument.comprehension(), place);
            }
            arguments.add(new Expr.Argument(
                    argument.NAME() == null ? null : argument.NAME().getText(), value, place));
        }
        return new Expr.Call(function, arguments, span);
    }

    private Expr primary(PrimaryContext context) {
        Span span = places.span(context);
        return switch (context) {
            case NumberContext number ->
                new Expr.NumberLiteral(Double.parseDouble(number.getText().replace("_", "")), span);
            case TextContext text -> new TextReader(span).read();
            case BooleanContext bool -> new Expr.BooleanLiteral(bool.TRUE() != null, span);
            case NameContext name -> new Expr.Name(name.getText(), span);
            case DifferentialContext differential -> differential(differential, span);
            case RootContext root -> {
                Expr of = primary(root.primary());
                Span sign = places.span(root.getStart());
                yield new Expr.Call(new Expr.Name("sqrt", sign), List.of(new Expr.Argument(null, of, of.span())), span);
            }
            case GroupContext group -> expression(group.expression());
            case VectorContext vector ->
                vector.comprehension() != null
                        ? comprehension(expression(vector.expression(0)), vector.comprehension(), span)
                        : new Expr.Vector(all(vector.expression()), span);
            default -> throw unknown(context);
        };
    }

    private Expr comprehension(Expr element, ComprehensionContext context, Span span) {
        List<Expr.Clause> clauses = new ArrayList<>();
        for (int i = 0; i < context.target().size(); i++) {
            TargetContext target = context.target(i);
            List<String> names = target.NAME().stream().map(Object::toString).toList();
            clauses.add(new Expr.Clause(names, expression(context.expression(i)), places.span(target)));
        }
        boolean filtered = context.expression().size() > clauses.size();
        return new Expr.Comprehension(
                element, clauses, filtered ? expression(context.expression(clauses.size())) : null, span);
    }

    /** The letters of a text that takes no insertions, such as a file's name. */
    String plainText(Token token) {
        return new TextReader(places.span(token)).plain();
    }

    private List<Expr> all(List<ExpressionContext> contexts) {
        List<Expr> result = new ArrayList<>();
        for (ExpressionContext context : contexts) {
            result.add(expression(context));
        }
        return result;
    }

    private List<Expr> rest(List<ExpressionContext> contexts) {
        return all(contexts.subList(1, contexts.size()));
    }

    private static IllegalStateException unknown(Object context) {
        return new IllegalStateException("the grammar has an expression that the tree does not: " + context.getClass());
    }
}
