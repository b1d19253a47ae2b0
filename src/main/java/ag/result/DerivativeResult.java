package ag.result;

import ag.lang.source.Span;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The derivative of a value, or how it comes about, in numbers. */
public sealed interface DerivativeResult extends Result {
    /** A value and its gradient for each input. */
    record Gradient(String of, double value, List<Slope> slopes, Span span) implements DerivativeResult {
        public Gradient {
            slopes = List.copyOf(slopes);
        }
    }

    /** The derivative with respect to one input, in that input's shape. */
    record Slope(String input, Plain gradient) {}

    /** Gradients beside difference quotients. */
    record Checked(String of, boolean ok, List<CheckRow> rows, Span span) implements DerivativeResult {
        public Checked {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One number checked.
     *
     * @param relativeError the difference of the two, relative to the larger
     * @param left the slope towards smaller numbers
     * @param right the slope towards larger numbers
     * @param verdict how it is judged
     */
    record CheckRow(
            String input,
            double autodiff,
            double numeric,
            double relativeError,
            double left,
            double right,
            Verdict verdict) {}

    /** How a gradient compares with the difference quotient. Where there is no derivative, a convention stands for it. */
    enum Verdict {
        AGREES,
        /** The slopes on the two sides differ. */
        KINK,
        /** The value leaps. */
        JUMP,
        /** On one side there are no values. */
        EDGE,
        /** The change is lost in the digits of the value. */
        UNCLEAR,
        DIFFERS
    }

    /** The forward and the backward pass, a row for each step in topological order. */
    record Traced(String of, List<TraceRow> rows, Span span) implements DerivativeResult {
        public Traced {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A step of a computation.
     *
     * @param expression how it is made, with the names of its operands
     * @param value a number; for a row that stands for many steps, the range of their values
     * @param slopes the derivative in each operand; empty where there are too many operands to list
     * @param gradient how the result changes with this step
     * @param count how many steps the row stands for
     */
    record TraceRow(String name, String expression, Plain value, List<LocalSlope> slopes, Plain gradient, int count) {
        public TraceRow {
            slopes = List.copyOf(slopes);
        }
    }

    /** The derivative of one step in one of its operands. */
    record LocalSlope(String operand, double slope) {}

    /**
     * The chain rule, path by path and as the backward pass goes.
     *
     * @param total the gradient
     * @param pathCount how many paths lead from the input to the result; rounded where the scale is negative
     * @param paths all of them, or the largest by the size of their product
     * @param backward the steps of the backward pass; empty where there are too many to read
     * @param pathMultiplications what going through every path takes
     * @param backwardMultiplications what the backward pass takes
     */
    record Explained(
            String of,
            String input,
            double total,
            BigDecimal pathCount,
            List<PathRow> paths,
            List<PassStep.Backward> backward,
            BigDecimal pathMultiplications,
            long backwardMultiplications,
            Span span)
            implements DerivativeResult {
        public Explained {
            paths = List.copyOf(paths);
            backward = List.copyOf(backward);
        }
    }

    /** A path from an input to the result: what it passes, the derivative on each edge, their product. */
    record PathRow(List<String> nodes, List<Double> factors, double product) {
        public PathRow {
            nodes = List.copyOf(nodes);
            factors = List.copyOf(factors);
        }
    }

    /** What the derivative predicts for a small change of an input, beside what really happens. */
    record Nudged(String input, String by, List<NudgeRow> rows, Span span) implements DerivativeResult {
        public Nudged {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A formula that depends on the input.
     *
     * @param value what it is worth now
     * @param predicted how much it would change if the derivative stayed the same all the way
     * @param real how much it does change
     */
    record NudgeRow(String formula, double value, double predicted, double real) {}

    /**
     * One derivative found in several ways.
     *
     * @param inputs how many inputs the result depends on
     */
    record Compared(String of, String input, int inputs, List<CompareRow> rows, Span span) implements DerivativeResult {
        public Compared {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One way to a derivative.
     *
     * @param derivative what it gives; null where it gives nothing
     * @param operations what it takes, in operations on numbers
     * @param operationsForAll what it takes for every input the result depends on; null where it was not counted
     */
    record CompareRow(
            String method,
            @Nullable Double derivative,
            long operations,
            @Nullable Long operationsForAll) {}
}
