package ag.lang.eval;

import ag.engine.Operation;
import ag.lang.library.OperationFunction;
import ag.lang.runtime.Arguments;
import ag.lang.runtime.Arithmetic;
import ag.lang.runtime.Callable;
import ag.lang.runtime.Datum;
import ag.lang.runtime.Gradients;
import ag.lang.runtime.Kinds;
import ag.lang.source.AgException;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
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
                            "' is the derivative of a function, and this is " + Kinds.article(datum),
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
        String hint = Arithmetic.isNumber(called) ? "to multiply write " + name + "*(…)" : "";
        throw new AgException(
                "not-a-function",
                "'" + name + "' is " + Kinds.article(called) + ", not a function",
                call.callee().span(),
                hint);
    }
}
