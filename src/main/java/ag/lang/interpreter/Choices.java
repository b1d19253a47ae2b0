package ag.lang.interpreter;

import ag.engine.Corners;
import ag.engine.Operation;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.BinaryOperator;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Kinds;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;

/** Runs what is true or false, and what depends on it. */
public final class Choices {
    private Choices() {}

    public static boolean truth(Datum datum, Span span) {
        if (datum instanceof Datum.Bool bool) {
            return bool.value();
        }
        if (datum instanceof Datum.Undetermined) {
            throw new AgException(
                    ErrorCode.DECIDED,
                    "this depends on the sample, and all samples of a training take one course",
                    span,
                    "write the choice as a value: if x > 0 then p else q");
        }
        throw new AgException(
                ErrorCode.WRONG_TYPE,
                "a condition is true or false, and this is " + Kinds.article(datum),
                span,
                datum instanceof Tensor
                        ? "do all hold: min(v > 0) == 1; does any: max(v > 0) == 1"
                        : "compare it: x > 0, x == 1");
    }

    /** {@code if c then p else q}. */
    record Conditional(Code condition, Code then, Code otherwise, Span span) implements Code {
        @Override
        public Datum run(Frame frame) {
            Datum which = condition.run(frame);
            return which instanceof Datum.Undetermined open
                    ? BothWays.choose(frame.machine.workspace, open, then.run(frame), otherwise.run(frame), span)
                    : (truth(which, span) ? then : otherwise).run(frame);
        }
    }

    /** {@code not p}. */
    record Not(Code operand, Span span) implements Code {
        @Override
        public Datum run(Frame frame) {
            Datum value = operand.run(frame);
            return value instanceof Datum.Undetermined open
                    ? BothWays.not(frame.machine.workspace, open)
                    : new Datum.Bool(!truth(value, span));
        }
    }

    /** {@code p and q}; q is evaluated only where p holds. */
    record Both(Code left, Code right, Span leftSpan, Span rightSpan) implements Code {
        @Override
        public Datum run(Frame frame) {
            Datum first = left.run(frame);
            if (first instanceof Datum.Undetermined open) {
                return BothWays.and(frame.machine.workspace, open, right.run(frame), rightSpan);
            }
            return truth(first, leftSpan) ? right.run(frame) : first;
        }
    }

    /** {@code p or q}; q is evaluated only where p does not hold. */
    record Either(Code left, Code right, Span leftSpan, Span rightSpan) implements Code {
        @Override
        public Datum run(Frame frame) {
            Datum first = left.run(frame);
            if (first instanceof Datum.Undetermined open) {
                return BothWays.or(frame.machine.workspace, open, right.run(frame), rightSpan);
            }
            return truth(first, leftSpan) ? first : right.run(frame);
        }
    }

    /** {@code a < b} and its kin. What looks at a value with history must look again when that changes. */
    public record Comparison(BinaryOperator operator, Code left, Code right, int site, Expr.Binary place)
            implements Code {
        /** How many steps back a compared value is looked at for a leap, such as that of {@code floor(x)} at 2. */
        private static final int LEVELS = 4;

        @Override
        public Datum run(Frame frame) {
            Datum a = left.run(frame);
            Datum b = right.run(frame);
            Workspace workspace = frame.machine.workspace;
            if (workspace.evaluation().isRecording() && (a instanceof Datum.Scalar || b instanceof Datum.Scalar)) {
                return BothWays.compare(workspace, operator, a, b, place.span());
            }
            if (Arithmetic.isNumber(a) && Arithmetic.isNumber(b)) {
                double x = workspace.number(a);
                double y = workspace.number(b);
                if ((x == y && (a instanceof Datum.Scalar || b instanceof Datum.Scalar))
                        || leaps(workspace, a)
                        || leaps(workspace, b)) {
                    workspace.tie();
                }
                return new Datum.Bool(holds(x, y));
            }
            return switch (operator) {
                case EQUAL -> new Datum.Bool(same(workspace, place.span(), a, b));
                case NOT_EQUAL -> new Datum.Bool(!same(workspace, place.span(), a, b));
                default -> {
                    if (isNumeric(a) && isNumeric(b)) {
                        yield eachCompared(workspace, a, b);
                    }
                    throw new AgException(
                            ErrorCode.WRONG_TYPE,
                            "'" + operator.sign() + "' compares two numbers, and here are " + Kinds.article(a) + " and "
                                    + Kinds.article(b),
                            place.span(),
                            wayOut(a, b));
                }
            };
        }

        private static boolean leaps(Workspace workspace, Datum datum) {
            return datum instanceof Datum.Scalar(int node) && Corners.isNear(workspace.tape(), node, LEVELS);
        }

        private static boolean isNumeric(Datum datum) {
            return Arithmetic.isNumber(datum) || datum instanceof Tensor;
        }

        /** 1 where it holds and 0 elsewhere, for each element; on the tape, so that it follows what it compares. */
        private Datum eachCompared(Workspace workspace, Datum a, Datum b) {
            boolean swapped = operator == BinaryOperator.LESS || operator == BinaryOperator.LESS_OR_EQUAL;
            Operation row = operator == BinaryOperator.LESS || operator == BinaryOperator.GREATER
                    ? Operation.GREATER
                    : Operation.GREATER_OR_EQUAL;
            return workspace.arithmetic().apply(row, swapped ? b : a, swapped ? a : b, site, place.span());
        }

        private static String wayOut(Datum a, Datum b) {
            return a instanceof Datum.Text && b instanceof Datum.Text
                    ? "texts are compared by == and !=; sort puts them in order"
                    : "";
        }

        /** Element by element as numbers are compared: nan is not even itself, and 0 is -0. */
        private static boolean same(double[] x, double[] y) {
            for (int i = 0; i < x.length; i++) {
                if (x[i] != y[i]) {
                    return false;
                }
            }
            return true;
        }

        private boolean holds(double a, double b) {
            return switch (operator) {
                case LESS -> a < b;
                case LESS_OR_EQUAL -> a <= b;
                case GREATER -> a > b;
                case GREATER_OR_EQUAL -> a >= b;
                case EQUAL -> a == b;
                case NOT_EQUAL -> a != b;
                default -> throw new IllegalStateException("not a comparison: " + operator);
            };
        }

        private static boolean same(Workspace workspace, Span span, Datum a, Datum b) {
            return switch (a) {
                case Tensor x
                when b instanceof Tensor y -> x.sameShape(y) && same(workspace.numbers(x), workspace.numbers(y));
                case Datum.Items x
                when b instanceof Datum.Items y -> {
                    workspace.checkStop(span);
                    boolean same = x.items().size() == y.items().size();
                    for (int i = 0; same && i < x.items().size(); i++) {
                        same = same(workspace, span, x.items().get(i), y.items().get(i));
                    }
                    yield same;
                }
                case Datum.Num _, Datum.Scalar _ ->
                    Arithmetic.isNumber(b) && workspace.number(a) == workspace.number(b);
                case Datum.Inert _, Datum.Numbers _, Datum.Items _, Datum.Opaque _ -> a.equals(b);
            };
        }
    }
}
