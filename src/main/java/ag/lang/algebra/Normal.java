package ag.lang.algebra;

import ag.engine.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings formulas into sums of powers, in which like terms and powers of one base are together, and e and ln undo each other. What is
 * inside of functions is brought into its shortest form.
 */
final class Normal {
    private static final int LARGEST_EXPANDED_EXPONENT = 8;

    /** A form that was typed stays where it is shorter by more than this. */
    private static final int MUCH = 3;

    private static final int LARGE = 40;

    private final Map<Term, Polynomial> known = new HashMap<>();
    private final Map<Term, Term> shortest = new HashMap<>();
    private final Set<String> used = new LinkedHashSet<>();
    private final boolean identities;
    private final Writing writing;
    private final FunctionForms functions = new FunctionForms(this);
    private final Runnable pause;

    Normal(boolean decimals, Runnable pause) {
        this(decimals, true, pause);
    }

    /**
     * Brings formulas into sums of powers.
     *
     * @param identities whether identities such as sin² + cos² = 1 are used
     * @param pause called now and then; what it throws ends the work
     */
    Normal(boolean decimals, boolean identities, Runnable pause) {
        this.identities = identities;
        this.writing = new Writing(decimals, this);
        this.pause = pause;
    }

    Writing writing() {
        return writing;
    }

    /** Says that an identity was used. */
    void use(String identity) {
        used.add(identity);
    }

    /** The identities that were used so far, each once. */
    List<String> used() {
        return List.copyOf(used);
    }

    Polynomial of(Term term) {
        Polynomial before = known.get(term);
        if (before == null) {
            pause.run();
            before = made(term);
            known.put(term, before);
        }
        return before;
    }

    /** The shortest form of a formula. */
    Term shortest(Term term) {
        Term before = shortest.get(term);
        if (before == null) {
            before = shorter(new ShortestForm(this).of(of(term)), term);
            shortest.put(term, before);
            shortest.put(before, before);
        }
        return before;
    }

    /** The best form found; where a product that was typed is much shorter still, that with its parts in their shortest forms. */
    private Term shorter(Term best, Term typed) {
        boolean product = typed instanceof Term.Product || typed instanceof Term.Quotient;
        if (!product || typed.size() + MUCH >= best.size()) {
            return best;
        }
        Term kept = Tidying.numbers(typed.map(this::shortest));
        return kept.size() + MUCH < best.size() ? kept : best;
    }

    private Polynomial made(Term term) {
        return switch (term) {
            case Term.Num(Rational value, boolean _) -> Polynomial.of(value);
            case Term.Constant _, Term.Letter _ -> Polynomial.of(Addend.of(term));
            case Term.Negative(Term of) -> of(of).scaled(Rational.ONE.negated());
            case Term.Sum(List<Term> terms) -> {
                List<Addend> addends = new ArrayList<>();
                terms.forEach(part -> addends.addAll(opened(of(part)).addends()));
                yield identified(Polynomial.of(addends));
            }
            case Term.Product(List<Term> factors) ->
                factors.stream().map(this::of).reduce(this::times).orElse(Polynomial.ONE);
            case Term.Quotient(Term above, Term below) -> times(of(above), power(of(below), Rational.ONE.negated()));
            case Term.Power(Term base, Term exponent) -> power(of(base), of(exponent));
            case Term.Apply(Operation operation, List<Term> operands) ->
                functions.of(operation, operands.stream().map(this::shortest).toList());
            case Term.Choice choice -> choice(choice);
            case Term.Derivative(Term of, Term.Letter by) ->
                Polynomial.of(Addend.of(new Term.Derivative(shortest(of), by)));
            case Term.Integral integral -> Polynomial.of(Addend.of(integral.map(this::shortest)));
        };
    }

    /** With the identities between functions used, unless they are left out here. */
    Polynomial identified(Polynomial polynomial) {
        return identities ? Identities.applied(polynomial, this) : polynomial;
    }

    /** A sum that stands alone as one base is the sum itself. */
    private Polynomial opened(Polynomial polynomial) {
        if (!polynomial.isSingle()) {
            return polynomial;
        }
        Addend single = polynomial.single();
        boolean alone = single.powers().size() == 1
                && single.powers().entrySet().stream()
                        .allMatch(only -> only.getKey() instanceof Term.Sum
                                && only.getValue().isOne());
        return alone ? of(single.powers().keySet().iterator().next()).scaled(single.coefficient()) : polynomial;
    }

