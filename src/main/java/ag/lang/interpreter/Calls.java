package ag.lang.interpreter;

import ag.engine.Operation;
import ag.lang.builtins.Library;
import ag.lang.builtins.OperationFunction;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.values.Arguments;
import ag.lang.values.Arithmetic;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Gradients;
import ag.lang.values.Kinds;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs calls. */
final class Calls {
    private Calls() {}

    /** A call with one unnamed argument, the commonest. */
    record One(Code callee, Code argument, int site, Expr.Call call) implements NumberCode {
        @Override
        public Datum run(Frame frame) {
            Datum called = callee.run(frame);
            if (Library.DETACH.equals(called)) {
                return Detached.of(argument, frame);
            }
            Datum value = argumentOf(called, frame);
            if (called instanceof OperationFunction function) {
                Operation operation = function.one();
                if (operation != null) {
                    return frame.machine.arithmetic.apply(operation, value, site, call.span());
                }
            }
            if (multiplies(called, call.arguments().getFirst().value())) {
                return frame.machine.arithmetic.apply(Operation.MULTIPLY, called, value, site, call.span());
            }
            Arguments arguments = new Arguments(
                    new Datum[] {value},
                    null,
                    call.span(),
                    site,
                    List.of(call.arguments().getFirst().span()),
                    null);
            return callable(called, call).call(frame.machine.workspace, arguments);
        }

        @Override
        public int emit(NumberProgram.Builder program) {
            return program.call(callee, new Code[] {argument}, site);
        }

        /** A function's own argument keeps what was looked at for it; {@code sum(v for …)} takes each v for itself. */
        private Datum argumentOf(Datum called, Frame frame) {
            if (called instanceof Closure) {
                return Held.of(argument, frame);
            }
            return called instanceof Callable of
                            && of.goesThroughItems()
                            && argument instanceof Collections.Comprehended items
                            && !items.inBrackets()
                    ? items.oneByOne(frame)
                    : argument.run(frame);
        }
    }

    /** Whether brackets behind a value multiply it: one behind a vector were probably meant to take an element. */
    private static boolean multiplies(Datum called, Expr argument) {
        return Arithmetic.isNumber(called) && !(argument instanceof Expr.Comprehension);
    }

