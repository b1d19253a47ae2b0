package ag.lang.algebra;

import ag.engine.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A formula, just as it is written: {@code 3·x^(3 - 1)} is another one than {@code 3x²}, though they have the same value. Two that are
 * written alike are equal. Its numbers are exact.
 *
 * <p>Made with the methods below rather than with the constructors, a formula has the shape that reading its text gives: signs stand
 * outside of products, sums in sums are one sum.
 */
public sealed interface Term {
    Term ZERO = number(0);
    Term ONE = number(1);

    /**
     * A number from 0 up: whole, or a decimal that was typed as one.
     *
     * @param decimal whether it is written with a point where it is not whole
     */
    record Num(Rational value, boolean decimal) implements Term {
        public Num {
            if (value.sign() < 0 || (!decimal && !value.isWhole())) {
                throw new IllegalArgumentException("not written as one number: " + value);
            }
            decimal = decimal && !value.isWhole();
        }
    }

    /** A number that has a name of its own. */
    record Constant(Named name) implements Term {}

    /** Numbers with a name. */
    enum Named {
        PI,
        E,
        INFINITY,
        UNDEFINED
    }

    /** What may have any value: {@code x}, {@code θ}, {@code v[0]}, {@code net.bias}. */
    record Letter(String name) implements Term {}

    /** A sum of two terms or more; a difference is a sum with a {@link Negative}. */
    record Sum(List<Term> terms) implements Term {
        public Sum {
            terms = List.copyOf(terms);
        }

        @Override
        public int hashCode() {
            return TermHash.of(this);
        }
    }

    /** A product of two factors or more. */
    record Product(List<Term> factors) implements Term {
        public Product {
            factors = List.copyOf(factors);
        }

        @Override
        public int hashCode() {
            return TermHash.of(this);
        }
    }

    record Quotient(Term above, Term below) implements Term {
        @Override
        public int hashCode() {
            return TermHash.of(this);
        }
    }

    record Power(Term base, Term exponent) implements Term {
        @Override
        public int hashCode() {
            return TermHash.of(this);
        }
    }

    record Negative(Term of) implements Term {
        @Override
        public int hashCode() {
            return TermHash.of(this);
        }
    }

    /** A function of the table of operations: {@code sin(x)}, {@code max(a, b)}; a reduction has its vector's elements. */
    record Apply(Operation operation, List<Term> operands) implements Term {
        public Apply {
            operands = List.copyOf(operands);
        }

        @Override
        public int hashCode() {
            return TermHash.of(this);
        }
    }

    /** {@code if c then p else q}. */
    record Choice(Condition condition, Term then, Term otherwise) implements Term {
        @Override
        public int hashCode() {
            return TermHash.of(this);
        }
    }

    /** A derivative that is still to be done: {@code d/dx (x²)}. */
    record Derivative(Term of, Letter by) implements Term {
        @Override
        public int hashCode() {
            return TermHash.of(this);
        }
    }

    /** The integral of a formula in one letter, which has its meaning inside of it alone: {@code integral(t -> t², 0, x)}. */
    record Integral(Term of, Letter by, Term from, Term to) implements Term {
        /** What is integrated, with something in the place of its letter. */
        Term at(Term place) {
            return Letters.replaced(of, Map.of(by, place));
        }

        @Override
        public int hashCode() {
            return TermHash.of(this);
        }
    }

    static Term number(long whole) {
        return number(Rational.of(whole));
    }

    /** A number as a fraction. */
    static Term number(Rational value) {
        Term above = new Num(Rational.of(value.above().abs()), false);
        Term unsigned = value.isWhole() ? above : new Quotient(above, new Num(Rational.of(value.below()), false));
        return value.sign() < 0 ? new Negative(unsigned) : unsigned;
    }

    static Letter letter(String name) {
        return new Letter(name);
    }

    static Term e() {
        return new Constant(Named.E);
    }

    static Term pi() {
        return new Constant(Named.PI);
    }

    /** The sum of all; sums in it are opened. */
    static Term sum(List<Term> terms) {
        List<Term> flat = new ArrayList<>();
        for (Term term : terms) {
            if (term instanceof Sum inner) {
                flat.addAll(inner.terms);
            } else if (term instanceof Negative(Sum inner)) {
                inner.terms.forEach(part -> flat.add(negative(part)));
            } else {
                flat.add(term);
            }
        }
        return flat.isEmpty() ? ZERO : flat.size() == 1 ? flat.getFirst() : new Sum(flat);
    }

