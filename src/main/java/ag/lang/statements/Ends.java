package ag.lang.statements;

import ag.lang.algebra.CheckPoints;
import ag.lang.algebra.Letters;
import ag.lang.algebra.PointEvaluation;
import ag.lang.algebra.Simplifier;
import ag.lang.algebra.Term;
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
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From where to where a statement looks, as it is written: {@code 0..5}. */
record Ends(Code low, Code high, Expr.Range text, Span span) {
    /** From one finite number to a larger one, with both as they are written. */
    record Range(double low, double high, Term from, Term to, String text) {
        /** A range of numbers alone. */
        static Range of(double low, double high, String text) {
            return new Range(low, high, Mapping.number(low), Mapping.number(high), text);
        }

        boolean contains(double x) {
            return low <= x && x <= high;
        }
    }

    static Ends of(Expr range, StatementCompiler compiler, Scope scope) {
        if (range instanceof Expr.Vector(List<Expr> both, Span _) && both.size() == 2) {
            throw new AgException(
                    ErrorCode.BAD_RANGE,
                    "a range stands without brackets, and two dots in it",
                    range.span(),
                    "write: " + both.getFirst().span().text().strip() + ".."
                            + both.getLast().span().text().strip());
        }
        if (!(range instanceof Expr.Range ends)) {
            throw problem("it is looked for in a range", range.span());
        }
        return new Ends(
                compiler.expressions().compile(ends.low(), scope),
                compiler.expressions().compile(ends.high(), scope),
                new Expr.Range(
                        compiler.expressions().read(ends.low(), scope),
                        compiler.expressions().read(ends.high(), scope),
                        true,
                        range.span()),
                range.span());
    }

    Range at(Frame frame) {
        double from = number(frame, low);
        double to = number(frame, high);
        if (!(from < to) || !Double.isFinite(to - from)) {
            throw problem("a range goes from one finite number to a larger one", span);
        }
        return new Range(
                from,
                to,
                exact(frame, text.low(), from),
                exact(frame, text.high(), to),
                span.text().strip());
    }

    /** An end as it is written, such as 2π, where it is worth the number. */
    private static Term exact(Frame frame, Expr end, double number) {
        return Mapping.exact(frame, end, Set.of())
                .map(Simplifier::simplify)
                .filter(term ->
                        Letters.in(term).isEmpty() && CheckPoints.agree(PointEvaluation.of(term, Map.of()), number))
                .orElseGet(() -> Mapping.number(number));
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
