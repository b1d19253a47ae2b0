package ag.lang.interpreter;

import ag.lang.algebra.Derivation;
import ag.lang.algebra.Meanings;
import ag.lang.algebra.Term;
import ag.lang.algebra.TermReader;
import ag.lang.algebra.TextWriter;
import ag.lang.reading.ExpressionText;
import ag.lang.syntax.Expr;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a formula is shown: written out, with its derivatives taken. */
final class FormulaText {
    private FormulaText() {}

    static String of(Expr written) {
        return switch (written) {
            case Expr.Equation equation -> of(equation.left()) + " = " + of(equation.right());
            case Expr.Vector vector ->
                vector.elements().stream().map(FormulaText::of).collect(Collectors.joining(", ", "[", "]"));
            default -> term(written).map(TextWriter::text).orElseGet(() -> ExpressionText.print(written));
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
            if (!(expression instanceof Expr.Derivative derivative)) {
                return Meanings.LETTERS.leaf(expression);
            }
            Optional<Term> of = TermReader.read(derivative.of(), this);
            for (Expr.Name letter : derivative.letters()) {
                of = of.map(term -> Derivation.of(term, Term.letter(letter.name()), false, () -> {})
                        .formula());
            }
            return of;
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
