package ag.lang.algebra;

import java.util.function.UnaryOperator;

/** Takes derivatives by the rules: all at once, or with other rules here and there. */
public final class Differentiator {
    private Differentiator() {}

    /** Which rule is used for a part of a formula. */
    public interface Choice {
        /**
         * The rule for one part.
         *
         * @param right the rule that holds
         */
        DerivativeRule rule(Term part, DerivativeRule right);
    }

    /** The derivative, as the rules give it. */
    public static Term derivative(Term of, Term.Letter by) {
        return derivative(of, by, (part, right) -> right);
    }

    /** What comes out of these rules, right or wrong. */
    public static Term derivative(Term of, Term.Letter by, Choice choice) {
        return Tidying.numbers(inner(of, by, choice));
    }

    private static Term inner(Term of, Term.Letter by, Choice choice) {
        UnaryOperator<Term> further = part -> inner(part, by, choice);
        return choice.rule(of, DerivativeRule.of(of, by, false)).action().apply(of, by, further);
    }

    /** The derivative of one form, with those of its parts still to be done; plain to see is that of the letter itself. */
    static Term once(Term of, Term.Letter by, DerivativeRule rule) {
        return Tidying.numbers(rule.action().apply(of, by, part -> pending(part, by)));
    }

    static Term pending(Term of, Term.Letter by) {
        return of.equals(by) ? Term.ONE : new Term.Derivative(of, by);
    }
}
