package ag.lang.statements;

import ag.lang.interpreter.Code;
import ag.lang.interpreter.ExpressionCompiler;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Scope;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.LearningStatement;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Input;
import ag.lang.values.Kinds;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An input that a minimization changes, and between what: {@code x in 0..1}. */
record BoundedInput(
        Derivations.Asked asked,
        @Nullable Bound low,
        @Nullable Bound high) {
    private static final String EXAMPLE = "over x in 0..1";

    /** One end of a range: a number, or one for each element. */
    record Bound(Code code, Span span) {
        double[] at(Frame frame, int size) {
            Workspace workspace = frame.machine.workspace;
            Datum datum = code.run(frame);
            double[] numbers;
            if (datum instanceof Tensor tensor && tensor.size() == size) {
                numbers = workspace.numbers(tensor).clone();
            } else if (Arithmetic.isNumber(datum)) {
                numbers = new double[size];
                Arrays.fill(numbers, workspace.number(datum));
            } else {
                throw new AgException(
                        ErrorCode.BAD_BOUNDS,
                        "a bound is a number, or one for each of " + size + ", and this is " + Kinds.article(datum),
                        span,
                        "write: " + EXAMPLE);
            }
            if (Arrays.stream(numbers).anyMatch(Double::isNaN)) {
                throw new AgException(ErrorCode.BAD_BOUNDS, "this bound is no number", span, "write: " + EXAMPLE);
            }
            return numbers;
        }
    }

    static BoundedInput compile(LearningStatement.Bounded bounded, ExpressionCompiler expressions, Scope scope) {
        Derivations.Asked asked = new Derivations.Asked(
                bounded.name(),
                expressions.compile(bounded.name(), scope),
                bounded.name().span());
        Expr range = bounded.range();
        if (range == null) {
            return new BoundedInput(asked, null, null);
        }
        if (!(range instanceof Expr.Range ends)) {
            throw new AgException(
                    ErrorCode.BAD_BOUNDS,
                    "bounds are written with '..' between them",
                    range.span(),
                    "write: " + EXAMPLE);
        }
        return new BoundedInput(
                asked,
                new Bound(expressions.compile(ends.low(), scope), ends.low().span()),
                new Bound(expressions.compile(ends.high(), scope), ends.high().span()));
    }

    boolean isBounded() {
        return low != null;
    }

    Input input(Frame frame) {
        return asked.input(frame, "minimize changes inputs, which are made with let");
    }

    /** The least value of each element; -∞ without bounds. */
    double[] low(Frame frame, int size) {
        return low == null ? filled(size, Double.NEGATIVE_INFINITY) : low.at(frame, size);
    }

    /** The largest value of each element, none below the least. */
    double[] high(Frame frame, double[] least) {
        if (high == null) {
            return filled(least.length, Double.POSITIVE_INFINITY);
        }
        double[] most = high.at(frame, least.length);
        for (int i = 0; i < most.length; i++) {
            if (least[i] > most[i]) {
                throw new AgException(
                        ErrorCode.BAD_BOUNDS,
                        "nothing lies between these bounds",
                        high.span(),
                        "write the smaller one first");
            }
        }
        return most;
    }

    private static double[] filled(int size, double number) {
        double[] numbers = new double[size];
        Arrays.fill(numbers, number);
        return numbers;
    }
}
