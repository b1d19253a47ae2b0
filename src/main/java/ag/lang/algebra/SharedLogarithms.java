package ag.lang.algebra;

import ag.engine.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Logarithms of powers of one number by the one of that number: ln(8)/ln(4) is 3·ln(2)/(2·ln(2)). A single ln(8) stays. */
final class SharedLogarithms {
    static final String NAME = "logarithms of one base";

    private SharedLogarithms() {}

    /** The formula with one logarithm where it has several of powers of one number; empty where it has none. */
    static Optional<Term> joined(Term term) {
        List<Rational> numbers = new ArrayList<>();
        collect(term, numbers);
        Map<Rational, List<Rational>> families = new HashMap<>();
        numbers.forEach(number ->
                families.computeIfAbsent(least(number), of -> new ArrayList<>()).add(number));
        List<Rational> changed = families.values().stream()
                .filter(family -> family.size() > 1)
                .flatMap(List::stream)
                .toList();
        return changed.isEmpty() ? Optional.empty() : Optional.of(replaced(term, changed));
    }

    private static void collect(Term term, List<Rational> numbers) {
        number(term).filter(number -> !numbers.contains(number)).ifPresent(numbers::add);
        term.parts().forEach(part -> collect(part, numbers));
    }

    /** The whole number above 1 that a term is the logarithm of. */
    private static Optional<Rational> number(Term term) {
        return term instanceof Term.Apply(Operation operation, List<Term> operands)
                        && operation == Operation.LOG
                        && operands.getFirst() instanceof Term.Num(Rational number, boolean _)
                        && number.isWhole()
                        && number.above().bitLength() > 1
                        && number.above().bitLength() < Long.SIZE
                ? Optional.of(number)
                : Optional.empty();
    }

    private static Term replaced(Term term, List<Rational> changed) {
        Optional<Rational> number = number(term).filter(changed::contains);
        if (number.isEmpty()) {
            return term.map(part -> replaced(part, changed));
        }
        Rational base = least(number.get());
        Term logarithm = Term.apply(Operation.LOG, Term.number(base));
        return base.equals(number.get()) ? logarithm : Term.product(exponent(number.get(), base), logarithm);
    }

    /** The least number that a whole number is a power of: 2 of 8, and 6 of 6. */
    private static Rational least(Rational number) {
        for (int exponent = number.above().bitLength() - 1; exponent > 1; exponent--) {
            Rational base = number.rootIn(exponent);
            if (base.power(Rational.of(exponent)).filter(number::equals).isPresent()) {
                return base;
            }
        }
        return number;
    }

    private static Term exponent(Rational number, Rational base) {
        int exponent = 0;
        for (Rational rest = number; !rest.isOne(); rest = rest.over(base)) {
            exponent++;
        }
        return Term.number(exponent);
    }
}
