package ag.lang.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Works out what is only numbers, and leaves away + 0, ·1 and ^1; everything else stays as it is written. */
final class Tidying {
    private Tidying() {}

    static Term numbers(Term term) {
        if (term instanceof Term.Derivative) {
            return term;
        }
        Term inner = term.map(Tidying::numbers);
        return switch (inner) {
            case Term.Sum(List<Term> terms) -> sum(terms);
            case Term.Product(List<Term> factors) -> product(factors);
            case Term.Quotient(Term above, Term below) -> quotient(above, below);
            case Term.Power(Term base, Term exponent) -> power(base, exponent);
            case Term.Negative(Term of) -> of.is(0) ? of : inner;
            case Term.Num _,
                    Term.Constant _,
                    Term.Letter _,
                    Term.Apply _,
                    Term.Choice _,
                    Term.Derivative _,
                    Term.Integral _ -> inner;
        };
    }

    private static boolean isNum(Term term) {
        return term instanceof Term.Num || (term instanceof Term.Negative(Term of) && of instanceof Term.Num);
    }

    private static boolean hasPoint(Term term) {
        return term instanceof Term.Num number
                ? number.decimal()
                : term.parts().stream().anyMatch(Tidying::hasPoint);
    }

    /** A number, with a point where those it was made of had one. */
    private static Term number(Rational value, boolean decimal) {
        Term unsigned = decimal && value.abs().decimal().isPresent()
                ? new Term.Num(value.abs(), true)
                : Term.number(value.abs());
        return value.sign() < 0 ? Term.negative(unsigned) : unsigned;
    }

    private static Term sum(List<Term> terms) {
        List<Term> rest = new ArrayList<>();
        Rational total = Rational.ZERO;
        boolean decimal = false;
        int numbers = 0;
        int place = 0;
        for (Term term : terms) {
            Optional<Rational> number = isNum(term) ? Numbers.in(term) : Optional.empty();
            if (number.isPresent()) {
                total = total.plus(number.get());
                decimal |= hasPoint(term);
                place = numbers++ == 0 ? rest.size() : place;
            } else {
                rest.add(term);
            }
        }
        if (!total.isZero()) {
            rest.add(place, number(total, decimal));
        }
        return Term.sum(rest);
    }

    private static Term product(List<Term> factors) {
        List<Term> rest = new ArrayList<>();
        Rational number = Rational.ONE;
        boolean decimal = false;
        for (Term factor : factors) {
            Term unsigned = factor instanceof Term.Negative(Term of) ? of : factor;
            if (factor instanceof Term.Negative) {
                number = number.negated();
            }
            List<Term> inner = unsigned instanceof Term.Product(List<Term> more) ? more : List.of(unsigned);
            for (Term one : inner) {
                if (one instanceof Term.Num(Rational value, boolean point)) {
                    number = number.times(value);
                    decimal |= point;
                } else {
                    rest.add(one);
                }
            }
        }
        if (number.isZero()) {
            return Term.ZERO;
        }
        boolean whole = number.isWhole() || (decimal && number.abs().decimal().isPresent());
        if (!whole) {
            Term above = Term.product(withNumber(Rational.of(number.above()), false, rest));
            return Term.quotient(above, Term.number(Rational.of(number.below())));
        }
        return Term.product(withNumber(number, decimal, rest));
    }

    private static List<Term> withNumber(Rational number, boolean decimal, List<Term> rest) {
        List<Term> all = new ArrayList<>(rest);
        if (!number.abs().isOne() || rest.isEmpty()) {
            all.addFirst(number(number, decimal));
        } else if (number.sign() < 0) {
            all.set(0, Term.negative(all.getFirst()));
        }
        return all;
    }

    private static Term quotient(Term above, Term below) {
        if (above.is(0) && !below.is(0)) {
            return Term.ZERO;
        }
        if (below.is(1)) {
            return above;
        }
        if (isNum(above) && isNum(below) && !below.is(0)) {
            Optional<Rational> value =
                    Numbers.in(above).flatMap(a -> Numbers.in(below).map(a::over));
            return number(value.orElseThrow(), hasPoint(above) || hasPoint(below));
        }
        return Term.quotient(above, below);
    }

    private static Term power(Term base, Term exponent) {
        if (exponent.is(1)) {
            return base;
        }
        if (exponent.is(0)) {
            return Term.ONE;
        }
        if (base.is(1)) {
            return Term.ONE;
        }
        Optional<Rational> by = isNum(exponent) ? Numbers.in(exponent) : Optional.empty();
        if (isNum(base) && by.isPresent() && by.get().sign() > 0) {
            Optional<Rational> value = Numbers.in(base).flatMap(number -> number.power(by.get()));
            if (value.isPresent()) {
                return number(value.get(), hasPoint(base));
            }
        }
        return Term.power(base, exponent);
    }
}
