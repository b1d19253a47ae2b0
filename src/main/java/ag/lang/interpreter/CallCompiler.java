package ag.lang.interpreter;

import ag.lang.builtins.Library;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Parts;
import ag.lang.syntax.WrittenNames;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Compiles calls: with their history, or in both ways where the numbers alone may do. */
final class CallCompiler {
    /** Calls within this many others are compiled in one way only. */
    private static final int DEEPEST = 8;

    private final ExpressionCompiler expressions;
    private final Machine machine;

    /** How many calls are around what is compiled for its numbers: each is compiled in both ways. */
    private int callsAround;

    CallCompiler(ExpressionCompiler expressions, Machine machine) {
        this.expressions = expressions;
        this.machine = machine;
    }

    Code compile(Expr.Call call, Scope scope) {
        return expressions.isForNumbers() ? inNumbers(call, scope) : Bars.around(call, detaching(call, scope));
    }

    /** A call where the numbers alone count. */
    private Code inNumbers(Expr.Call call, Scope scope) {
        if (!(called(call, scope) instanceof Names.Called callee) || callsAround == DEEPEST) {
            return expressions.only(withHistory(call, scope));
        }
        callsAround++;
        Code ofNumbers = call(call, expressions::alike, scope);
        callsAround--;
        return new Calls.InNumbers(callee, ofNumbers, withHistory(call, scope));
    }

    /** A call, which may be one of {@code detach}: what it is called with is compiled for its numbers too. */
    private Code detaching(Expr.Call call, Scope scope) {
        Code usual = withHistory(call, scope);
        boolean detach = usual instanceof Calls.One
                && isNamed(call.callee(), Library.DETACH.name())
                && calls(call.arguments().getFirst().value()).stream()
                        .noneMatch(inner -> isNamed(inner.callee(), Library.DETACH.name()));
        return detach && called(call, scope) instanceof Names.Called callee
                ? new Calls.Detaching(
                        callee,
                        expressions
                                .forNumbers()
                                .alike(call.arguments().getFirst().value(), scope),
                        usual)
                : usual;
    }

    private static boolean isNamed(Expr callee, String name) {
        return callee instanceof Expr.Name called && called.name().equals(name);
    }

    /** The calls in an expression. */
    private static List<Expr.Call> calls(Expr expression) {
        List<Expr.Call> calls = new ArrayList<>();
        Parts.each(expression, part -> {
            if (part instanceof Expr.Call call) {
                calls.add(call);
            }
        });
        return calls;
    }

    private Code withHistory(Expr.Call call, Scope scope) {
        return call(call, expressions::build, scope);
    }

    private Code called(Expr.Call call, Scope scope) {
        Code callee = expressions.build(call.callee(), scope);
        if (!(callee instanceof Names.Global(Cell cell, Span span))) {
            return callee;
        }
        boolean factor = call.arguments().size() == 1
                && call.arguments().getFirst().name() == null
                && WrittenNames.isFactorOf(
                        cell.name, call.arguments().getFirst().value());
        return new Names.Called(cell, factor, span);
    }

    private Code call(Expr.Call call, BiFunction<Expr, Scope, Code> compiled, Scope scope) {
        int site = machine.workspace.site(call.span());
        List<Expr.Argument> arguments = call.arguments();
        boolean named = arguments.stream().anyMatch(argument -> argument.name() != null);
        Code callee = called(call, scope);
        Code[] values = arguments.stream()
                .map(argument -> compiled.apply(argument.value(), scope))
                .toArray(Code[]::new);
        if (values.length == 1 && !named) {
            return new Calls.One(callee, values[0], site, call);
        }
        @Nullable
        String[] names = named ? arguments.stream().map(Expr.Argument::name).toArray(String[]::new) : null;
        return new Calls.Many(
                callee,
                values,
                names,
                site,
                call,
                arguments.stream().map(Expr.Argument::span).toList());
    }

    /** {@code f(x)^n}: a call or a product, as only the run can tell. */
    Code applied(Expr.Applied applied, Scope scope) {
        Expr.Call call = new Expr.Call(applied.callee(), List.of(applied.argument()), applied.span());
        return new Calls.Applied(
                expressions.build(applied.of(call), scope),
                expressions.build(applied.callee(), scope),
                expressions.build(applied.of(applied.argument().value()), scope),
                machine.workspace.site(applied.span()),
                applied.span());
    }
}
