package ag.lang.statements;

import ag.engine.GradientGraph;
import ag.lang.interpreter.Closure;
import ag.lang.interpreter.Formula;
import ag.lang.interpreter.Machine;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.syntax.DerivativeStatement;
import ag.lang.syntax.Expr;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
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
        if ((!own && function.arity() != 1)
                || (own && isEntangled(compiler.machine(), function, ((Expr.Name) letter).name()))) {
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

    /** Whether another argument of a function is built on this one here, as y = x² for g(x, y): applied to them it would move along. */
    private static boolean isEntangled(Machine machine, Callable function, String letter) {
        return function.arity() > 1
                && function.parameters().stream()
                        .anyMatch(other -> !other.equals(letter) && isBuiltOn(machine, other, letter));
    }

    private static boolean isBuiltOn(Machine machine, String name, String letter) {
        return switch (machine.globals.value(name)) {
            case Formula formula -> formula.letters().stream().anyMatch(cell -> cell.name.equals(letter));
            case Datum.Scalar(int node) ->
                machine.globals.value(letter) instanceof Datum.Scalar(int own)
                        && node != own
                        && GradientGraph.origins(machine.workspace.tape(), node).get(own);
            case null -> false;
            case Datum.Inert _, Datum.Numbers _, Datum.Items _, Datum.Opaque _ -> false;
        };
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
