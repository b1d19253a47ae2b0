package ag.lang.statements;

import ag.lang.interpreter.Closure;
import ag.lang.interpreter.Machine;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.syntax.DerivativeStatement;
import ag.lang.syntax.Expr;
import ag.lang.values.Callable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function that is derived by its name alone, as it is applied to its letters. */
final class AppliedFunction {
    private AppliedFunction() {}

    /** d/dx f is the derivative of f(x). */
    static DerivativeStatement.Derive of(DerivativeStatement.Derive derive, StatementCompiler compiler) {
        if (!(derive.of() instanceof Expr.Name name)
                || derive.inputs().size() != 1
                || !(compiler.machine().globals.value(name.name()) instanceof Callable function)) {
            return derive;
        }
        // Of several letters it is one; of a single one, a letter of the formula, as a in f(x) = a x², is not that by
        // another name.
        Expr letter = derive.inputs().getFirst();
        boolean own = letter instanceof Expr.Name by
                && (function.arity() == 1
                        ? function instanceof Closure closure && closure.mentions(by.name())
                        : function.arity() > 1 && function.parameters().contains(by.name()));
        if (!own && function.arity() != 1) {
            return derive;
        }
        List<Expr> arguments = own
                ? function.parameters().stream()
                        .<Expr>map(parameter -> new Expr.Name(parameter, name.span()))
                        .toList()
                : List.of(letter);
        Expr call = new Expr.Call(
                name,
                arguments.stream()
                        .map(argument -> new Expr.Argument(null, argument, name.span()))
                        .toList(),
                name.span());
        return new DerivativeStatement.Derive(call, derive.inputs(), derive.all(), derive.path(), derive.span());
    }

    /** What is derived, as it was written: a function of its letters. */
    static @Nullable Expr of(@Nullable Expr text, Machine machine) {
        if (!(text instanceof Expr.Name name) || !(machine.globals.value(name.name()) instanceof Closure closure)) {
            return text;
        }
        List<Expr.Argument> letters = closure.code().parameters().stream()
                .map(letter -> new Expr.Argument(null, new Expr.Name(letter, name.span()), name.span()))
                .toList();
        return new Expr.Call(name, letters, name.span());
    }
}
