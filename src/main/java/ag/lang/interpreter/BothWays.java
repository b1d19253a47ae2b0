package ag.lang.interpreter;

import ag.engine.Operation;
import ag.engine.Tape;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr.BinaryOperator;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Kinds;
import ag.lang.values.Workspace;

/**
 * Choices while a function is recorded to serve many samples: a comparison becomes a node that is 1 or 0 for each sample, and
 * {@code if c then p else q} becomes gate(c, p) + gate(1 - c, q). A gate passes a number or 0; it does not multiply, so the way
 * not taken cannot turn the result into NaN.
 */
final class BothWays {
    private BothWays() {}

    static Datum compare(Workspace workspace, BinaryOperator operator, Datum a, Datum b, Span span) {
        if (!Arithmetic.isNumber(a) || !Arithmetic.isNumber(b)) {
            throw new AgException(
                    ErrorCode.WRONG_TYPE,
                    "'" + operator.sign() + "' compares two numbers, and here are " + Kinds.article(a) + " and "
                            + Kinds.article(b),
                    span,
                    "");
        }
        Tape tape = workspace.tape();
        int x = workspace.node(a);
        int y = workspace.node(b);
        return switch (operator) {
            case GREATER -> new Datum.Undetermined(tape.apply(Operation.GREATER, x, y));
            case LESS -> new Datum.Undetermined(tape.apply(Operation.GREATER, y, x));
            case GREATER_OR_EQUAL -> new Datum.Undetermined(tape.apply(Operation.GREATER_OR_EQUAL, x, y));
            case LESS_OR_EQUAL -> new Datum.Undetermined(tape.apply(Operation.GREATER_OR_EQUAL, y, x));
            case EQUAL -> new Datum.Undetermined(tape.apply(Operation.EQUAL, x, y));
            case NOT_EQUAL -> not(workspace, new Datum.Undetermined(tape.apply(Operation.EQUAL, x, y)));
            default -> throw new IllegalStateException("not a comparison: " + operator);
        };
    }

    static Datum.Undetermined not(Workspace workspace, Datum.Undetermined of) {
        Tape tape = workspace.tape();
        return new Datum.Undetermined(tape.subtract(tape.constant(1), of.node()));
    }

    static Datum and(Workspace workspace, Datum.Undetermined left, Datum right, Span span) {
        if (right instanceof Datum.Undetermined open) {
            return new Datum.Undetermined(workspace.tape().multiply(left.node(), open.node()));
        }
        return Choices.truth(right, span) ? left : right;
    }

    static Datum or(Workspace workspace, Datum.Undetermined left, Datum right, Span span) {
        if (right instanceof Datum.Undetermined open) {
            return new Datum.Undetermined(workspace.tape().apply(Operation.MAX, left.node(), open.node()));
        }
        return Choices.truth(right, span) ? right : left;
    }

    static Datum choose(Workspace workspace, Datum.Undetermined condition, Datum then, Datum otherwise, Span span) {
        Arithmetic arithmetic = workspace.arithmetic();
        Datum yes = arithmetic.apply(Operation.GATE, new Datum.Scalar(condition.node()), then, 0, span);
        Datum no = arithmetic.apply(
                Operation.GATE, new Datum.Scalar(not(workspace, condition).node()), otherwise, 0, span);
        return arithmetic.apply(Operation.ADD, yes, no, 0, span);
    }
}
