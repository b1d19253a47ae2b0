package ag.lang.algebra;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sum over one common denominator, with nothing left that divides both: an addend times a sum without denominators.
 *
 * @param outside the common factor, denominators included
 * @param inside a sum of whole powers, multiplied out
 * @param cancelled what stood below the line and was cancelled, though it can be 0
 */
record Fraction(Addend outside, Polynomial inside, List<Term> cancelled) {
    private static final int MOST_ROUNDS = 4;

    static Fraction of(Polynomial sum, Normal normal) {
        Polynomial unified = unified(sum, normal);
        Addend outside = Addend.ONE;
        Polynomial inside = unified;
        for (int round = 0; round < MOST_ROUNDS && !inside.isZero(); round++) {
            Addend common = withoutOpened(inside.common());
            Polynomial rest = normal.identified(normal.expanded(inside.times(common.reciprocal())));
            outside = outside.times(common);
            if (rest.equals(inside)) {
                break;
            }
            inside = rest;
        }
        return new Fraction(outside, inside, List.of()).cancelled(normal);
    }

    /** Sums above the line are multiplied out with the rest. */
    private static Addend withoutOpened(Addend common) {
        Addend kept = common;
        for (Map.Entry<Term, Rational> factor : common.powers().entrySet()) {
            if (factor.getKey() instanceof Term.Sum
                    && Normal.isExpandable(factor.getValue().floor())) {
                kept = kept.with(
                        factor.getKey(),
                        factor.getValue().minus(factor.getValue().floor()));
            }
        }
        return new Addend(Rational.ONE, kept.powers());
    }

    /** Divides both sides of the line by what they share. */
    private Fraction cancelled(Normal normal) {
        Fraction now = this;
        List<Term> gone = new ArrayList<>();
        for (Map.Entry<Term, Rational> factor : outside.powers().entrySet()) {
            if (!(factor.getKey() instanceof Term.Sum) || factor.getValue().sign() > 0 || now.inside.isNumber()) {
                continue;
            }
            Polynomial below = normal.of(factor.getKey());
            Rational left = factor.getValue();
            while (left.sign() < 0) {
                Polynomial shared = Divisors.common(now.inside, below);
                if (shared.isNumber()) {
                    break;
                }
                Optional<Polynomial> above = Divisors.quotient(now.inside, shared);
                Optional<Polynomial> rest = Divisors.quotient(below, shared);
                if (above.isEmpty() || rest.isEmpty()) {
                    break;
                }
                // One power of what stands below is the shared part times the rest.
                Addend without = now.outside.with(factor.getKey(), left.plus(Rational.ONE));
                Addend others = normal.factor(rest.get());
                now = new Fraction(without.times(others.reciprocal()), above.get(), gone);
                left = left.plus(Rational.ONE);
                if (left.sign() >= 0) {
                    gone.add(normal.writing().sum(shared));
                }
            }
        }
        return new Fraction(now.outside, now.inside, gone);
    }

    /** Sums that are whole multiples of each other become one base, the one that a root is taken of. */
    private static Polynomial unified(Polynomial sum, Normal normal) {
        Map<Term, Rational> roots = new HashMap<>();
        for (Addend addend : sum.addends()) {
            addend.powers().forEach((base, exponent) -> {
                if (base instanceof Term.Sum && !exponent.isWhole()) {
                    roots.put(base, exponent);
                }
            });
        }
        if (roots.isEmpty()) {
            return sum;
        }
        List<Addend> unified = new ArrayList<>();
        for (Addend addend : sum.addends()) {
            Addend now = addend;
            for (Map.Entry<Term, Rational> factor : addend.powers().entrySet()) {
                for (Term root : roots.keySet()) {
                    Optional<Rational> ratio = factor.getValue().isWhole() && factor.getKey() instanceof Term.Sum
                            ? ratio(normal.of(factor.getKey()), normal.of(root))
                            : Optional.empty();
                    if (ratio.isPresent() && !factor.getKey().equals(root)) {
                        Optional<Rational> number = ratio.get().power(factor.getValue());
                        if (number.isPresent()) {
                            now = now.with(factor.getKey(), Rational.ZERO)
                                    .times(Addend.of(root, factor.getValue()))
                                    .scaled(number.get());
                            break;
                        }
                    }
                }
            }
            unified.add(now);
        }
        return Polynomial.of(unified);
    }

    /** a over b, where that is a number. */
    private static Optional<Rational> ratio(Polynomial a, Polynomial b) {
        Addend first = a.addends().getFirst();
        Rational other = b.coefficient(first.powers());
        if (other.isZero()) {
            return Optional.empty();
        }
        Rational ratio = first.coefficient().over(other);
        return a.equals(b.scaled(ratio)) ? Optional.of(ratio) : Optional.empty();
    }
}
