package ag.lang.algebra;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Division of polynomials: exact quotients, greatest common divisors and factors, over the rationals and in any number of bases.
 * What would take too long is left as it is.
 */
final class Divisors {
    private static final int MOST_ADDENDS = 60;
    private static final int MOST_STEPS = 400;
    private static final int MOST_DIVISORS = 60;
    private static final int LARGEST_DEGREE = 12;

    private int steps;

    private Divisors() {}

    /** Thrown where a division would take too long. */
    private static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLong() {
            super(null, null, false, false);
        }
    }

    /** The greatest polynomial that divides both; 1 where there is none, or where it is not found in time. */
    static Polynomial common(Polynomial a, Polynomial b) {
        try {
            return new Divisors().gcd(a, b);
        } catch (TooLong _) {
            return Polynomial.ONE;
        }
    }

    /** a over b where that leaves no rest. */
    static Optional<Polynomial> quotient(Polynomial a, Polynomial b) {
        try {
            return new Divisors().exact(a, b);
        } catch (TooLong _) {
            return Optional.empty();
        }
    }

    /** What a polynomial is a product of, each factor with its power; numbers and powers of single bases are not split off. */
    static Map<Polynomial, Integer> factors(Polynomial of) {
        Map<Polynomial, Integer> factors = new LinkedHashMap<>();
        try {
            new Divisors().split(of, factors);
            return factors;
        } catch (TooLong _) {
            return Map.of(of, 1);
        }
    }

    private void count(Polynomial polynomial) {
        if (++steps > MOST_STEPS || polynomial.count() > MOST_ADDENDS) {
            throw new TooLong();
        }
    }

    private Polynomial gcd(Polynomial a, Polynomial b) {
        count(a);
        count(b);
        if (a.isZero() || b.isZero()) {
            return primitive(a.isZero() ? b : a);
        }
        Optional<Term> shared = a.bases().stream().filter(b.bases()::contains).findFirst();
        if (shared.isEmpty()) {
            return Polynomial.ONE;
        }
        Term main = shared.get();
        Polynomial inA = content(a, main);
        Polynomial inB = content(b, main);
        Polynomial outside = gcd(inA, inB);
        Polynomial larger = exact(a, inA).orElseThrow(TooLong::new);
        Polynomial smaller = exact(b, inB).orElseThrow(TooLong::new);
        if (degree(larger, main).compareTo(degree(smaller, main)) < 0) {
            Polynomial swapped = larger;
            larger = smaller;
            smaller = swapped;
        }
        while (degree(smaller, main).sign() > 0) {
            Polynomial rest = remainder(larger, smaller, main);
            if (rest.isZero()) {
                return primitive(outside.times(smaller));
            }
            Polynomial content = content(rest, main);
            larger = smaller;
            smaller = primitive(exact(rest, content).orElseThrow(TooLong::new));
        }
        return primitive(outside);
    }

    /** The rest of a division in one base, where the leading coefficient is multiplied in so that no fractions arise. */
    private Polynomial remainder(Polynomial a, Polynomial b, Term main) {
        Polynomial rest = a;
        Rational degree = degree(b, main);
        Polynomial leading = coefficient(b, main, degree);
        while (!rest.isZero() && degree(rest, main).compareTo(degree) >= 0) {
            count(rest);
            Rational top = degree(rest, main);
            Polynomial by = coefficient(rest, main, top).times(Addend.of(main, top.minus(degree)));
            rest = rest.times(leading).minus(b.times(by));
        }
        return rest;
    }

    private static Rational degree(Polynomial polynomial, Term base) {
        return polynomial.addends().stream()
                .map(addend -> addend.exponent(base))
                .max(Rational::compareTo)
                .orElse(Rational.ZERO);
    }

    private static Polynomial coefficient(Polynomial polynomial, Term base, Rational exponent) {
        return Polynomial.of(polynomial.addends().stream()
                .filter(addend -> addend.exponent(base).equals(exponent))
                .map(addend -> addend.with(base, Rational.ZERO))
                .toList());
    }

    /** What divides all coefficients of the powers of one base. */
    private Polynomial content(Polynomial polynomial, Term base) {
        Map<Rational, List<Addend>> byPower = new TreeMap<>();
        for (Addend addend : polynomial.addends()) {
            byPower.computeIfAbsent(addend.exponent(base), power -> new ArrayList<>())
                    .add(addend.with(base, Rational.ZERO));
        }
        Polynomial content = Polynomial.ZERO;
        for (List<Addend> coefficient : byPower.values()) {
            content = gcd(content, Polynomial.of(coefficient));
            if (content.isNumber()) {
                return Polynomial.ONE;
            }
        }
        return content;
    }

    /** Without the number that is in all its addends. */
    static Polynomial primitive(Polynomial polynomial) {
        return polynomial.isZero()
                ? Polynomial.ONE
                : polynomial.scaled(polynomial.content().reciprocal());
    }

    private Optional<Polynomial> exact(Polynomial a, Polynomial b) {
        List<Term> order = new ArrayList<>(b.bases());
        a.bases().stream().filter(base -> !order.contains(base)).forEach(order::add);
        Addend leading = leading(b, order);
        Polynomial rest = a;
        List<Addend> quotient = new ArrayList<>();
        while (!rest.isZero()) {
            count(rest);
            Addend next = leading(rest, order).times(leading.reciprocal());
            if (next.powers().values().stream().anyMatch(exponent -> exponent.sign() < 0)) {
                return Optional.empty();
            }
            quotient.add(next);
            rest = rest.minus(b.times(next));
        }
        return Optional.of(Polynomial.of(quotient));
    }

    private static Addend leading(Polynomial polynomial, List<Term> order) {
        Addend leading = polynomial.addends().getFirst();
        for (Addend addend : polynomial.addends()) {
            for (Term base : order) {
                int compared = addend.exponent(base).compareTo(leading.exponent(base));
                if (compared != 0) {
                    leading = compared > 0 ? addend : leading;
                    break;
                }
            }
        }
        return leading;
    }

    private void split(Polynomial of, Map<Polynomial, Integer> factors) {
        count(of);
        if (of.isNumber()) {
            return;
        }
        for (Term base : of.bases()) {
            Polynomial content = content(of, base);
            if (!content.isNumber() && !content.equals(of)) {
                split(content, factors);
                split(exact(of, content).orElseThrow(TooLong::new), factors);
                return;
            }
        }
        for (Term base : of.bases()) {
            Polynomial repeated = gcd(of, slope(of, base));
            if (!repeated.isNumber()) {
                split(repeated, factors);
                split(exact(of, repeated).orElseThrow(TooLong::new), factors);
                return;
            }
        }
        Optional<Polynomial> linear = linear(of);
        if (linear.isPresent()) {
            factors.merge(linear.get(), 1, Integer::sum);
            split(exact(of, linear.get()).orElseThrow(TooLong::new), factors);
            return;
        }
        factors.merge(primitive(of), 1, Integer::sum);
    }

    private static Polynomial slope(Polynomial of, Term base) {
        return Polynomial.of(of.addends().stream()
                .filter(addend -> !addend.exponent(base).isZero())
                .map(addend -> addend.with(base, addend.exponent(base).minus(Rational.ONE))
                        .scaled(addend.exponent(base)))
                .toList());
    }

    /** A factor q·x - p for a rational root p/q, where there is one base and more than that factor. */
    private Optional<Polynomial> linear(Polynomial of) {
        if (of.bases().size() != 1) {
            return Optional.empty();
        }
        Term base = of.bases().iterator().next();
        Polynomial whole = primitive(of);
        Rational degree = degree(whole, base);
        boolean plain = whole.addends().stream()
                .allMatch(addend -> addend.exponent(base).isWhole());
        if (!plain || degree.compareTo(Rational.TWO) < 0 || degree.compareTo(Rational.of(LARGEST_DEGREE)) > 0) {
            return Optional.empty();
        }
        List<Rational> above = divisors(whole.coefficient(Map.of()));
        List<Rational> below = divisors(whole.coefficient(Map.of(base, degree)));
        for (Rational q : below) {
            for (Rational p : above) {
                for (Rational root : List.of(p.over(q), p.over(q).negated())) {
                    if (at(whole, base, root).isZero()) {
                        return Optional.of(Polynomial.of(List.of(
                                Addend.of(base).scaled(Rational.of(root.below())),
                                Addend.of(Rational.of(root.above()).negated()))));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Rational at(Polynomial polynomial, Term base, Rational x) {
        Rational sum = Rational.ZERO;
        for (Addend addend : polynomial.addends()) {
            sum = sum.plus(
                    addend.coefficient().times(x.power(addend.exponent(base)).orElseThrow(TooLong::new)));
        }
        return sum;
    }

    private static List<Rational> divisors(Rational number) {
        List<Rational> divisors = new ArrayList<>();
        BigInteger whole = number.above().abs();
        for (int i = 1; i <= MOST_DIVISORS && whole.signum() != 0; i++) {
            BigInteger[] parts = whole.divideAndRemainder(BigInteger.valueOf(i));
            if (parts[1].signum() == 0) {
                divisors.add(Rational.of(i));
                if (parts[0].compareTo(BigInteger.valueOf(MOST_DIVISORS)) > 0) {
                    divisors.add(Rational.of(parts[0]));
                }
            }
        }
        return divisors;
    }
}
