package ag.lang.algebra;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A sum of {@link Addend}s in powers of whatever bases, like ones together and none 0. */
final class Polynomial {
    static final Polynomial ZERO = new Polynomial(Map.of());
    static final Polynomial ONE = of(Addend.ONE);

    private final Map<Map<Term, Rational>, Rational> addends;

    private Polynomial(Map<Map<Term, Rational>, Rational> addends) {
        this.addends = addends;
    }

    static Polynomial of(Addend addend) {
        return addend.coefficient().isZero() ? ZERO : new Polynomial(Map.of(addend.powers(), addend.coefficient()));
    }

    static Polynomial of(Rational number) {
        return of(Addend.of(number));
    }

    static Polynomial of(List<Addend> addends) {
        Map<Map<Term, Rational>, Rational> sum = new LinkedHashMap<>();
        addends.forEach(addend -> add(sum, addend.powers(), addend.coefficient()));
        return new Polynomial(sum);
    }

    private static void add(Map<Map<Term, Rational>, Rational> sum, Map<Term, Rational> powers, Rational coefficient) {
        Rational total = sum.getOrDefault(powers, Rational.ZERO).plus(coefficient);
        if (total.isZero()) {
            sum.remove(powers);
        } else {
            sum.put(powers, total);
        }
    }

    List<Addend> addends() {
        List<Addend> list = new ArrayList<>();
        addends.forEach((powers, coefficient) -> list.add(new Addend(coefficient, powers)));
        return list;
    }

    int count() {
        return addends.size();
    }

    boolean isZero() {
        return addends.isEmpty();
    }

    /** Whether it is one addend; 0 is none. */
    boolean isSingle() {
        return addends.size() == 1;
    }

    /** The one addend that it is, 0 included. */
    Addend single() {
        return isZero() ? Addend.of(Rational.ZERO) : addends().getFirst();
    }

    boolean isNumber() {
        return isZero() || (isSingle() && single().isNumber());
    }

    /** The number in front of these powers. */
    Rational coefficient(Map<Term, Rational> powers) {
        return addends.getOrDefault(powers, Rational.ZERO);
    }

    Polynomial plus(Polynomial other) {
        Map<Map<Term, Rational>, Rational> sum = new LinkedHashMap<>(addends);
        other.addends.forEach((powers, coefficient) -> add(sum, powers, coefficient));
        return new Polynomial(sum);
    }

    Polynomial minus(Polynomial other) {
        return plus(other.scaled(Rational.ONE.negated()));
    }

    Polynomial scaled(Rational by) {
        return times(Addend.of(by));
    }

    Polynomial times(Addend by) {
        return of(addends().stream().map(addend -> addend.times(by)).toList());
    }

    /** Each addend of the one times each of the other. */
    Polynomial times(Polynomial other) {
        List<Addend> product = new ArrayList<>();
        for (Addend left : addends()) {
            for (Addend right : other.addends()) {
                product.add(left.times(right));
            }
        }
        return of(product);
    }

    /** All bases in it. */
    Set<Term> bases() {
        Set<Term> bases = new LinkedHashSet<>();
        addends.keySet().forEach(powers -> bases.addAll(powers.keySet()));
        return bases;
    }

    /** The largest number that all of its numbers are whole multiples of; above 0. */
    Rational content() {
        return addends.values().stream()
                .map(Rational::abs)
                .reduce(Rational::gcd)
                .orElse(Rational.ONE);
    }

    /** For each base the lowest of its exponents, where that is not 0. */
    Addend common() {
        Map<Term, Rational> lowest = new LinkedHashMap<>();
        Map<Term, Integer> counts = new HashMap<>();
        for (Map<Term, Rational> powers : addends.keySet()) {
            powers.forEach((base, exponent) -> {
                lowest.merge(base, exponent, Polynomial::lower);
                counts.merge(base, 1, Integer::sum);
            });
        }
        Addend common = Addend.ONE;
        for (Map.Entry<Term, Rational> power : lowest.entrySet()) {
            boolean everywhere = counts.getOrDefault(power.getKey(), 0) == addends.size();
            common =
                    common.with(power.getKey(), everywhere ? power.getValue() : lower(power.getValue(), Rational.ZERO));
        }
        return common;
    }

    private static Rational lower(Rational a, Rational b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Polynomial polynomial && addends.equals(polynomial.addends);
    }

    @Override
    public int hashCode() {
        return addends.hashCode();
    }

    @Override
    public String toString() {
        return addends.toString();
    }
}
