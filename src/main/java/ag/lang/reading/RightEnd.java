package ag.lang.reading;

import ag.lang.syntax.Expr;
import org.jspecify.annotations.Nullable;

/** What an expression ends with at its right: the last operand of an operation, of a product without a sign, of a sign. */
final class RightEnd {
    private RightEnd() {}

    /** The operand at the right; null where the expression is none of these. */
    static @Nullable Expr of(Expr written) {
        return switch (written) {
            case Expr.Binary binary -> binary.right();
            case Expr.Beside beside -> beside.right();
            case Expr.Unary unary -> unary.operand();
            default -> null;
        };
    }

    /** The name that an expression ends with; null where that is no name. */
    static Expr.@Nullable Name name(Expr written) {
        Expr at = written;
        for (Expr next = at; next != null; next = of(at)) {
            at = next;
        }
        return at instanceof Expr.Name name ? name : null;
    }

    /** The derivative that ends an expression, where no bracket closes it. */
    static Expr.@Nullable Derivative openDerivative(Expr written) {
        Expr at = written;
        while (at != null && !(at instanceof Expr.Derivative)) {
            at = at instanceof Expr.Beside beside && beside.rightBracketed() ? null : of(at);
        }
        return at instanceof Expr.Derivative derivative && !derivative.bracketed() ? derivative : null;
    }

    /** The expression with another end in the place of what it ends with. */
    static Expr replaced(Expr written, Expr end) {
        return switch (written) {
            case Expr.Binary binary ->
                new Expr.Binary(
                        binary.operator(),
                        binary.left(),
                        replaced(binary.right(), end),
                        binary.operatorSpan(),
                        binary.span().to(end.span()));
            case Expr.Beside beside ->
                new Expr.Beside(
                        beside.left(),
                        beside.leftBracketed(),
                        replaced(beside.right(), end),
                        false,
                        beside.touching(),
                        beside.span().to(end.span()));
            case Expr.Unary unary ->
                new Expr.Unary(
                        unary.operator(),
                        replaced(unary.operand(), end),
                        unary.span().to(end.span()));
            default -> end;
        };
    }
}
