package ag.lang.interpreter;

import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.values.Datum;
import ag.lang.values.Tensor;

/** {@code |r'(t)|}: of a number its distance from 0; of what turns out to be a vector it tells that it goes element by element. */
record Bars(Code code, Span of, Span span) implements Code {
    /** What a call does, where it was written with bars around more than a name, whose kind is known before. */
    static Code around(Expr.Call call, Code code) {
        return call.callee() instanceof Expr.Name name
                        && name.name().equals("abs")
                        && call.span().text().startsWith("|")
                        && call.arguments().size() == 1
                        && !(call.arguments().getFirst().value() instanceof Expr.Name)
                ? new Bars(code, call.arguments().getFirst().span(), call.span())
                : code;
    }

    @Override
    public Datum run(Frame frame) {
        Datum value = code.run(frame);
        if (value instanceof Tensor) {
            frame.machine.workspace.note(
                    span.text() + " is taken of each element; the length of a vector is ‖" + of.text()
                            + "‖, and the determinant of a matrix det(" + of.text() + ")",
                    span);
        }
        return value;
    }
}
