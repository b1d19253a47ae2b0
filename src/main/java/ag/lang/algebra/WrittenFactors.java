package ag.lang.algebra;

import ag.engine.Operation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The factors of one addend as they are written: above and below a line, e^(2x) for (e^x)², roots for halves of powers. */
final class WrittenFactors {
    private final Map<Term, Rational> powers;
    private final Normal normal;
    private Rational number;
    private final List<Term> above = new ArrayList<>();
    private final List<Term> below = new ArrayList<>();
    private final List<Term> rootsAbove = new ArrayList<>();
    private final List<Term> rootsBelow = new ArrayList<>();

    WrittenFactors(Addend addend, Normal normal) {
        this.powers = new HashMap<>(addend.powers());
        this.number = addend.coefficient();
        this.normal = normal;
    }

    Term written(Writing writing) {
        distances();
        tangents();
        turnedSigns(writing);
        symbolicPowers(writing);
        List<Term> bases = new ArrayList<>(powers.keySet());
        bases.sort(Order.factors());
        for (Term base : bases) {
            if (!(base instanceof Term.Num)) {
                power(base, Objects.requireNonNull(powers.get(base)));
            }
        }
        numberRoots(bases);
        return writing.fraction(number, product(above, rootsAbove), product(below, rootsBelow));
    }

    /** |x|/x is sign(x), and |x|/x² is 1/|x|. */
    private void distances() {
        for (Term base : List.copyOf(powers.keySet())) {
            if (base instanceof Term.Apply(Operation operation, List<Term> operands) && operation == Operation.ABS) {
                Term inside = operands.getFirst();
                Rational outer = powers.getOrDefault(base, Rational.ZERO);
                Rational inner = powers.getOrDefault(inside, Rational.ZERO);
                while (inner.isWhole() && inner.compareTo(Rational.TWO.negated()) <= 0) {
                    inner = inner.plus(Rational.TWO);
                    outer = outer.minus(Rational.TWO);
                }
                boolean sign = outer.isOne() && inner.negated().isOne();
                put(base, sign ? Rational.ZERO : outer);
                put(inside, sign ? Rational.ZERO : inner);
                multiply(Term.apply(Operation.SIGN, inside), sign ? Rational.ONE : Rational.ZERO);
            }
        }
    }

    private void put(Term base, Rational exponent) {
        if (exponent.isZero()) {
            powers.remove(base);
        } else {
            powers.put(base, exponent);
        }
    }

    /** One more factor, which may stand there already. */
    private void multiply(Term base, Rational exponent) {
        put(base, powers.getOrDefault(base, Rational.ZERO).plus(exponent));
    }

    /** sin/cos is tan, cos/sin is cot, and sinh/cosh is tanh. */
    private void tangents() {
        quotients(Operation.SIN, Operation.COS, Operation.TAN, true);
        quotients(Operation.SINH, Operation.COSH, Operation.TANH, true);
        quotients(Operation.COS, Operation.SIN, Operation.COT, false);
    }

    /** @param further whether more of what stands below may be left: sin/cos² is tan/cos */
    private void quotients(Operation over, Operation under, Operation quotient, boolean further) {
        for (Term base : List.copyOf(powers.keySet())) {
            if (base instanceof Term.Apply(Operation operation, List<Term> operands) && operation == over) {
                Term below = new Term.Apply(under, operands);
                Rational many = powers.getOrDefault(base, Rational.ZERO);
                Rational rest = powers.getOrDefault(below, Rational.ZERO).plus(many);
                if (many.isWhole() && many.sign() > 0 && (rest.isZero() || (further && rest.sign() < 0))) {
                    powers.remove(base);
                    put(below, rest);
                    multiply(new Term.Apply(quotient, operands), many);
                }
            }
        }
    }

    /** -1/(x² - 1) is 1/(1 - x²): as many signs are turned as it takes to have fewer of them. */
    private void turnedSigns(Writing writing) {
        if (number.sign() > 0) {
            return;
        }
        List<Term> bases = new ArrayList<>(powers.keySet());
        bases.sort(Order.factors());
        for (Term base : bases) {
            Rational exponent = powers.getOrDefault(base, Rational.ZERO);
            if (base instanceof Term.Sum(List<Term> terms)
                    && exponent.isWhole()
                    && !exponent.isEven()
                    && 2
                                    * terms.stream()
                                            .filter(term -> term instanceof Term.Negative)
                                            .count()
                            >= terms.size()) {
                powers.remove(base);
                // 1 - x² may be there already, as a root.
                Term turned = writing.sum(normal.of(base).scaled(Rational.ONE.negated()));
                multiply(turned, exponent);
                number = number.negated();
                return;
            }
        }
    }