    /** {@code x(y)^n}: a power of what a function gives, or a number times a power. */
    record Applied(Code call, Code callee, Code factor, int site, Span span) implements Code {
        @Override
        public Datum run(Frame frame) {
            Workspace workspace = frame.machine.workspace;
            Datum called = callee.run(frame);
            if (Arithmetic.isNumber(called)) {
                return workspace.arithmetic().apply(Operation.MULTIPLY, called, factor.run(frame), site, span);
            }
            return call.run(frame);
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
            implements NumberCode {
        @Override
        public Datum run(Frame frame) {
            return run(frame, false);
        }

        @Override
        public int emit(NumberProgram.Builder program) {
            return names == null ? program.call(callee, arguments, site) : NumberProgram.NONE;
        }

        /** @param plain whether plain numbers will do */
        private Datum run(Frame frame, boolean plain) {
            Datum called = callee.run(frame);
            if (Library.DETACH.equals(called) && arguments.length == 1) {
                return Detached.of(arguments[0], frame);
            }
            Datum[] values = new Datum[arguments.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = called instanceof Closure ? Held.of(arguments[i], frame) : arguments[i].run(frame);
            }
            Workspace workspace = frame.machine.workspace;
            if (Library.GRAD.equals(called) && names == null && values.length == 2) {
                return gradient(frame, values[0], values[1], plain);
            }
            Arguments.Reevaluation reevaluation = workspace.evaluation().isAsked()
                    ? (argument, input, number, look) ->
                            new Question(frame, spans.get(argument), arguments[argument]).at(input, number, look)
                    : null;
            return callable(called, call)
                    .call(workspace, new Arguments(values, names, call.span(), site, spans, reevaluation));
        }

        /** {@code grad(L, a)}. */
        private Datum gradient(Frame frame, Datum of, Datum by, boolean plain) {
            Workspace workspace = frame.machine.workspace;
            Gradients gradients = new Gradients(workspace);
            Gradients.requireNumber(of, spans.getFirst());
            int[] targets = Gradients.nodes(by, spans.getLast());
            int[] nodes = plain ? new int[0] : gradients.graph(of, targets);
            double[] numbers = plain
                    ? gradients.numbers(of, targets)
                    : Arrays.stream(nodes).mapToDouble(workspace.tape()::value).toArray();
            if (!tell(frame, of, targets, numbers)) {
                gradients.report(of, numbers);
            }
            return plain ? Gradients.shaped(by, numbers) : Gradients.shaped(by, nodes);
        }

        private boolean tell(Frame frame, Datum of, int[] targets, double[] taken) {
            Workspace workspace = frame.machine.workspace;
            return workspace.evaluation().isAsked()
                    && new Question(frame, spans.getFirst(), arguments[0])
                            .tell(
                                    workspace.node(of),
                                    Question.points(workspace, targets, Question.typed(spans.getLast()), taken),
                                    call.span());
        }

        /** As {@link #run(Frame)} where only the numbers count: a gradient comes from one backward pass. */
        Datum plain(Frame frame) {
            return run(frame, true);
        }
    }

    /**
     * A call of which the numbers alone count. A function that takes no derivatives is given plain numbers; any other one may follow its
     * arguments.
     */
    record InNumbers(Names.Called callee, Code ofNumbers, Code ofHistory) implements Code {
        @Override
        public Datum run(Frame frame) {
            return needsNoHistory(callee.cell())
                    ? ofNumbers.run(frame)
                    : frame.machine.workspace.detached(Detached.plain(ofHistory, frame));
        }
    }

    /** What a name stands for is called with plain numbers as with those that have a history. */
    static boolean needsNoHistory(Cell name) {
        return name.read() instanceof Callable function && function.needsNoHistory();
    }

    /** A call of what is {@code detach} as far as is known: of its argument the numbers alone count. */
    record Detaching(Names.Called callee, Code numbers, Code call) implements Code {
        @Override
        public Datum run(Frame frame) {
            return Library.DETACH.equals(callee.cell().read()) ? Detached.of(numbers, frame) : call.run(frame);
        }
    }

    /** {@code f'}. */
    record Derivative(Code function, int order, Span span) implements Code {
        @Override
        public Datum run(Frame frame) {
            Datum of = function.run(frame);
            if (of instanceof DerivativeOf(Callable inner, int innerOrder)) {
                return new DerivativeOf(inner, innerOrder + order);
            }
            if (of instanceof Callable callable) {
                return new DerivativeOf(callable, order);
            }
            throw new AgException(
                    ErrorCode.NOT_A_FUNCTION,
                    "a prime means the derivative of a function, and this is " + Kinds.article(of),
                    span,
                    of instanceof Tensor tensor && tensor.isMatrix()
                            ? "to turn a matrix over write: transpose("
                                    + span.text().replaceAll("['′]+$", "") + ")"
                            : "for a formula write grad(L, a)");
        }
    }

    private static Callable callable(Datum called, Expr.Call call) {
        if (called instanceof Callable callable) {
            return callable;
        }
        String name = call.callee().span().text();
        String hint = "";
        if (Arithmetic.isNumber(called)) {
            hint = "only a function takes several values";
        } else if (called instanceof Tensor && call.arguments().size() == 1) {
            hint = "to take an element write " + name + "["
                    + call.arguments().getFirst().span().text() + "]";
        }
        throw new AgException(
                ErrorCode.NOT_A_FUNCTION,
                "'" + name + "' is " + Kinds.article(called) + ", not a function",
                call.callee().span(),
                hint);
    }
}