    /** A number goes to each addend; a sum of several stays together as one base. */
    Polynomial times(Polynomial left, Polynomial right) {
        if (left.isNumber()) {
            return right.scaled(left.single().coefficient());
        }
        if (right.isNumber()) {
            return left.scaled(right.single().coefficient());
        }
        return reopened(factor(left).times(factor(right)));
    }

    /** A quotient under a root that has become whole again, as in √(u/v)·√(u/v), is u/v. */
    private Polynomial reopened(Addend product) {
        for (Map.Entry<Term, Rational> factor : product.powers().entrySet()) {
            boolean opens = factor.getKey() instanceof Term.Product
                    || (factor.getKey() instanceof Term.Quotient(Term _, Term below) && !below.is(0));
            if (opens && factor.getValue().isWhole()) {
                Polynomial rest = Polynomial.of(product.with(factor.getKey(), Rational.ZERO));
                return times(rest, power(of(factor.getKey()), factor.getValue()));
            }
        }
        return Polynomial.of(product);
    }

    /** A sum as one factor: what is common to all its addends, and the rest as one base. */
    Addend factor(Polynomial polynomial) {
        if (polynomial.isZero() || polynomial.isSingle()) {
            return polynomial.single();
        }
        Addend common = withoutLarge(polynomial);
        Polynomial inner = polynomial.times(common.reciprocal());
        if (!common.isNumber()) {
            inner = expanded(inner);
            if (inner.isZero() || inner.isSingle()) {
                return common.times(inner.single());
            }
        }
        Rational content = inner.content().isLong() ? Rational.ONE : inner.content();
        Polynomial primitive = inner.scaled(content.reciprocal());
        if (writing.leading(primitive).coefficient().sign() < 0) {
            content = content.negated();
            primitive = primitive.scaled(Rational.ONE.negated());
        }
        return common.scaled(content).times(Addend.of(base(primitive)));
    }

    /**
     * What is taken out of a sum would stand there twice where it was below a line. That is fine for letters; of larger bases a
     * formula would double at each level, and 1 + e^(-x) is what it is.
     */
    private static Addend withoutLarge(Polynomial sum) {
        Addend common = sum.common();
        Addend kept = common;
        for (Map.Entry<Term, Rational> factor : common.powers().entrySet()) {
            boolean exponential = factor.getKey() instanceof Term.Power(Term of, Term _) && of.equals(Term.e());
            boolean everywhere = sum.addends().stream()
                    .allMatch(addend -> addend.exponent(factor.getKey()).sign() < 0);
            if (factor.getValue().sign() < 0
                    && !everywhere
                    && (exponential || factor.getKey().size() > LARGE)) {
                kept = kept.with(factor.getKey(), Rational.ZERO);
            }
        }
        return new Addend(Rational.ONE, kept.powers());
    }

    /** A sum as a base of powers. */
    private Term base(Polynomial sum) {
        Term base = writing.sum(sum);
        known.putIfAbsent(base, sum);
        return base;
    }

    /** Multiplied out as far as that stays short. */
    Polynomial expanded(Polynomial polynomial) {
        return Expansion.of(polynomial, this);
    }

    Polynomial power(Polynomial base, Polynomial exponent) {
        if (exponent.isNumber()) {
            return power(base, exponent.single().coefficient());
        }
        if (base.isNumber() && base.single().coefficient().isOne()) {
            return Polynomial.ONE;
        }
        Addend powers = Addend.ONE;
        Optional<Polynomial> inner = exponentOfE(base);
        Polynomial by = inner.filter(of -> !of.equals(Polynomial.ONE))
                .map(of -> expanded(times(of, exponent)))
                .orElse(exponent);
        Term of = inner.isPresent() ? Term.e() : writing.sum(base);
        for (Addend addend : by.addends()) {
            if (addend.isNumber()) {
                powers = powers.times(
                        power(inner.isPresent() ? Polynomial.of(Addend.of(of)) : base, addend.coefficient())
                                .single());
            } else {
                powers = powers.times(power(of, addend));
            }
        }
        return Polynomial.of(powers);
    }

