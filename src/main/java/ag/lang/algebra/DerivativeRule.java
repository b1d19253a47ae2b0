package ag.lang.algebra;

import ag.engine.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A rule of differentiation: what the derivative of one form is, told by the derivatives of its parts. Rules are data, so that one
 * can be taken for another, a wrong one too: see {@link Differentiator#derivative(Term, Term.Letter, Differentiator.Choice)}.
 *
 * @param code what the rule is called in programs: {@code product}, {@code sin}
 * @param name what a textbook calls it: {@code product rule}, {@code derivative of sin}
 * @param inner the inner function, where the chain rule goes with it; otherwise null
 */
public record DerivativeRule(
        String code, String name, @Nullable Term inner, Action action) {
    /** What a rule does. */
    public interface Action {
        /**
         * The derivative of a form.
         *
         * @param derivative gives that of a part; a rule may ask for it, once or not at all
         */
        Term apply(Term of, Term.Letter by, UnaryOperator<Term> derivative);
    }

    public static final String CONSTANT = "constant";
    public static final String VARIABLE = "variable";
    public static final String SUM = "sum";
    public static final String CONSTANT_MULTIPLE = "constant-multiple";
    public static final String PRODUCT = "product";
    public static final String QUOTIENT = "quotient";
    public static final String RECIPROCAL = "reciprocal";
    public static final String POWER = "power";
    public static final String EXPONENTIAL = "exponential";
    public static final String POWER_TOWER = "power-of-both";
    public static final String CASES = "cases";
    public static final String INTEGRAL = "integral";

    /** The rule by its name, and the inner function where there is one. */
    public String text() {
        return inner == null ? name : name + ", chain rule with u = " + TextWriter.text(inner);
    }

    /** The rule as a formula for any u and v, {@code (u·v)' = u'·v + u·v'}; empty for those of single functions. */
    public String formula() {
        return switch (code) {
            case SUM -> "(u + v)' = u' + v'";
            case CONSTANT_MULTIPLE -> "(c·u)' = c·u'";
            case PRODUCT -> "(u·v)' = u'·v + u·v'";
            case QUOTIENT -> "(u/v)' = (u'·v - u·v')/v²";
            case RECIPROCAL -> "(c/v)' = -c·v'/v²";
            case POWER -> inner == null ? "(x^n)' = n·x^(n - 1)" : "(u^n)' = n·u^(n - 1)·u'";
            case EXPONENTIAL -> inner == null ? "(a^x)' = a^x·ln(a)" : "(a^u)' = a^u·ln(a)·u'";
            case POWER_TOWER -> "(u^v)' = u^v·(v'·ln(u) + v·u'/u)";
            default -> "";
        };
    }

    private static DerivativeRule plain(String code, String name, Action action) {
        return new DerivativeRule(code, name, null, action);
    }

    /**
     * The right rule for a form.
     *
     * @param conventions whether what holds at single points only, such as the one for 0^0, is written out
     */
    public static DerivativeRule of(Term of, Term.Letter by, boolean conventions) {
        if (of.equals(by)) {
            return plain(VARIABLE, "the variable itself", (term, letter, inner) -> Term.ONE);
        }
        if (!Letters.contains(of, by)) {
            return plain(CONSTANT, "constant rule", (term, letter, inner) -> Term.ZERO);
        }
        return switch (of) {
            case Term.Sum sum -> plain(SUM, sumName(sum), DerivativeRule::sum);
            case Term.Negative _ ->
                plain(
                        CONSTANT_MULTIPLE,
                        "constant multiple rule",
                        (term, letter, inner) -> Term.negative(inner.apply(((Term.Negative) term).of())));
            case Term.Product(List<Term> factors) ->
                factors.stream().anyMatch(factor -> !Letters.contains(factor, by))
                        ? plain(CONSTANT_MULTIPLE, "constant multiple rule", DerivativeRule::multiple)
                        : plain(PRODUCT, "product rule", DerivativeRule::product);
            case Term.Quotient(Term above, Term below) ->
                !Letters.contains(below, by)
                        ? plain(
                                CONSTANT_MULTIPLE,
                                "constant multiple rule",
                                (term, letter, inner) -> Term.quotient(
                                        inner.apply(((Term.Quotient) term).above()), ((Term.Quotient) term).below()))
                        : !Letters.contains(above, by)
                                ? plain(RECIPROCAL, "reciprocal rule", DerivativeRule::reciprocal)
                                : plain(QUOTIENT, "quotient rule", DerivativeRule::quotient);
            case Term.Power(Term base, Term exponent) -> power(base, exponent, by, conventions);
            case Term.Apply apply -> function(apply, by, conventions);
            case Term.Choice _ -> plain(CASES, "case by case", DerivativeRule::cases);
            case Term.Derivative(Term inside, Term.Letter letter) ->
                plain(
                        "derivative",
                        "the inner derivative first",
                        (term, x, inner) ->
                                inner.apply(Simplifier.simplify(Differentiator.derivative(inside, letter))));
            case Term.Integral integral -> integral(integral, by);
            case Term.Num _, Term.Constant _, Term.Letter _ ->
                plain(CONSTANT, "constant rule", (term, letter, inner) -> Term.ZERO);
        };
    }

    private static String sumName(Term.Sum sum) {
        long minus = sum.terms().stream()
                .skip(1)
                .filter(term -> term instanceof Term.Negative)
                .count();
        return minus == 0
                ? "sum rule"
                : minus == sum.terms().size() - 1 ? "difference rule" : "sum and difference rule";
    }

    private static Term sum(Term of, Term.Letter by, UnaryOperator<Term> derivative) {
        List<Term> terms = new ArrayList<>();
        for (Term term : ((Term.Sum) of).terms()) {
            terms.add(
                    term instanceof Term.Negative(Term inside)
                            ? Term.negative(derivative.apply(inside))
                            : derivative.apply(term));
        }
        return Term.sum(terms);
    }

    private static Term multiple(Term of, Term.Letter by, UnaryOperator<Term> derivative) {
        List<Term> constants = new ArrayList<>();
        List<Term> rest = new ArrayList<>();
        for (Term factor : ((Term.Product) of).factors()) {
            (Letters.contains(factor, by) ? rest : constants).add(factor);
        }
        constants.add(derivative.apply(Term.product(rest)));
        return Term.product(constants);
    }

    /** v·u' + u·v': what is still to be done stands last. */
    private static Term product(Term of, Term.Letter by, UnaryOperator<Term> derivative) {
        List<Term> factors = ((Term.Product) of).factors();
        List<Term> sum = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            List<Term> product = new ArrayList<>(factors);
            product.remove(i);
            product.add(derivative.apply(factors.get(i)));
            sum.add(Term.product(product));
        }
        return Term.sum(sum);
    }

    private static Term quotient(Term of, Term.Letter by, UnaryOperator<Term> derivative) {
        Term u = ((Term.Quotient) of).above();
        Term v = ((Term.Quotient) of).below();
        Term left = Term.product(v, derivative.apply(u));
        Term right = Term.product(u, derivative.apply(v));
        return Term.quotient(Term.minus(left, right), Term.power(v, 2));
    }

    private static Term reciprocal(Term of, Term.Letter by, UnaryOperator<Term> derivative) {
        Term u = ((Term.Quotient) of).above();
        Term v = ((Term.Quotient) of).below();
        return Term.negative(Term.quotient(Term.product(u, derivative.apply(v)), Term.power(v, 2)));
    }

    private static Term cases(Term of, Term.Letter by, UnaryOperator<Term> derivative) {
        Term.Choice choice = (Term.Choice) of;
        return new Term.Choice(
                choice.condition(), derivative.apply(choice.then()), derivative.apply(choice.otherwise()));
    }

    /** What is below the integral sign is derived there; a limit adds what stands below the sign, there, times its derivative. */
    private static DerivativeRule integral(Term.Integral integral, Term.Letter by) {
        boolean inside = !integral.by().equals(by) && Letters.contains(integral.of(), by);
        boolean limits = Letters.contains(integral.from(), by) || Letters.contains(integral.to(), by);
        Term inner = integral.to().equals(by) || Letters.contains(integral.from(), by) ? null : integral.to();
        return new DerivativeRule(
                INTEGRAL,
                !inside
                        ? "fundamental theorem of calculus"
                        : limits ? "Leibniz' rule" : "derivative under the integral sign",
                inside ? null : inner,
                (term, letter, derivative) -> {
                    List<Term> sum = new ArrayList<>();
                    if (Letters.contains(integral.to(), letter)) {
                        sum.add(Term.product(integral.at(integral.to()), derivative.apply(integral.to())));
                    }
                    if (Letters.contains(integral.from(), letter)) {
                        sum.add(Term.negative(
                                Term.product(integral.at(integral.from()), derivative.apply(integral.from()))));
                    }
                    if (inside) {
                        sum.add(new Term.Integral(
                                derivative.apply(integral.of()), integral.by(), integral.from(), integral.to()));
                    }
                    return Term.sum(sum);
                });
    }

    private static DerivativeRule power(Term base, Term exponent, Term.Letter by, boolean conventions) {
        boolean above = Letters.contains(exponent, by);
        boolean below = Letters.contains(base, by);
        if (conventions && (above || Numbers.in(exponent).isEmpty())) {
            return table(new Term.Apply(Operation.POWER, List.of(base, exponent)), by, true, "power rule");
        }
        if (above && below) {
            return plain(POWER_TOWER, "power rule, base and exponent", (term, letter, inner) -> both(term, inner));
        }
        Term inside = above ? exponent : base;
        Term named = inside.equals(by) ? null : inside;
        return above
                ? new DerivativeRule(
                        EXPONENTIAL, "exponential rule", named, (term, letter, inner) -> exponential(term, inner))
                : new DerivativeRule(POWER, "power rule", named, (term, letter, inner) -> power(term, inner));
    }

    /** n·u^(n - 1)·u'. */
    private static Term power(Term of, UnaryOperator<Term> derivative) {
        Term.Power power = (Term.Power) of;
        Term lower = Numbers.in(power.exponent())
                .map(number -> Term.number(number.minus(Rational.ONE)))
                .orElseGet(() -> Term.minus(power.exponent(), Term.ONE));
        Term raised = lower.is(1) ? power.base() : lower.is(0) ? Term.ONE : Term.power(power.base(), lower);
        return Term.product(power.exponent(), raised, derivative.apply(power.base()));
    }

    private static Term exponential(Term of, UnaryOperator<Term> derivative) {
        Term.Power power = (Term.Power) of;
        Term slope = derivative.apply(power.exponent());
        return power.base().equals(Term.e())
                ? Term.product(of, slope)
                : Term.product(of, Term.apply(Operation.LOG, power.base()), slope);
    }

    /** u^v·(ln(u)·v' + v/u·u'). */
    private static Term both(Term of, UnaryOperator<Term> derivative) {
        Term.Power power = (Term.Power) of;
        Term u = power.base();
        Term v = power.exponent();
        Term left = Term.product(Term.apply(Operation.LOG, u), derivative.apply(v));
        Term right = Term.product(Term.quotient(v, u), derivative.apply(u));
        return Term.product(of, Term.sum(left, right));
    }

    private static DerivativeRule function(Term.Apply apply, Term.Letter by, boolean conventions) {
        String symbol =
                apply.operation() == Operation.LOG ? "ln" : apply.operation().symbol();
        return table(apply, by, conventions, "derivative of " + symbol);
    }

    private static DerivativeRule table(Term.Apply apply, Term.Letter by, boolean conventions, String name) {
        List<Term> inside = apply.operands().stream()
                .filter(operand -> Letters.contains(operand, by))
                .toList();
        Term inner = inside.size() == 1 && !inside.getFirst().equals(by) ? inside.getFirst() : null;
        return new DerivativeRule(apply.operation().symbol(), name, inner, (term, letter, derivative) -> {
            List<Slope> slopes = new ArrayList<>();
            for (int i = 0; i < apply.operands().size(); i++) {
                Term operand = apply.operands().get(i);
                if (Letters.contains(operand, letter)) {
                    Term partial = new TableRules(conventions).partial(apply, i);
                    slopes.add(new Slope(partial, derivative.apply(operand)));
                }
            }
            return Slope.sum(slopes);
        });
    }

    /** One addend of the chain rule: the derivative of a function in one operand, times the derivative of that operand. */
    private record Slope(Term partial, Term inner) {
        /** The sum; of max(u, v), where one of two addends is 0 on each side, the two cases: if u > v then u' else v'. */
        static Term sum(List<Slope> slopes) {
            if (slopes.size() == 2
                    && slopes.get(0).partial
                            instanceof Term.Choice(Condition.Comparison left, Term then, Term otherwise)
                    && slopes.get(1).partial instanceof Term.Choice(Condition.Comparison right, Term also, Term instead)
                    && right.operator() == left.operator()
                    && right.left().equals(left.right())
                    && right.right().equals(left.left())
                    && then.is(1)
                    && otherwise.is(0)
                    && also.is(1)
                    && instead.is(0)) {
                return new Term.Choice(left, slopes.get(0).inner, slopes.get(1).inner);
            }
            return Term.sum(slopes.stream().map(Slope::product).toList());
        }

        private Term product() {
            return partial instanceof Term.Quotient(Term above, Term below)
                    ? Term.quotient(Term.product(above, inner), below)
                    : Term.product(partial, inner);
        }
    }
}
