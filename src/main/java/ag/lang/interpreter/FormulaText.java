package ag.lang.interpreter;

import ag.lang.algebra.CheckPoints;
import ag.lang.algebra.Derivation;
import ag.lang.algebra.Meanings;
import ag.lang.algebra.Simplifier;
import ag.lang.algebra.Term;
import ag.lang.algebra.TermReader;
import ag.lang.algebra.TextWriter;
import ag.lang.reading.ExpressionText;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.BinaryOperator;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a formula is shown: written out, with its derivatives taken. */
final class FormulaText {
    private FormulaText() {}

    /** @param putIn whether numbers or formulas were put in for letters: then what they make is worked out */
    static String of(Expr written, boolean putIn) {
        return switch (written) {
            case Expr.Equation equation -> of(equation.left(), putIn) + " = " + of(equation.right(), putIn);
            case Expr.Binary comparison
            when isComparison(comparison.operator()) ->
                of(comparison.left(), putIn) + " " + comparison.operator().sign() + " " + of(comparison.right(), putIn);
            case Expr.Vector vector ->
                vector.elements().stream()
                        .map(element -> of(element, putIn))
                        .collect(Collectors.joining(", ", "[", "]"));
            default ->
                term(written)
                        .map(term -> TextWriter.text(putIn ? Simplifier.workedOut(term) : term))
                        .orElseGet(() -> ExpressionText.print(written));
        };
    }

    private static boolean isComparison(BinaryOperator operator) {
        return switch (operator) {
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL -> true;
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, MATRIX_MULTIPLY, POWER, POWER_OF_EACH, AND, OR -> false;
        };
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