    /** x^(3n) is (x^n)³; e^(2·ln(x)) is x². */
    private Addend power(Term base, Addend exponent) {
        if (base.equals(Term.e())) {
            for (Map.Entry<Term, Rational> factor : exponent.powers().entrySet()) {
                if (factor.getValue().isOne()
                        && factor.getKey() instanceof Term.Apply(Operation operation, List<Term> operands)
                        && operation == Operation.LOG) {
                    Polynomial rest = Polynomial.of(exponent.with(factor.getKey(), Rational.ZERO));
                    return factor(power(of(operands.getFirst()), rest));
                }
            }
        }
        Term by = writing.sum(Polynomial.of(exponent.primitive()));
        return Addend.of(new Term.Power(base, by), exponent.coefficient());
    }

    /** u where a formula is e^u. */
    private Optional<Polynomial> exponentOfE(Polynomial base) {
        if (!base.isSingle()
                || !base.single().coefficient().isOne()
                || base.single().isNumber()) {
            return Optional.empty();
        }
        Polynomial sum = Polynomial.ZERO;
        for (Map.Entry<Term, Rational> factor : base.single().powers().entrySet()) {
            if (factor.getKey().equals(Term.e())) {
                sum = sum.plus(Polynomial.of(factor.getValue()));
            } else if (factor.getKey() instanceof Term.Power(Term of, Term exponent) && of.equals(Term.e())) {
                sum = sum.plus(of(exponent).scaled(factor.getValue()));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(sum);
    }

    Polynomial power(Polynomial base, Rational exponent) {
        if (exponent.isZero()) {
            return Polynomial.ONE;
        }
        if (exponent.isOne()) {
            return base;
        }
        if (base.isZero()) {
            return exponent.sign() > 0 ? base : undefined(exponent.negated());
        }
        return Polynomial.of(exponent.isWhole() ? RationalPowers.whole(factor(base), exponent) : root(base, exponent));
    }

    /** 1/0 to some power: it stays, and has no value. */
    private static Polynomial undefined(Rational exponent) {
        return Polynomial.of(Addend.of(new Term.Quotient(Term.ONE, Term.ZERO), exponent));
    }

    /** A power that is not whole: only what has a known sign may be taken out of it. */
    private Addend root(Polynomial base, Rational exponent) {
        int degree = exponent.below().bitLength() > 6 ? 0 : exponent.below().intValue();
        if (degree == 0) {
            return Addend.of(writing.sum(base), exponent);
        }
        if (!base.isSingle()) {
            Addend factor = factor(base);
            Addend positive = RationalPowers.positive(factor);
            Polynomial rest = base.times(positive.primitive().reciprocal());
            Rational outside = rest.content().rootIn(degree);
            Rational taken = outside.power(Rational.of(degree)).orElseThrow();
            return RationalPowers.raised(positive, exponent)
                    .times(RationalPowers.numeric(taken, exponent, degree))
                    .times(Addend.of(base(expanded(rest.scaled(taken.reciprocal()))), exponent));
        }
        Addend single = base.single();
        Addend positive = RationalPowers.positive(single);
        Addend rest = single.primitive().times(positive.reciprocal());
        Rational number = single.coefficient();
        Addend outside = RationalPowers.raised(positive, exponent);
        if (rest.powers().size() == 1 && number.sign() > 0) {
            Map.Entry<Term, Rational> only = rest.powers().entrySet().iterator().next();
            return outside.times(RationalPowers.numeric(number, exponent, degree))
                    .times(Addend.of(only.getKey(), only.getValue().times(exponent)));
        }
        if (rest.isNumber() && number.sign() > 0) {
            return outside.times(RationalPowers.numeric(number, exponent, degree));
        }
        Rational square = number.abs().rootIn(degree);
        Rational taken = square.power(Rational.of(degree)).orElseThrow();
        Addend inside = rest.scaled(number.over(taken));
        return outside.times(RationalPowers.numeric(taken, exponent, degree))
                .times(Addend.of(base(Polynomial.of(inside)), exponent));
    }

    private Polynomial choice(Term.Choice choice) {
        Condition condition = choice.condition().map(this::shortest);
        Optional<Boolean> decided = Truths.decided(condition);
        if (decided.isPresent()) {
            return of(decided.get() ? choice.then() : choice.otherwise());
        }
        Term then = shortest(choice.then());
        Term otherwise = shortest(choice.otherwise());
        return then.equals(otherwise)
                ? of(then)
                : Polynomial.of(Addend.of(new Term.Choice(condition, then, otherwise)));
    }

    static boolean isExpandable(Rational exponent) {
        return exponent.sign() > 0 && exponent.compareTo(Rational.of(LARGEST_EXPANDED_EXPONENT)) <= 0;
    }
}
