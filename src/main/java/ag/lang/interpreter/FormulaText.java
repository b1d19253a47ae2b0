package ag.lang.interpreter;

import ag.lang.algebra.CheckPoints;
import ag.lang.algebra.Derivation;
import ag.lang.algebra.Meanings;
import ag.lang.algebra.Simplifier;
import ag.lang.algebra.Term;
import ag.lang.algebra.TermReader;
import ag.lang.algebra.TextWriter;
import ag.lang.reading.ExpressionText;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Parts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a formula is shown: written out, with its derivatives taken. */
final class FormulaText {
    private FormulaText() {}

    /** @param putIn whether numbers or formulas were put in for letters: then what they make is worked out */
    static String of(Expr written, boolean putIn) {
        if (written instanceof Expr.Equation equation) {
            return of(equation.left(), putIn) + " = " + of(equation.right(), putIn);
        }
        if (written instanceof Expr.Binary comparison && comparison.operator().isComparison()) {
            return of(comparison.left(), putIn) + " " + comparison.operator().sign() + " "
                    + of(comparison.right(), putIn);
        }
        if (written instanceof Expr.Vector vector) {
            return vector.elements().stream()
                    .map(element -> of(element, putIn))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return term(written)
                .map(term -> TextWriter.text(putIn || holdsDerivative(written) ? Simplifier.workedOut(term) : term))
                .orElseGet(() -> inParts(written, putIn));
    }

    /** What derivatives give is worked out with what stands around them: 2·dy/dx is 4x for y = x². */
    private static boolean holdsDerivative(Expr written) {
        boolean[] holds = {false};
        Parts.each(written, part -> holds[0] |= part instanceof Expr.Derivative);
        return holds[0];
    }

    /** A call of something that algebra does not know, with what it is called with written out. */
    private static String inParts(Expr written, boolean putIn) {
        return written instanceof Expr.Call(Expr.Name function, List<Expr.Argument> arguments, Span _)
                        && arguments.stream()
                                .allMatch(
                                        argument -> argument.name() == null && argument.value() instanceof Expr.Vector)
                ? arguments.stream()
                        .map(argument -> of(argument.value(), putIn))
                        .collect(Collectors.joining(", ", function.name() + "(", ")"))
                : ExpressionText.print(written);
    }

    /** The formula for algebra; empty where it is none. */
    static Optional<Term> term(Expr written) {
        return TermReader.read(written, new Derived());
    }

    /** All names are letters, and derivatives are taken. */
    private static final class Derived implements Meanings {
        @Override
        public Optional<Term> leaf(Expr expression) {
            return Meanings.LETTERS.leaf(expression);
        }

        @Override
        public Term derivative(Term of, Term.Letter by) {
            return Derivation.checked(of, by, CheckPoints.FREE, () -> {}).formula();
        }

        @Override
        public Optional<Function> function(String name) {
            return Optional.empty();
        }

        @Override
        public boolean isBuiltIn(String name) {
            return true;
        }
    }
}