    /** e^x·e^x is e^(2x), x^n/x is x^(n - 1). */
    private void symbolicPowers(Writing writing) {
        Map<Term, Polynomial> exponents = new LinkedHashMap<>();
        List<Term> bases = new ArrayList<>(powers.keySet());
        bases.sort(Order.factors());
        for (Term base : bases) {
            if (base instanceof Term.Power(Term of, Term exponent)) {
                Polynomial more = normal.of(exponent).scaled(powers.getOrDefault(base, Rational.ZERO));
                exponents.merge(of, more, Polynomial::plus);
                powers.remove(base);
            }
        }
        exponents.forEach((of, exponent) -> {
            Rational plain = powers.remove(of);
            Polynomial all = plain == null ? exponent : exponent.plus(Polynomial.of(plain));
            if (all.isNumber()) {
                put(of, all.single().coefficient());
                return;
            }
            boolean falls = !of.equals(Term.e())
                    && all.addends().stream()
                            .allMatch(addend -> addend.coefficient().sign() < 0);
            Polynomial shown = falls ? all.scaled(Rational.ONE.negated()) : all;
            (falls ? below : above).add(new Term.Power(of, writing.sum(shown)));
        });
    }

    private void power(Term base, Rational exponent) {
        List<Term> side = exponent.sign() > 0 ? above : below;
        Rational size = exponent.abs();
        boolean half = size.below().equals(BigInteger.TWO);
        if (half && (size.equals(Rational.HALF) || isAtom(base))) {
            (exponent.sign() > 0 ? rootsAbove : rootsBelow).add(base);
            size = size.minus(Rational.HALF);
        }
        if (!size.isZero()) {
            side.add(size.isOne() ? base : new Term.Power(base, Term.number(size)));
        }
    }

    /** √2 stands above the line; below it where it joins another root there. Other roots of numbers stand as powers. */
    private void numberRoots(List<Term> bases) {
        Rational rootAbove = Rational.ONE;
        Rational rootBelow = Rational.ONE;
        for (Term base : bases) {
            if (!(base instanceof Term.Num(Rational value, boolean _))) {
                continue;
            }
            Rational exponent = powers.getOrDefault(base, Rational.ZERO);
            if (!exponent.equals(Rational.HALF)) {
                (exponent.sign() < 0 ? below : above).addFirst(new Term.Power(base, Term.number(exponent.abs())));
            } else if (number.below().mod(value.above()).signum() == 0
                    && (rootsBelow.stream().anyMatch(WrittenFactors::joins)
                            || (number.below().equals(value.above()) && !above.isEmpty()))) {
                rootBelow = rootBelow.times(value);
                number = number.times(value);
            } else {
                rootAbove = rootAbove.times(value);
            }
        }
        if (!rootAbove.isOne()) {
            rootsAbove.addFirst(new Term.Num(rootAbove, false));
        }
        if (!rootBelow.isOne()) {
            rootsBelow.addFirst(new Term.Num(rootBelow, false));
        }
    }

    private static boolean isAtom(Term base) {
        return base instanceof Term.Letter || base instanceof Term.Constant || base instanceof Term.Apply;
    }

    private static boolean joins(Term root) {
        return root instanceof Term.Constant || root instanceof Term.Letter;
    }

    private static @Nullable Term product(List<Term> factors, List<Term> roots) {
        List<Term> all = new ArrayList<>(factors);
        List<Term> joined = new ArrayList<>();
        boolean letter = false;
        for (Term root : roots) {
            boolean fits = root instanceof Term.Num
                    || root instanceof Term.Constant
                    || (root instanceof Term.Letter && !letter);
            if (fits) {
                letter |= root instanceof Term.Letter;
                joined.add(root);
            } else {
                all.add(Term.apply(Operation.SQRT, root));
            }
        }
        if (!joined.isEmpty()) {
            all.add(Term.apply(Operation.SQRT, Term.product(joined)));
        }
        if (all.isEmpty()) {
            return null;
        }
        all.sort(WRITTEN);
        return Term.product(all);
    }

    /** Powers stand where their bases would. */
    private static final java.util.Comparator<Term> WRITTEN = java.util.Comparator.comparingInt(WrittenFactors::place)
            .thenComparing(WrittenFactors::hasOpenExponent)
            .thenComparing(
                    factor -> factor instanceof Term.Power(Term of, Term _) && !of.equals(Term.e()) ? of : factor,
                    Order.factors())
            .thenComparing(TextWriter::ascii);

    /** y·x^(y - 1): plain letters come before powers with letters above. */
    private static boolean hasOpenExponent(Term factor) {
        return factor instanceof Term.Power(Term of, Term exponent)
                && !of.equals(Term.e())
                && !Letters.in(exponent).isEmpty();
    }

    private static int place(Term factor) {
        Term base = factor instanceof Term.Power(Term of, Term _) && !of.equals(Term.e()) ? of : factor;
        if (base instanceof Term.Apply(Operation operation, List<Term> operands) && operation == Operation.SQRT) {
            return Letters.in(operands.getFirst()).isEmpty() ? 1 : 6;
        }
        return Order.rank(base);
    }
}
