package ag.lang.algebra;

import ag.engine.Operation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Writes several expressions with a letter by one of them: 4^x as (2^x)², sin(2x) by sin(x) and cos(x). */
final class SameBase {
    private static final int LARGEST_EXPONENT = 12;

    private SameBase() {}

    /** The formula written so; empty where that is no other form. */
    static Optional<Term> of(Term formula, List<Term> bases, Normal normal) {
        return powers(formula, bases).or(() -> angles(formula, bases, normal));
    }

    // ---- 4^x and 2^x

    private static Optional<Term> powers(Term formula, List<Term> bases) {
        Set<BigInteger> numbers = new HashSet<>();
        for (Term base : bases) {
            whole(base).ifPresent(numbers::add);
        }
        if (numbers.size() < 2) {
            return Optional.empty();
        }
        for (BigInteger least : numbers) {
            if (numbers.stream().allMatch(number -> exponent(number, least) > 0)) {
                return Optional.of(changed(
                        formula,
                        part -> part instanceof Term.Power(Term _, Term exponent)
                                ? whole(part)
                                        .map(number -> raised(least, exponent(number, least), exponent))
                                        .orElse(part)
                                : part));
            }
        }
        return Optional.empty();
    }

    private static Term raised(BigInteger least, int times, Term exponent) {
        Term base = Term.number(Rational.of(least));
        return Term.power(base, times == 1 ? exponent : Term.product(Term.number(times), exponent));
    }

    /** The number whose power with a letter above it is. */
    private static Optional<BigInteger> whole(Term power) {
        return power instanceof Term.Power(Term.Num(Rational value, boolean _), Term exponent)
                        && value.isWhole()
                        && value.compareTo(Rational.ONE) > 0
                        && !Letters.in(exponent).isEmpty()
                ? Optional.of(value.above())
                : Optional.empty();
    }

    /** k where a number is the k-th power of another; 0 where it is none. */
    private static int exponent(BigInteger number, BigInteger of) {
        BigInteger power = of;
        for (int k = 1; k <= LARGEST_EXPONENT; k++) {
            if (power.equals(number)) {
                return k;
            }
            power = power.multiply(of);
        }
        return 0;
    }

    // ---- sin(2u) and sin(u)

    private static Optional<Term> angles(Term formula, List<Term> bases, Normal normal) {
        List<Term> angles = new ArrayList<>();
        for (Term base : bases) {
            if (isCircular(base)) {
                angles.add(((Term.Apply) base).operands().getFirst());
            }
        }
        for (Term single : angles) {
            Term twice = normal.shortest(Term.product(Term.number(2), single));
            if (angles.contains(twice)) {
                boolean bySine = bases.contains(Term.apply(Operation.SIN, single))
                        && !bases.contains(Term.apply(Operation.SIN, twice));
                return Optional.of(changed(
                        formula,
                        part -> isCircular(part) && part.parts().getFirst().equals(twice)
                                ? single((Term.Apply) part, single, bySine)
                                : part));
            }
        }
        return Optional.empty();
    }

    private static boolean isCircular(Term term) {
        return term instanceof Term.Apply(Operation of, List<Term> _) && (of == Operation.SIN || of == Operation.COS);
    }

    private static Term single(Term.Apply ofDouble, Term angle, boolean bySine) {
        Term sine = Term.apply(Operation.SIN, angle);
        Term cosine = Term.apply(Operation.COS, angle);
        Term two = Term.number(2);
        if (ofDouble.operation() == Operation.SIN) {
            return Term.product(two, sine, cosine);
        }
        return bySine
                ? Term.minus(Term.ONE, Term.product(two, Term.power(sine, 2)))
                : Term.minus(Term.product(two, Term.power(cosine, 2)), Term.ONE);
    }

    private static Term changed(Term term, UnaryOperator<Term> change) {
        return change.apply(term.map(part -> changed(part, change)));
    }
}
