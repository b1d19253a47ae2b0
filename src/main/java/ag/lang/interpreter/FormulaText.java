package ag.lang.interpreter;

import ag.lang.symbolic.Build;
import ag.lang.symbolic.Derivation;
import ag.lang.symbolic.ExpressionPrinter;
import ag.lang.syntax.Expr;

/** How a formula is shown: written out, with its derivatives taken. */
final class FormulaText {
    private FormulaText() {}

    static String of(Formula formula) {
        return ExpressionPrinter.print(derived(formula.written()));
    }

    /** The formula of each derivative in an expression. */
    private static Expr derived(Expr expression) {
        return switch (expression) {
            case Expr.Derivative derivative -> {
                Expr result = derived(derivative.of());
                for (Expr.Name letter : derivative.letters()) {
                    result = Derivation.of(Placeless.of(result), Build.name(letter.name()), false, () -> {}).formula();
                }
                yield result;
            }
            case Expr.Unary unary -> new Expr.Unary(unary.operator(), derived(unary.operand()), unary.span());
            case Expr.Binary binary ->
                new Expr.Binary(
                        binary.operator(),
                        derived(binary.left()),
                        derived(binary.right()),
                        binary.operatorSpan(),
                        binary.span());
            case Expr.Vector vector ->
                new Expr.Vector(
                        vector.elements().stream().map(FormulaText::derived).toList(), vector.span());
            case Expr.Equation equation ->
                new Expr.Equation(derived(equation.left()), derived(equation.right()), equation.span());
            default -> expression;
        };
    }
}
