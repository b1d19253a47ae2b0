package ag.lang.algebra;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A solution of an equation in one letter.
 *
 * @param value what the letter is worth
 * @param exact whether it is so exactly; a root of a polynomial that no formula gives is a decimal
 * @param whole a letter in the value that stands for any whole number, as n in π/6 + 2π·n; null where there is one solution
 */
public record Solution(Term value, boolean exact, Term.@Nullable Letter whole) {
    static Solution of(Term value) {
        return new Solution(value, true, null);
    }

    static Solution near(double value) {
        return new Solution(Term.number(Rational.of(value)), false, null);
    }

    Solution with(Term newValue) {
        return new Solution(newValue, exact, whole);
    }

    /** As a decimal number; empty where another letter stands in it. */
    public Optional<Double> number() {
        return Letters.in(value).isEmpty() ? Optional.of(Values.of(value)) : Optional.empty();
    }
}
