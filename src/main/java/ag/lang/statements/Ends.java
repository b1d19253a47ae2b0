package ag.lang.statements;

import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Kinds;

/** From where to where a statement looks, as it is written: {@code 0..5}. */
record Ends(Code low, Code high, Span span) {
    /** From one finite number to a larger one, with both as they are written. */
    record Range(double low, double high, String text) {
        boolean contains(double x) {
            return low <= x && x <= high;
        }
    }

    static Ends of(Expr range, StatementCompiler compiler, Scope scope) {
        if (!(range instanceof Expr.Range ends)) {
            throw problem("it is looked for in a range", range.span());
        }
        return new Ends(
                compiler.expressions().compile(ends.low(), scope),
                compiler.expressions().compile(ends.high(), scope),
                range.span());
    }

    Range at(Frame frame) {
        double from = number(frame, low);
        double to = number(frame, high);
        if (!(from < to) || !Double.isFinite(to - from)) {
            throw problem("a range goes from one finite number to a larger one", span);
        }
        return new Range(from, to, span.text().strip());
    }

    private double number(Frame frame, Code code) {
        Datum datum = code.run(frame);
        if (!Arithmetic.isNumber(datum)) {
            throw problem("the ends of a range are numbers, and this is " + Kinds.article(datum), span);
        }
        return frame.machine.workspace.shown(datum);
    }

    private static AgException problem(String message, Span span) {
        return new AgException(ErrorCode.BAD_RANGE, message, span, "write: for x in 0..5");
    }
}
