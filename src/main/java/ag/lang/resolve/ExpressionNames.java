package ag.lang.resolve;

import ag.lang.resolve.Occurrence.Use;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Parts;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Finds the names in expressions. */
final class ExpressionNames {
    private final Scopes scopes;

    ExpressionNames(Scopes scopes) {
        this.scopes = scopes;
    }

    void all(List<Expr> expressions) {
        expressions.forEach(this::of);
    }

    void of(Expr expression) {
        of(expression, Use.READ);
    }

    /** @param use what is done with the names, {@link Use#PERHAPS} where they may be words of a block */
    void of(Expr expression, Use use) {
        // A long chain leans left; going down it in a loop keeps long sums off the Java stack.
        Deque<Expr> behind = new ArrayDeque<>();
        Expr at = expression;
        while (at instanceof Expr.Binary || at instanceof Expr.Beside) {
            List<Expr> parts = Parts.of(at);
            behind.push(parts.getLast());
            at = parts.getFirst();
        }
        single(at, use);
        behind.forEach(next -> of(next, use));
    }

    private void single(Expr expression, Use use) {
        switch (expression) {
            case Expr.Name name -> scopes.use(name.name(), name.span(), use);
            case Expr.Anonymous function -> {
                scopes.enter(function.span(), true);
                for (String parameter : function.parameters()) {
                    scopes.bind(
                            parameter,
                            BoundNames.place(
                                    parameter,
                                    function.span(),
                                    function.body().span().start()),
                            Symbol.Kind.PARAMETER);
                }
                of(function.body());
                scopes.leave();
            }
            case Expr.Comprehension comprehension -> comprehension(comprehension);
            case Expr.Derivative derivative -> {
                derivative.letters().forEach(this::of);
                of(derivative.of());
            }
            case Expr.Quotient quotient -> {
                quotient.letters().forEach(this::of);
                of(quotient.of());
            }
            case Expr.At at -> {
                of(at.of());
                for (Expr.Point point : at.points()) {
                    Expr.Name letter = point.letter();
                    if (letter != null) {
                        of(letter);
                    }
                    of(point.value());
                }
            }
            case Expr.NumberLiteral _,
                    Expr.BooleanLiteral _,
                    Expr.TextLiteral _,
                    Expr.Whole _,
                    Expr.Unary _,
                    Expr.Binary _,
                    Expr.Beside _,
                    Expr.Conditional _,
                    Expr.Call _,
                    Expr.Prime _,
                    Expr.Index _,
                    Expr.Member _,
                    Expr.Range _,
                    Expr.Stepped _,
                    Expr.Vector _,
                    Expr.Nabla _,
                    Expr.Composed _,
                    Expr.Equation _,
                    Expr.Factorial _,
                    Expr.Degrees _,
                    Expr.Applied _ -> Parts.of(expression).forEach(part -> of(part, use));
        }
    }

    private void comprehension(Expr.Comprehension comprehension) {
        scopes.enter(comprehension.span(), false);
        for (Expr.Clause clause : comprehension.clauses()) {
            of(clause.source());
            for (String name : clause.names()) {
                scopes.bind(
                        name,
                        BoundNames.place(name, clause.span(), clause.span().end()),
                        Symbol.Kind.VARIABLE);
            }
        }
        of(comprehension.element());
        Expr filter = comprehension.filter();
        if (filter != null) {
            of(filter);
        }
        scopes.leave();
    }
}
