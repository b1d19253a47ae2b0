package ag.lang.statements;

import ag.chart.Range;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.ExpressionCompiler;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Scope;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Along;
import ag.lang.syntax.Expr;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Kinds;

/** {@code x in -3..3}: from where to where an axis of a plot goes, and what runs along it. */
record PlotRange(String variable, Code low, Code high, Span span) {
    static PlotRange compile(Along along, ExpressionCompiler expressions, Scope scope) {
        if (!(along.range() instanceof Expr.Range ends)) {
            throw new AgException(
                    ErrorCode.BAD_RANGE,
                    "a plot runs over a range",
                    along.range().span(),
                    example(along.variable()));
        }
        return new PlotRange(
                along.variable(),
                expressions.compile(ends.low(), scope),
                expressions.compile(ends.high(), scope),
                along.range().span());
    }

    Range range(Frame frame) {
        double from = number(frame, low, span, "the ends of a range are numbers", example(variable));
        double to = number(frame, high, span, "the ends of a range are numbers", example(variable));
        if (!(from < to) || !Double.isFinite(to - from)) {
            throw new AgException(
                    ErrorCode.BAD_RANGE, "a plot runs from one finite number to a larger one", span, example(variable));
        }
        return new Range(from, to);
    }

    private static String example(String variable) {
        return "write: for " + variable + " in -3..3";
    }

    /** A number that a plot needs: the problem begins the message where it is something else. */
    static double number(Frame frame, Code code, Span span, String problem, String hint) {
        Datum datum = code.run(frame);
        if (!Arithmetic.isNumber(datum)) {
            throw new AgException(ErrorCode.BAD_RANGE, problem + ", and this is " + Kinds.article(datum), span, hint);
        }
        return frame.machine.workspace.number(datum);
    }
}
