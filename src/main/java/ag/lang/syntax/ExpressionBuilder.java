package ag.lang.syntax;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr.BinaryOperator;
import ag.lang.syntax.Expr.UnaryOperator;
import ag.lang.syntax.grammar.AgBaseVisitor;
import ag.lang.syntax.grammar.AgParser.*;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.RuleNode;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Turns the parser's tree of an expression into ours. Chains such as {@code a + b + c} lean to the left, one level a term;
 * they are walked in a loop, so that a sum of 200,000 terms needs no deep stack.
 */
final class ExpressionBuilder extends AgBaseVisitor<Expr> {
    /** Each with what stands above and below its line. */
    private static final String FRACTIONS = "½12⅓13⅔23¼14¾34⅕15⅖25⅗35⅘45⅙16⅚56⅛18⅜38⅝58⅞78";

    private final Places places;

    ExpressionBuilder(Places places) {
        this.places = places;
    }

    Expr expression(ExpressionContext context) {
        Deque<ExpressionContext> chain = new ArrayDeque<>();
        ExpressionContext innermost = context;
        while (innermost.getChild(0) instanceof ExpressionContext left) {
            chain.push(innermost);
            innermost = left;
        }
        Expr result = innermost.accept(this);
        ExpressionContext below = innermost;
        for (ExpressionContext outer : chain) {
            result = outer.accept(new ChainStep(places, this, result, below));
            below = outer;
        }
        return result;
    }

    /** {@code v[0]} and {@code M[1][2]}, where they stand for what is given a value. */
    Expr.Index part(Expr.Name name, PartContext part) {
        Expr.Index result = index(name, part.spot(0));
        for (SpotContext next : part.spot().subList(1, part.spot().size())) {
            result = index(result, next);
        }
        return result;
    }

    private Expr.Index index(Expr target, SpotContext spot) {
        return new Expr.Index(target, indices(spot.place()), target.span().to(places.span(spot)));
    }

    /** What stands between brackets, for each axis. */
    List<Expr> indices(List<PlaceContext> axes) {
        List<Expr> indices = new ArrayList<>();
        for (PlaceContext place : axes) {
            indices.add(
                    place.expression() == null ? new Expr.Whole(places.span(place)) : expression(place.expression()));
        }
        return indices;
    }

    @Override
    public Expr visitChildren(RuleNode node) {
        throw unknown(node);
    }

    @Override
    public Expr visitAtom(AtomContext atom) {
        return atom.primary().accept(this);
    }

    @Override
    public Expr visitSign(SignContext sign) {
        Expr operand = expression(sign.expression());
        return sign.operator.getText().equals("+")
                ? operand
                : new Expr.Unary(UnaryOperator.NEGATE, operand, places.span(sign));
    }

    @Override
    public Expr visitNot(NotContext not) {
        return new Expr.Unary(UnaryOperator.NOT, expression(not.expression()), places.span(not));
    }

    @Override
    public Expr visitConditional(ConditionalContext choice) {
        return new Expr.Conditional(
                expression(choice.expression(0)),
                expression(choice.expression(1)),
                expression(choice.expression(2)),
                places.span(choice));
    }

    /** {@code x -> x^2}. */
    @Override
    public Expr visitAnonymous(AnonymousContext function) {
        List<String> names = new ArrayList<>();
        for (TerminalNode name : function.NAME()) {
            if (names.contains(name.getText())) {
                throw new AgException(
                        ErrorCode.REPEATED_PARAMETER,
                        "the parameter '" + name.getText() + "' stands there twice",
                        places.span(name.getSymbol()),
                        "give each parameter its own name");
            }
            names.add(name.getText());
        }
        return new Expr.Anonymous(names, expression(function.expression()), places.span(function));
    }

    @Override
    public Expr visitNumber(NumberContext number) {
        return new Expr.NumberLiteral(Double.parseDouble(number.getText().replace("_", "")), places.span(number));
    }

    @Override
    public Expr visitText(TextContext text) {
        return new TextReader(places.span(text)).read();
    }

    @Override
    public Expr visitBoolean(BooleanContext bool) {
        return new Expr.BooleanLiteral(bool.TRUE() != null, places.span(bool));
    }

    @Override
    public Expr visitName(NameContext name) {
        return new Expr.Name(name.getText(), places.span(name));
    }

    @Override
    public Expr visitFraction(FractionContext context) {
        Span span = places.span(context);
        int at = FRACTIONS.indexOf(context.getText());
        return new Expr.Binary(
                BinaryOperator.DIVIDE,
                new Expr.NumberLiteral(FRACTIONS.charAt(at + 1) - '0', span),
                new Expr.NumberLiteral(FRACTIONS.charAt(at + 2) - '0', span),
                span,
                span);
    }

    @Override
    public Expr visitRoot(RootContext root) {
        Expr of = root.primary().accept(this);
        Span sign = places.span(root.getStart());
        return call(root.sign.getText().equals("√") ? "sqrt" : "cbrt", sign, of, places.span(root));
    }

    /** {@code |x|} and {@code ‖v‖}. */
    @Override
    public Expr visitBars(BarsContext bars) {
        Expr of = expression(bars.expression());
        if (bars.BAR_OPEN().getText().equals("|")
                && of instanceof Expr.Call(Expr.Name inner, List<Expr.Argument> arguments, Span span)
                && inner.name().equals("abs")
                && span.text().startsWith("|")
                && span.start() == places.span(bars).start() + 1
                && span.end() == places.span(bars).end() - 1) {
            // ||v|| is the length of v, in signs that every keyboard has.
            return call("norm", inner.span(), arguments.getFirst().value(), places.span(bars));
        }
        Span sign = places.span(bars.getStart());
        return call(bars.BAR_OPEN().getText().equals("|") ? "abs" : "norm", sign, of, places.span(bars));
    }

