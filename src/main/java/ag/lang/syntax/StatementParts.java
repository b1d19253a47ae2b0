package ag.lang.syntax;

import ag.lang.source.Span;
import ag.lang.syntax.grammar.AgParser.EquationContext;
import ag.lang.syntax.grammar.AgParser.ExpressionContext;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** What the statements of the parser's tree have in common: expressions, names, places, and texts that are plain. */
final class StatementParts {
    private final Places places;
    private final ExpressionBuilder expressions;

    StatementParts(Places places) {
        this.places = places;
        this.expressions = new ExpressionBuilder(places);
    }

    ExpressionBuilder builder() {
        return expressions;
    }

    Expr expression(ExpressionContext context) {
        return expressions.expression(context);
    }

    /** A formula or an equation with the place behind it, which the grammar takes for one of the right side: {@code x^2 = 4 at x = 2}. */
    Expr placed(EquationContext context) {
        Expr typed = expressions.equation(context.expression(), span(context));
        return typed
                        instanceof
                        Expr.Equation(Expr left, Expr.At(Expr right, List<Expr.Point> points, Span _), Span span)
                ? new Expr.At(new Expr.Equation(left, right, left.span().to(right.span())), points, span)
                : typed;
    }

    List<Expr> expressions(List<ExpressionContext> contexts) {
        return expressions.all(contexts);
    }

    /** What stands behind the first expression: the inputs of {@code grad L wrt a, b}. */
    List<Expr> inputs(List<ExpressionContext> contexts) {
        return expressions.all(contexts.subList(1, contexts.size()));
    }

    @Nullable
    Expr optional(List<ExpressionContext> contexts, int index) {
        return index < contexts.size() ? expression(contexts.get(index)) : null;
    }

    Span span(ParserRuleContext context) {
        return places.span(context);
    }

    Span place(TerminalNode node) {
        return places.span(node.getSymbol());
    }

    Expr.Name name(TerminalNode node) {
        return new Expr.Name(node.getText(), place(node));
    }

    List<Expr.Name> names(List<TerminalNode> nodes) {
        List<Expr.Name> names = new ArrayList<>();
        for (TerminalNode node : nodes) {
            names.add(name(node));
        }
        return names;
    }

    static List<String> texts(List<TerminalNode> nodes) {
        List<String> texts = new ArrayList<>();
        for (TerminalNode node : nodes) {
            texts.add(node.getText());
        }
        return texts;
    }

    /** The letters of a text that takes no insertions, such as a file's name. */
    String plainText(TerminalNode text) {
        return new TextReader(place(text)).plain();
    }

    /** The file that a command writes; null where it shows what it has. */
    @Nullable
    String path(@Nullable TerminalNode text) {
        return text == null ? null : plainText(text);
    }
}
