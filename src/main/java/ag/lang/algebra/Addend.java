package ag.lang.algebra;

import ag.engine.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A number times powers: 3·x²·sin(y)^-1.
 *
 * @param powers for each base its exponent, never 0
 */
record Addend(Rational coefficient, Map<Term, Rational> powers) {
    static final Addend ONE = new Addend(Rational.ONE, Map.of());

    static Addend of(Rational coefficient) {
        return new Addend(coefficient, Map.of());
    }

    static Addend of(Term base) {
        return of(base, Rational.ONE);
    }

    static Addend of(Term base, Rational exponent) {
        return exponent.isZero() ? ONE : new Addend(Rational.ONE, Map.of(base, exponent));
    }

    Rational exponent(Term base) {
        return powers.getOrDefault(base, Rational.ZERO);
    }

    Addend scaled(Rational by) {
        return new Addend(coefficient.times(by), powers);
    }

    Addend times(Addend other) {
        if (other.powers.isEmpty()) {
            return scaled(other.coefficient);
        }
        Map<Term, Rational> product = new HashMap<>(powers);
        Rational number = coefficient.times(other.coefficient);
        for (Map.Entry<Term, Rational> factor : other.powers.entrySet()) {
            Rational exponent = exponentIn(product, factor.getKey()).plus(factor.getValue());
            // √2·√2 is 2: of a number only a part of a power stays a root.
            if (factor.getKey() instanceof Term.Num(Rational base, boolean _)) {
                Rational whole = exponent.floor();
                Optional<Rational> power = base.power(whole);
                number = number.times(power.orElse(Rational.ONE));
                exponent = power.isPresent() ? exponent.minus(whole) : exponent;
            }
            // |x|² is x².
            if (factor.getKey() instanceof Term.Apply(Operation operation, List<Term> operands)
                    && operation == Operation.ABS) {
                Rational even = exponent.over(Rational.TWO).floor().times(Rational.TWO);
                exponent = exponent.minus(even);
                Term inside = operands.getFirst();
                put(product, inside, exponentIn(product, inside).plus(even));
            }
            if (exponent.isWhole() && isCompound(factor.getKey())) {
                product.remove(factor.getKey());
                return new Addend(number, product)
                        .times(unfolded(factor.getKey(), exponent))
                        .times(rest(other, factor.getKey()));
            }
            put(product, factor.getKey(), exponent);
        }
        return new Addend(number, product);
    }

    /** What is left to multiply by once the powers up to this one are done. */
    private static Addend rest(Addend other, Term done) {
        Map<Term, Rational> rest = new HashMap<>();
        boolean after = false;
        for (Map.Entry<Term, Rational> factor : other.powers.entrySet()) {
            if (after) {
                rest.put(factor.getKey(), factor.getValue());
            }
            after |= factor.getKey().equals(done);
        }
        return new Addend(Rational.ONE, rest);
    }

    /** Whether a base is kept together only because a root is taken of it. */
    private static boolean isCompound(Term base) {
        return base instanceof Term.Negative || base instanceof Term.Product;
    }

    private static Addend unfolded(Term base, Rational exponent) {
        return switch (base) {
            case Term.Negative(Term of) ->
                unfolded(of, exponent).scaled(exponent.isEven() ? Rational.ONE : Rational.ONE.negated());
            case Term.Product(List<Term> factors) ->
                factors.stream().map(factor -> unfolded(factor, exponent)).reduce(ONE, Addend::times);
            case Term.Quotient(Term above, Term below) ->
                unfolded(above, exponent).times(unfolded(below, exponent.negated()));
            case Term.Power(Term of, Term.Num(Rational inner, boolean _)) -> unfolded(of, inner.times(exponent));
            case Term.Num(Rational value, boolean _)
            when !value.isZero() -> value.power(exponent).map(Addend::of).orElseGet(() -> of(base, exponent));
            case Term.Num _,
                    Term.Constant _,
                    Term.Letter _,
                    Term.Sum _,
                    Term.Power _,
                    Term.Apply _,
                    Term.Choice _,
                    Term.Derivative _,
                    Term.Integral _ -> of(base, exponent);
        };
    }

    private static Rational exponentIn(Map<Term, Rational> powers, Term base) {
        return powers.getOrDefault(base, Rational.ZERO);
    }

    private static void put(Map<Term, Rational> powers, Term base, Rational exponent) {
        if (exponent.isZero()) {
            powers.remove(base);
        } else {
            powers.put(base, exponent);
        }
    }

    /** The same powers with another exponent of one base. */
    Addend with(Term base, Rational exponent) {
        Map<Term, Rational> changed = new HashMap<>(powers);
        put(changed, base, exponent);
        return new Addend(coefficient, changed);
    }

    /** One over this, which must not be 0. */
    Addend reciprocal() {
        Addend inverse = of(coefficient.reciprocal());
        for (Map.Entry<Term, Rational> factor : powers.entrySet()) {
            inverse = inverse.times(of(factor.getKey(), factor.getValue().negated()));
        }
        return inverse;
    }

    /** The powers alone. */
    Addend primitive() {
        return new Addend(Rational.ONE, powers);
    }

    boolean isNumber() {
        return powers.isEmpty();
    }
}
