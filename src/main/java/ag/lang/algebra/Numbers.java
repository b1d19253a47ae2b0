package ag.lang.algebra;

import java.util.Optional;

/** Formulas that are plain numbers. */
public final class Numbers {
    private Numbers() {}

    /** The number that a formula is written as: 3, -2, 1/2, 0.25. */
    public static Optional<Rational> in(Term term) {
        return switch (term) {
            case Term.Num(Rational value, boolean _) -> Optional.of(value);
            case Term.Negative(Term of) -> in(of).map(Rational::negated);
            case Term.Quotient(Term above, Term below) ->
                in(above).flatMap(a -> in(below).filter(b -> !b.isZero()).map(a::over));
            case Term.Constant _,
                    Term.Letter _,
                    Term.Sum _,
                    Term.Product _,
                    Term.Power _,
                    Term.Apply _,
                    Term.Choice _,
                    Term.Derivative _,
                    Term.Integral _ -> Optional.empty();
        };
    }
}