    private static Expr call(String function, Span sign, Expr of, Span span) {
        return new Expr.Call(new Expr.Name(function, sign), List.of(new Expr.Argument(null, of, of.span())), span);
    }

    @Override
    public Expr visitGroup(GroupContext group) {
        Expr inner = equation(group.expression(), places.span(group));
        // A fraction in LaTeX is written with its command and its braces.
        return places.span(group.getStart()).text().startsWith("\\") && inner instanceof Expr.Binary fraction
                ? new Expr.Binary(
                        fraction.operator(),
                        fraction.left(),
                        fraction.right(),
                        fraction.operatorSpan(),
                        places.span(group))
                : inner;
    }

    /** One expression, or the two sides of an equation. */
    Expr equation(List<ExpressionContext> sides, Span span) {
        Expr first = expression(sides.getFirst());
        return sides.size() == 1 ? first : new Expr.Equation(first, expression(sides.get(1)), span);
    }

    @Override
    public Expr visitNabla(NablaContext nabla) {
        boolean squared = nabla.SUPERSCRIPT() != null || nabla.NUMBER() != null;
        String order = nabla.NUMBER() != null
                ? nabla.NUMBER().getText()
                : nabla.SUPERSCRIPT() != null ? nabla.SUPERSCRIPT().getText() : "²";
        if (!order.equals("2") && !order.equals("²")) {
            throw new AgException(
                    ErrorCode.NOT_THERE,
                    "of ∇ there is the gradient, ∇f, and the sum of second derivatives, ∇²f",
                    places.span(nabla),
                    "write: ∇²f");
        }
        return new Expr.Nabla(nabla.primary().accept(this), squared, places.span(nabla));
    }

    /** {@code { x^2 if x < 0; 2x otherwise }}; where no case holds there is no value. */
    @Override
    public Expr visitCases(CasesContext context) {
        Span span = places.span(context);
        Expr result = new Expr.NumberLiteral(Double.NaN, span);
        for (CaseContext one : context.case_().reversed()) {
            Expr value = expression(one.expression(0));
            result = one.OTHERWISE() != null
                    ? value
                    : new Expr.Conditional(expression(one.expression(1)), value, result, places.span(one));
        }
        return result;
    }

    @Override
    public Expr visitVector(VectorContext vector) {
        Span span = places.span(vector);
        return vector.comprehension() != null
                ? comprehension(expression(vector.expression(0)), vector.comprehension(), true, span)
                : new Expr.Vector(all(vector.expression()), span);
    }

    @Override
    public Expr visitDifferential(DifferentialContext context) {
        Token sign = context.DIFFERENTIAL().getSymbol();
        return new Expr.Derivative(
                expression(context.expression()),
                DerivativeSigns.checkedLetters(sign, places, places.span(context)),
                true,
                places.span(context));
    }

    @Override
    public Expr visitDifferentiate(DifferentiateContext context) {
        Token sign = context.DIFFERENTIATE().getSymbol();
        return new Expr.Derivative(
                expression(context.expression()),
                DerivativeSigns.checkedLetters(sign, places, places.span(context)),
                false,
                places.span(context));
    }

    @Override
    public Expr visitQuotient(QuotientContext context) {
        Token sign = context.QUOTIENT().getSymbol();
        return new Expr.Quotient(
                DerivativeSigns.of(sign, places),
                DerivativeSigns.checkedLetters(sign, places, places.span(context)),
                places.span(context));
    }

    /** {@code Σ(k=1..n) k^2}. */
    @Override
    public Expr visitSummation(SummationContext context) {
        Span span = places.span(context);
        String name = context.NAME().getText();
        Expr.Clause clause = new Expr.Clause(
                List.of(name),
                expression(context.expression(0)),
                places.span(context.NAME().getSymbol()));
        Span sign = places.span(context.getStart());
        boolean sum = "ΣΣ_∑\\sum_".contains(sign.text());
        Expr all = new Expr.Comprehension(expression(context.expression(1)), List.of(clause), null, false, span);
        return call(sum ? "sum" : "prod", sign, all, span);
    }

    Expr comprehension(Expr element, ComprehensionContext context, boolean inBrackets, Span span) {
        List<Expr.Clause> clauses = new ArrayList<>();
        for (int i = 0; i < context.target().size(); i++) {
            TargetContext target = context.target(i);
            List<String> names = target.NAME().stream().map(Object::toString).toList();
            clauses.add(new Expr.Clause(names, expression(context.expression(i)), places.span(target)));
        }
        boolean filtered = context.expression().size() > clauses.size();
        return new Expr.Comprehension(
                element, clauses, filtered ? expression(context.expression(clauses.size())) : null, inBrackets, span);
    }

    static int order(String primes) {
        return primes.chars()
                .map(prime -> switch (prime) {
                    case '″' -> 2;
                    case '‴' -> 3;
                    case '⁗' -> 4;
                    default -> 1;
                })
                .sum();
    }

    List<Expr> all(List<ExpressionContext> contexts) {
        List<Expr> result = new ArrayList<>();
        for (ExpressionContext context : contexts) {
            result.add(expression(context));
        }
        return result;
    }

    static IllegalStateException unknown(RuleNode node) {
        return new IllegalStateException("the grammar has a form that the tree does not: " + node.getClass());
    }
}
