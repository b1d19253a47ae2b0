package ag.lang.statements;

import ag.lang.algebra.Simplifier;
import ag.lang.algebra.Term;
import ag.lang.algebra.TextWriter;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Loops;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.SolutionStatement;
import ag.lang.values.Datum;
import ag.result.FormulaResult;
import java.util.ArrayList;
import java.util.List;

/** Runs {@code tangent x^2 + y^2 = 25 at (3, 4)} and {@code linearize} of the same: the line, or the plane, that touches there. */
record CurveTangent(SolutionStatement.Nearby.Kind kind, TouchedCurve curve, Span span) implements Code {
    CurveTangent {
        if (kind == SolutionStatement.Nearby.Kind.TAYLOR) {
            throw new AgException(
                    ErrorCode.NO_SERIES,
                    "a series is of a formula, and this is an equation",
                    span,
                    "write: tangent " + curve.text() + " at (3, 4)");
        }
    }

    @Override
    public Datum run(Frame frame) {
        TouchedCurve.Touch touch = curve.touch(frame);
        int last = touch.letters().size() - 1;
        Term slope = touch.slopes().get(last);
        if (slope.is(0)) {
            show(frame, upright(touch));
            return Loops.NOTHING;
        }
        List<Term> parts = new ArrayList<>();
        parts.add(touch.at(last));
        for (Term other : touch.slopes().subList(0, last)) {
            parts.add(Simplifier.simplify(Term.negative(Term.quotient(other, slope))));
        }
        List<Term.Letter> along = touch.letters().subList(0, last);
        String height = touch.letters().get(last).name();
        show(
                frame,
                kind == SolutionStatement.Nearby.Kind.TANGENT
                        ? new Line(height + " = ", NearPlace.straight(parts, along, touch.place()))
                        : new Line(height + " ≈ ", NearPlace.around(parts, along, touch.place())));
        return Loops.NOTHING;
    }

    private record Line(String left, Term right) {}

    /** A line that is no function of the letters before the last: x = 5. */
    private static Line upright(TouchedCurve.Touch touch) {
        List<Term> sum = new ArrayList<>();
        Term first = Term.ONE;
        Term constant = Term.ZERO;
        for (int i = 0; i < touch.letters().size(); i++) {
            Term slope = touch.slopes().get(i);
            if (!slope.is(0)) {
                first = sum.isEmpty() ? slope : first;
                Term share = Simplifier.simplify(Term.quotient(slope, first));
                sum.add(Simplifier.simplify(Term.product(share, touch.letters().get(i))));
                constant = Term.sum(constant, Term.product(share, touch.at(i)));
            }
        }
        return new Line(TextWriter.text(Term.sum(sum)) + " = ", Simplifier.simplify(constant));
    }

    private void show(Frame frame, Line line) {
        frame.machine.workspace.show(new FormulaResult.Formulated(
                kind.word(), curve.text(), line.left, TextWriter.text(line.right), line.right, true, span));
    }
}
