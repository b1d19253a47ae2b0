package ag.lang.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The expressions that an expression is made of. */
public final class Parts {
    private Parts() {}

    /** Those directly below it, in the order of the text. */
    public static List<Expr> of(Expr expression) {
        return switch (expression) {
            case Expr.NumberLiteral _, Expr.BooleanLiteral _, Expr.Name _, Expr.Whole _ -> List.of();
            case Expr.TextLiteral text ->
                text.parts().stream()
                        .filter(Expr.TextLiteral.Inserted.class::isInstance)
                        .map(part -> ((Expr.TextLiteral.Inserted) part).expression())
                        .toList();
            case Expr.Unary unary -> List.of(unary.operand());
            case Expr.Binary binary -> List.of(binary.left(), binary.right());
            case Expr.Conditional choice -> List.of(choice.condition(), choice.then(), choice.otherwise());
            case Expr.Call call -> {
                List<Expr> parts = new ArrayList<>(List.of(call.callee()));
                call.arguments().forEach(argument -> parts.add(argument.value()));
                yield parts;
            }
            case Expr.Anonymous function -> List.of(function.body());
            case Expr.Prime prime -> List.of(prime.function());
            case Expr.Index index -> {
                List<Expr> parts = new ArrayList<>(List.of(index.target()));
                parts.addAll(index.indices());
                yield parts;
            }
            case Expr.Member member -> List.of(member.target());
            case Expr.Range range -> List.of(range.low(), range.high());
            case Expr.Stepped stepped -> List.of(stepped.range(), stepped.step());
            case Expr.Vector vector -> vector.elements();
            case Expr.Comprehension comprehension -> {
                List<Expr> parts = new ArrayList<>(List.of(comprehension.element()));
                comprehension.clauses().forEach(clause -> parts.add(clause.source()));
                Expr filter = comprehension.filter();
                if (filter != null) {
                    parts.add(filter);
                }
                yield parts;
            }
            case Expr.Beside beside -> List.of(beside.left(), beside.right());
            case Expr.Derivative derivative -> List.of(derivative.of());
            case Expr.Quotient quotient -> List.of(quotient.of());
            case Expr.Nabla nabla -> List.of(nabla.of());
            case Expr.Composed composed -> List.of(composed.outer(), composed.inner());
            case Expr.At at -> {
                List<Expr> parts = new ArrayList<>(List.of(at.of()));
                at.points().forEach(point -> parts.add(point.value()));
                yield parts;
            }
            case Expr.Equation equation -> List.of(equation.left(), equation.right());
            case Expr.Factorial factorial -> List.of(factorial.of());
            case Expr.Degrees degrees -> List.of(degrees.of());
            case Expr.Applied applied ->
                List.of(applied.callee(), applied.of(applied.argument().value()));
        };
    }

    /** Shows an expression and all that it is made of; chains of any length need no deep stack. */
    public static void each(Expr expression, Consumer<Expr> visitor) {
        List<Expr> open = new ArrayList<>(List.of(expression));
        while (!open.isEmpty()) {
            Expr next = open.removeLast();
            visitor.accept(next);
            open.addAll(of(next).reversed());
        }
    }

    /** Whether this name stands in an expression. */
    public static boolean holdsName(Expr expression, String name) {
        boolean[] found = {false};
        each(
                expression,
                part -> found[0] |=
                        part instanceof Expr.Name named && named.name().equals(name));
        return found[0];
    }
}
