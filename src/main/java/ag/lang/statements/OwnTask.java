package ag.lang.statements;

import ag.lang.algebra.Letters;
import ag.lang.algebra.Term;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import java.util.List;

/** An exercise of a teacher's own: a formula in one letter, a function of one argument, or the derivative that is asked for. */
record OwnTask(Expr typed, Subject subject) {
    static OwnTask of(Expr typed, Span statement, StatementCompiler compiler, Scope scope) {
        Expr read = compiler.expressions().read(typed, scope);
        return new OwnTask(AskedDerivative.isOne(read) ? read : typed, Subject.of(typed, statement, compiler, scope));
    }

    Exercise exercise(Frame frame) {
        if (typed instanceof Expr.Derivative || typed instanceof Expr.Prime) {
            AskedDerivative asked = AskedDerivative.of(typed, frame.machine);
            if (asked.by().size() != 1) {
                throw refused("a worksheet asks for first derivatives", "write what is to be derived once");
            }
            return new Exercise(asked.function(), asked.by().getFirst());
        }
        PractisedFormula formula = PractisedFormula.of(frame.machine, subject, subject.held(frame))
                .orElseThrow(() -> refused(
                        "'" + subject.text() + "' is no formula with a letter to derive by",
                        "say by which letter: worksheet { d/dx (x^2 sin(x)) }"));
        List<Term.Letter> letters = formula.letters().stream()
                .filter(letter -> Letters.contains(formula.function(), letter))
                .toList();
        if (letters.size() != 1) {
            throw refused(
                    "'" + subject.text() + "' has " + (letters.isEmpty() ? "no letter" : "several letters")
                            + " to derive by",
                    "say by which: worksheet { d/dx (a x^2) }");
        }
        return new Exercise(formula.function(), letters.getFirst());
    }

    private AgException refused(String what, String advice) {
        return new AgException(ErrorCode.WHICH_LETTER, what, typed.span(), advice);
    }
}
