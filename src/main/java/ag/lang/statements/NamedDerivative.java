package ag.lang.statements;

import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.syntax.DerivativeStatement;
import ag.lang.syntax.Expr;
import ag.lang.syntax.PracticeStatement;
import java.util.List;
import java.util.Optional;

/** A derivative by its name, {@code dy/dx} or {@code ∂g/∂u}: derived and practised are its own steps, as with {@code d/dx (x^2)}. */
final class NamedDerivative {
    private NamedDerivative() {}

    static DerivativeStatement.Derive of(DerivativeStatement.Derive derive, StatementCompiler compiler, Scope scope) {
        return derive.inputs().isEmpty()
                ? meant(derive.of(), compiler, scope)
                        .map(meant -> new DerivativeStatement.Derive(
                                meant.of(), List.copyOf(meant.letters()), derive.all(), derive.path(), derive.span()))
                        .orElse(derive)
                : derive;
    }

    static PracticeStatement.Practice of(PracticeStatement.Practice practice, StatementCompiler compiler, Scope scope) {
        return meant(practice.of(), compiler, scope)
                .map(meant -> new PracticeStatement.Practice(meant, practice.path(), practice.span()))
                .orElse(practice);
    }

    /** What a quotient is read as, where dy and dx are no names of their own. */
    private static Optional<Expr.Derivative> meant(Expr typed, StatementCompiler compiler, Scope scope) {
        boolean quotient = typed instanceof Expr.Quotient
                || (typed instanceof Expr.Binary binary && binary.operator() == Expr.BinaryOperator.DIVIDE);
        return quotient
                        && compiler.expressions().read(typed, scope) instanceof Expr.Derivative derivative
                        && derivative.letters().size() == 1
                ? Optional.of(derivative)
                : Optional.empty();
    }
}
