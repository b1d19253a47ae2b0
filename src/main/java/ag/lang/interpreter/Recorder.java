package ag.lang.interpreter;

import ag.engine.Tape;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.values.Arithmetic;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Evaluation;
import ag.lang.values.Kinds;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import ag.nn.Activation;
import ag.nn.Loss;
import ag.nn.Recording;

/**
 * Calls a user's own activation or loss once and takes down what it did, so that training can repeat it for any number of
 * samples.
 */
public final class Recorder {
    private Recorder() {}

    public static Activation activation(Workspace workspace, Callable function, int width, Span span) {
        if (!(function instanceof Closure)) {
            return Activation.named(function.name()).orElseThrow();
        }
        Tape tape = workspace.tape();
        int mark = tape.mark();
        Datum.Scalar x = (Datum.Scalar) workspace.inputs().anonymous(new Datum.Num(0.5));
        try {
            Datum y = traced(workspace, function, span, x);
            if (!Arithmetic.isNumber(y)) {
                throw new AgException(
                        ErrorCode.BAD_ACTIVATION,
                        function.signature() + " gives " + Kinds.article(y) + ", and an activation gives one number",
                        span,
                        "");
            }
            return new Activation.Custom(
                    function.name(), Recording.of(tape, new int[] {x.node()}, new int[] {workspace.node(y)}));
        } finally {
            tape.rewind(mark);
        }
    }

    /** A loss defined in the program: {@code f(prediction, target)}, numbers where there is one of them, otherwise vectors. */
    public static Loss loss(Workspace workspace, Callable function, int outputs, double[] target, Span span) {
        Tape tape = workspace.tape();
        int mark = tape.mark();
        try {
            double[] start = new double[outputs + target.length];
            System.arraycopy(target, 0, start, outputs, target.length);
            Tensor all = (Tensor) workspace.inputs().anonymous(Tensor.vector(start));
            Tensor goal = all.slice(outputs, outputs + target.length);
            Datum y = traced(workspace, function, span, narrow(all.slice(0, outputs)), narrow(goal));
            if (!Arithmetic.isNumber(y)) {
                throw new AgException(
                        ErrorCode.BAD_LOSS,
                        function.signature() + " gives " + Kinds.article(y) + ", and a loss is one number",
                        span,
                        "sum it, or take its mean");
            }
            return new Loss.Custom(Recording.of(tape, all.nodes(), new int[] {workspace.node(y)}), target.length);
        } finally {
            tape.rewind(mark);
        }
    }

    /** What a function gives here, choices with both their ways; how it came to it may hold for these arguments alone. */
    public static Datum called(Workspace workspace, Callable function, Span span, Datum... arguments) {
        try (Evaluation _ = workspace.evaluation().recorded()) {
            return function.call(workspace, span, 0, arguments);
        }
    }

    /** What a function gives for arguments that could be any: choices keep both their ways. */
    public static Datum traced(Workspace workspace, Callable function, Span span, Datum... arguments) {
        try (Evaluation evaluation = workspace.evaluation().recorded()) {
            Datum result = function.call(workspace, span, 0, arguments);
            if (evaluation.everLooked()) {
                throw new AgException(
                        ErrorCode.DECIDED,
                        function.signature()
                                + " looks at its arguments in a way that one course for all samples cannot follow",
                        span,
                        "'if … then … else …' is fine here; loops, indices and texts that depend on a sample are not");
            }
            return result;
        }
    }

    static Datum narrow(Tensor tensor) {
        return tensor.size() == 1 ? tensor.element(0) : tensor;
    }
}
