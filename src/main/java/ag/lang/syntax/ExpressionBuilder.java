package ag.lang.syntax;

import ag.lang.source.Span;
import ag.lang.syntax.Expr.UnaryOperator;
import ag.lang.syntax.grammar.AgBaseVisitor;
import ag.lang.syntax.grammar.AgParser.*;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.tree.RuleNode;

/**
 * Turns the parser's tree of an expression into ours. Chains such as {@code a + b + c} lean to the left, one level a term;
 * they are walked in a loop, so that a sum of 200,000 terms needs no deep stack.
 */
final class ExpressionBuilder extends AgBaseVisitor<Expr> {
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
    public Expr visitRoot(RootContext root) {
        Expr of = root.primary().accept(this);
        Span sign = places.span(root.getStart());
        return new Expr.Call(
                new Expr.Name("sqrt", sign), List.of(new Expr.Argument(null, of, of.span())), places.span(root));
    }

    @Override
    public Expr visitGroup(GroupContext group) {
        return expression(group.expression());
    }

    @Override
    public Expr visitVector(VectorContext vector) {
        Span span = places.span(vector);
        return vector.comprehension() != null
                ? comprehension(expression(vector.expression(0)), vector.comprehension(), true, span)
                : new Expr.Vector(all(vector.expression()), span);
    }

    /** {@code d/dx (x^3)} is another way to write {@code grad(x^3, x)}. */
    @Override
    public Expr visitDifferential(DifferentialContext context) {
        Span span = places.span(context);
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
        return primes.chars().map(prime -> prime == '″' ? 2 : 1).sum();
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
