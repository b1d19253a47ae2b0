package ag.lang.algebra;

import ag.lang.syntax.Expr;
import ag.lang.syntax.Statement;
import java.util.List;
import java.util.Optional;

/** What the names in a text stand for, as far as formulas go. */
public interface Meanings {
    /** A name, {@code v[0]} or {@code net.bias}: a letter, a number, another formula; empty where it is nothing of the kind. */
    Optional<Term> leaf(Expr expression);

    /** The function of the program that a name calls; empty where the name is that of a built-in function. */
    Optional<Function> function(String name);

    /** Whether a name has its built-in meaning. */
    boolean isBuiltIn(String name);

    /** What d/dx of a formula is: one that is still to be taken, where nothing else is said. */
    default Term derivative(Term of, Term.Letter by) {
        return new Term.Derivative(of, by);
    }

    /**
     * A function of the program.
     *
     * @param meanings of the names in it, its parameters aside
     */
    record Function(List<Statement.Parameter> parameters, Statement.Body body, Meanings meanings) {
        public Function {
            parameters = List.copyOf(parameters);
        }
    }

    /** All single names are letters but e, pi and π, which are what they are. */
    Meanings LETTERS = new Meanings() {
        @Override
        public Optional<Term> leaf(Expr expression) {
            return expression instanceof Expr.Name name
                    ? Optional.of(WrittenLeaf.constant(name.name()).orElseGet(() -> Term.letter(name.name())))
                    : WrittenLeaf.element(expression);
        }

        @Override
        public Optional<Function> function(String name) {
            return Optional.empty();
        }

        @Override
        public boolean isBuiltIn(String name) {
            return true;
        }
    };
}
