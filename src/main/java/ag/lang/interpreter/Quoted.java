package ag.lang.interpreter;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.syntax.Expr;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import java.util.Map;
import java.util.Set;

/**
 * An expression where a formula will do: evaluated, or, where a letter in it has no value, kept as a formula.
 *
 * @param locals the slots of the local names where it stands
 * @param whole evaluates it with its history, for later
 * @param code evaluates it as the place needs it
 */
record Quoted(Expr expression, Code whole, Code code, Set<Cell> names, Map<String, Integer> locals)
        implements NumberCode {
    @Override
    public Datum run(Frame frame) {
        try {
            return code.run(frame);
        } catch (FreeLetter letter) {
            return Formula.of(expression, whole, frame, names, locals);
        }
    }

    @Override
    public int emit(NumberProgram.Builder program) {
        return program.emit(code);
    }

    /** An equation: kept as it is, unless nothing in it can change. */
    record Sides(Expr.Equation equation, Code left, Code right, Set<Cell> names, Map<String, Integer> locals)
            implements Code {
        @Override
        public Datum run(Frame frame) {
            try {
                Datum a = left.run(frame);
                Datum b = right.run(frame);
                if (!Arithmetic.hasHistory(a) && !Arithmetic.hasHistory(b)) {
                    throw new AgException(
                            ErrorCode.BAD_ASSIGNMENT,
                            "'=' gives a name a value or makes an equation, and here is no letter that could change",
                            equation.span(),
                            "to compare write: " + equation.left().span().text() + " == "
                                    + equation.right().span().text());
                }
            } catch (FreeLetter letter) {
                // An equation in letters is what it says.
            }
            return Formula.of(equation, this, frame, names, locals);
        }
    }
}
