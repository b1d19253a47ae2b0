package ag.result;

import ag.lang.algebra.Derivation;
import ag.lang.algebra.Term;
import ag.lang.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A formula that the program has found. */
public sealed interface FormulaResult extends Result {
    /**
     * A derivative as a formula.
     *
     * @param of what is differentiated: a formula, or a function of one number
     * @param input what it is differentiated by
     * @param start the task itself, such as {@code grad(x^3 - 2x, x)}
     * @param steps how the formula comes about; each is worth the same as the one before
     * @param formula the derivative as source of the language
     * @param trees the same as the algebra has it: one, or the elements of a vector
     * @param derivation start and steps as the algebra has them; null where they are equations or vectors
     * @param value the derivative as a number; null for a function, which has one at every point
     * @param way how it was found, where several ways are shown; otherwise empty
     * @param quotient what is found where start and steps are equations, as of a curve's slope: {@code dy/dx}; otherwise empty
     */
    record Derived(
            String of,
            String input,
            String start,
            List<DerivationStep> steps,
            String formula,
            List<Term> trees,
            @Nullable Derivation derivation,
            @Nullable Double value,
            String way,
            String quotient,
            Span span)
            implements FormulaResult {
        public Derived {
            steps = List.copyOf(steps);
            trees = List.copyOf(trees);
        }

        /** Whether start and steps are equations. */
        public boolean implicit() {
            return !quotient.isEmpty();
        }
    }

    /** The rule that was used, and what it gave. */
    record DerivationStep(String rule, String expression) {}

    /**
     * A formula for what a function is like near a place.
     *
     * @param kind {@code tangent}, {@code linearize}, {@code taylor} or {@code implicit}
     * @param left what stands before the formula, with its sign; may be empty
     * @param tree the formula as the algebra has it
     * @param exact whether its numbers are exact
     */
    record Formulated(String kind, String of, String left, String formula, Term tree, boolean exact, Span span)
            implements FormulaResult {}
}