    static Term sum(Term... terms) {
        return sum(List.of(terms));
    }

    static Term minus(Term left, Term right) {
        return sum(List.of(left, negative(right)));
    }

    /** The product of all; products in it are opened, and a sign of the first factor stands in front of all. */
    static Term product(List<Term> factors) {
        List<Term> flat = new ArrayList<>();
        for (Term factor : factors) {
            if (factor instanceof Product inner) {
                flat.addAll(inner.factors);
            } else {
                flat.add(factor);
            }
        }
        if (flat.isEmpty()) {
            return ONE;
        }
        if (flat.getFirst() instanceof Negative(Term of)) {
            flat.set(0, of);
            return negative(product(flat));
        }
        return flat.size() == 1 ? flat.getFirst() : new Product(flat);
    }

    static Term product(Term... factors) {
        return product(List.of(factors));
    }

    static Term quotient(Term above, Term below) {
        return above instanceof Negative(Term of) ? negative(quotient(of, below)) : new Quotient(above, below);
    }

    static Term power(Term base, Term exponent) {
        return new Power(base, exponent);
    }

    static Term power(Term base, long exponent) {
        return new Power(base, number(exponent));
    }

    /** The same with the other sign; two signs are none. */
    static Term negative(Term of) {
        return of instanceof Negative(Term inner) ? inner : new Negative(of);
    }

    static Term apply(Operation operation, Term... operands) {
        return new Apply(operation, List.of(operands));
    }

    /** Whether it is this whole number. */
    default boolean is(long number) {
        return equals(number(number));
    }

    /** What it is made of, from left to right, conditions included. */
    default List<Term> parts() {
        return switch (this) {
            case Num _, Constant _, Letter _ -> List.of();
            case Sum sum -> sum.terms;
            case Product product -> product.factors;
            case Quotient quotient -> List.of(quotient.above, quotient.below);
            case Power power -> List.of(power.base, power.exponent);
            case Negative negative -> List.of(negative.of);
            case Apply apply -> apply.operands;
            case Choice choice -> {
                List<Term> parts = new ArrayList<>(choice.condition.terms());
                parts.add(choice.then);
                parts.add(choice.otherwise);
                yield parts;
            }
            case Derivative derivative -> List.of(derivative.of, derivative.by);
            case Integral integral -> List.of(integral.of, integral.from, integral.to);
        };
    }

    /** The same form with something else in the place of each of its parts. */
    default Term map(UnaryOperator<Term> change) {
        return switch (this) {
            case Num _, Constant _, Letter _ -> this;
            case Sum sum -> sum(sum.terms.stream().map(change).toList());
            case Product product -> product(product.factors.stream().map(change).toList());
            case Quotient quotient -> quotient(change.apply(quotient.above), change.apply(quotient.below));
            case Power power -> power(change.apply(power.base), change.apply(power.exponent));
            case Negative negative -> negative(change.apply(negative.of));
            case Apply apply ->
                new Apply(apply.operation, apply.operands.stream().map(change).toList());
            case Choice choice ->
                new Choice(choice.condition.map(change), change.apply(choice.then), change.apply(choice.otherwise));
            case Derivative derivative ->
                change.apply(derivative.by) instanceof Letter by
                        ? new Derivative(change.apply(derivative.of), by)
                        : derivative;
            case Integral integral ->
                new Integral(
                        change.apply(integral.of), integral.by, change.apply(integral.from), change.apply(integral.to));
        };
    }

    /** How many numbers, names and signs are written, the dots of products aside: what a reader has to take in. */
    default long size() {
        return switch (this) {
            case Num _, Constant _, Letter _ -> 1;
            case Sum sum -> {
                long size = -1L + sum.terms.size();
                for (int i = 0; i < sum.terms.size(); i++) {
                    size += sum.terms.get(i).size();
                    if (i > 0 && sum.terms.get(i) instanceof Negative) {
                        size--;
                    }
                }
                yield size;
            }
            case Product product ->
                product.factors.stream().mapToLong(Term::size).sum();
            case Quotient quotient -> quotient.above.size() + 1 + quotient.below.size();
            case Power power -> power.base.size() + 1 + power.exponent.size();
            case Negative negative -> 1 + negative.of.size();
            case Apply apply ->
                1 + apply.operands.stream().mapToLong(Term::size).sum();
            case Choice _, Derivative _, Integral _ ->
                1 + parts().stream().mapToLong(Term::size).sum();
        };
    }
}
