package ag.lang.interpreter;

import ag.engine.Operation;
import ag.lang.builtins.OperationFunction;
import ag.lang.source.AgException;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.values.Arguments;
import ag.lang.values.Arithmetic;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Gradients;
import ag.lang.values.Kinds;
import ag.lang.values.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs calls. */
final class Calls {
    private Calls() {}

    /** A call with one unnamed argument, the commonest. */
    record One(Code callee, Code argument, int site, Expr.Call call) implements Code {
        @Override
        public Datum run(Frame frame) {
            Datum called = callee.run(frame);
            Datum value = argument.run(frame);
            if (called instanceof OperationFunction function) {
                Operation operation = function.one();
                if (operation != null) {
                    return frame.machine.arithmetic.apply(operation, value, site, call.span());
                }
            }
            Arguments arguments = new Arguments(
                    new Datum[] {value},
                    null,
                    call.span(),
                    site,
                    List.of(call.arguments().getFirst().span()));
            return callable(called, call).call(frame.machine.workspace, arguments);
        }
    }

    /** Any other call. */
    record Many(
            Code callee,
            Code[] arguments,
            @Nullable String @Nullable [] names,
            int site,
            Expr.Call call,
            List<Span> spans)
            implements Code {
        @Override
        public Datum run(Frame frame) {
            Datum called = callee.run(frame);
            Datum[] values = new Datum[arguments.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = arguments[i].run(frame);
            }
            return callable(called, call)
                    .call(frame.machine.workspace, new Arguments(values, names, call.span(), site, spans));
        }
    }

    /** {@code f'}. */
    record Derivative(Code function, int order, Span span) implements Code {
        @Override
        public Datum run(Frame frame) {
            return switch (function.run(frame)) {
                case DerivativeOf(Callable inner, int innerOrder) -> new DerivativeOf(inner, innerOrder + order);
                case Callable callable -> new DerivativeOf(callable, order);
                case Datum datum ->
                    throw new AgException(
                            "not-a-function",
                            "a prime means the derivative of a function, and this is " + Kinds.article(datum),
                            span,
                            "for a formula write grad(L, a)");
            };
        }
    }

    /** {@code grad(L, a)} where only the number counts. */
    record PlainGradient(Code of, Code input, Span ofSpan, Span inputSpan) implements Code {
        @Override
        public Datum run(Frame frame) {
            Datum value = of.run(frame);
            return new Gradients(frame.machine.workspace).derivative(value, input.run(frame), true, ofSpan, inputSpan);
        }
    }

    private static Callable callable(Datum called, Expr.Call call) {
        if (called instanceof Callable callable) {
            return callable;
        }
        String name = call.callee().span().text();
        String hint = "";
        if (Arithmetic.isNumber(called)) {
            hint = "to multiply write " + grouped(call.callee(), name) + "*" + behind(call);
        } else if (called instanceof Tensor && call.arguments().size() == 1) {
            hint = "to take an element write " + name + "["
                    + call.arguments().getFirst().span().text() + "]";
        }
        throw new AgException(
                "not-a-function",
                "'" + name + "' is " + Kinds.article(called) + ", not a function",
                call.callee().span(),
                hint);
    }

    /** What stands behind the name: {@code (x - 1)} in {@code (x + 1)(x - 1)}. */
    private static String behind(Expr.Call call) {
        String text = call.span().text();
        int callee = call.callee().span().end() - call.span().start();
        return text.substring(text.indexOf('(', callee));
    }

    private static String grouped(Expr callee, String text) {
        return switch (callee) {
            case Expr.Binary _, Expr.Unary _, Expr.Conditional _ -> "(" + text + ")";
            default -> text;
        };
    }
}
