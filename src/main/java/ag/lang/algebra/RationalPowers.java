package ag.lang.algebra;

import ag.engine.Operation;
import java.util.Map;
import java.util.Optional;

/** Powers of products with rational exponents: of numbers, and of what has a known sign. */
final class RationalPowers {
    private RationalPowers() {}

    /** A whole power: that of the number and of each factor. */
    static Addend whole(Addend base, Rational exponent) {
        Optional<Rational> number = base.coefficient().power(exponent);
        Addend power = number.map(Addend::of).orElseGet(() -> Addend.of(Term.number(base.coefficient()), exponent));
        for (Map.Entry<Term, Rational> factor : base.powers().entrySet()) {
            power = power.times(Addend.of(factor.getKey(), factor.getValue().times(exponent)));
        }
        return power;
    }

    /** The powers in it that are above 0 whatever the letters stand for, with x² as |x|². */
    static Addend positive(Addend addend) {
        Addend positive = Addend.ONE;
        for (Map.Entry<Term, Rational> factor : addend.powers().entrySet()) {
            if (Signs.isPositive(factor)) {
                positive = positive.times(Addend.of(factor.getKey(), factor.getValue()));
            }
        }
        return positive;
    }

    /** A power of what is above 0, factor by factor. */
    static Addend raised(Addend positive, Rational exponent) {
        Addend raised = Addend.ONE;
        for (Map.Entry<Term, Rational> factor : positive.powers().entrySet()) {
            Term base = factor.getKey();
            boolean even = !Signs.isPositive(base);
            Rational power = factor.getValue().times(exponent);
            // An even power of what may be negative is one of its distance from 0.
            raised = raised.times(Addend.of(even && !power.isEven() ? Term.apply(Operation.ABS, base) : base, power));
        }
        return raised;
    }

    /** 72^(1/2) is 6·2^(1/2). */
    static Addend numeric(Rational number, Rational exponent, int degree) {
        Rational outside = number.rootIn(degree);
        Rational inside = number.over(outside.power(Rational.of(degree)).orElseThrow());
        Rational times = Rational.of(exponent.above());
        Optional<Rational> whole = outside.power(times);
        if (whole.isEmpty()) {
            return Addend.of(Term.number(number), exponent);
        }
        Addend power = Addend.of(whole.get());
        for (int prime = 2; prime < 100 && !inside.isOne(); prime++) {
            Rational p = Rational.of(prime);
            int count = 0;
            while (inside.over(p).above().signum() != 0
                    && inside.over(p).below().equals(inside.below())) {
                inside = inside.over(p);
                count++;
            }
            while (inside.times(p).above().equals(inside.above())) {
                inside = inside.times(p);
                count--;
            }
            if (count != 0) {
                power = power.times(Addend.of(new Term.Num(p, false), exponent.times(Rational.of(count))));
            }
        }
        if (!inside.isOne()) {
            power = power.times(Addend.of(new Term.Num(Rational.of(inside.above()), false), exponent));
            power = power.times(Addend.of(new Term.Num(Rational.of(inside.below()), false), exponent.negated()));
        }
        return power;
    }
}
