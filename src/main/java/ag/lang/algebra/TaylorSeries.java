package ag.lang.algebra;

import ag.engine.Operation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The beginning of a formula's Taylor series, with exact coefficients. It is computed from the series of its parts: a product's is the
 * product of two, and that of e^u, ln u or sin u follows from its differential equation, as in Knuth's second volume, section 4.7.
 */
public final class TaylorSeries {
    /** This many terms more are carried along, for what a zero below a line takes away: sin(x)/x. */
    private static final int SPARE = 4;
    /** Larger powers follow from their differential equation, where the base is not 0. */
    private static final Rational MOST_MULTIPLIED = Rational.of(60);

    private final int length;
    private final Map<Term.Letter, Term[]> letters;
    private final Runnable pause;

    private TaylorSeries(int length, Map<Term.Letter, Term[]> letters, Runnable pause) {
        this.length = length;
        this.letters = letters;
        this.pause = pause;
    }

    /**
     * The series as a list: the value at the point, then what is of the first order in the distance from it, and so on. Empty where
     * the formula has no such series there, or has a function in it whose series is not known.
     *
     * @param at the point, for each letter that moves
     * @param pause called now and then; what it throws ends the work
     */
    public static Optional<List<Term>> of(Term term, Map<Term.Letter, Term> at, int order, Runnable pause) {
        int length = order + 1 + SPARE;
        Map<Term.Letter, Term[]> letters = new HashMap<>();
        at.forEach((letter, place) -> {
            Term[] series = zeros(length);
            series[0] = Simplifier.simplify(place);
            // Of several letters each moves by its own distance; a letter stands for the distance itself.
            series[1] = at.size() == 1 ? Term.ONE : letter;
            letters.put(letter, series);
        });
        try {
            Term[] series = new TaylorSeries(length, letters, pause).series(term);
            return Optional.of(List.of(series).subList(0, order + 1));
        } catch (Unsolved _) {
            return Optional.empty();
        }
    }

    private static Term[] zeros(int length) {
        Term[] series = new Term[length];
        Arrays.fill(series, Term.ZERO);
        return series;
    }

    private Term[] constant(Term value) {
        Term[] series = zeros(length);
        series[0] = simple(value);
        return series;
    }

    private static Term simple(Term term) {
        return Numbers.in(term).isPresent() ? term : Simplifier.simplify(term);
    }

    private static Term plus(Term a, Term b) {
        Optional<Rational> x = Numbers.in(a);
        Optional<Rational> y = Numbers.in(b);
        return x.isPresent() && y.isPresent()
                ? Term.number(x.get().plus(y.get()))
                : Simplifier.simplify(Term.sum(a, b));
    }

    private static Term times(Term a, Term b) {
        if (a.is(0) || b.is(0)) {
            return Term.ZERO;
        }
        Optional<Rational> x = Numbers.in(a);
        Optional<Rational> y = Numbers.in(b);
        return x.isPresent() && y.isPresent()
                ? Term.number(x.get().times(y.get()))
                : Simplifier.simplify(Term.product(a, b));
    }

    private static Term over(Term a, Term b) {
        if (a.is(0)) {
            return a;
        }
        Optional<Rational> x = Numbers.in(a);
        Optional<Rational> y = Numbers.in(b);
        return x.isPresent() && y.isPresent()
                ? Term.number(x.get().over(y.get()))
                : Simplifier.simplify(Term.quotient(a, b));
    }

    private boolean isConstant(Term term) {
        return letters.keySet().stream().noneMatch(letter -> Letters.contains(term, letter));
    }

    /** What is below the sign, integrated term by term; the first is the integral at the point itself. */
    private Term[] integral(Term.Integral integral) {
        Term[] sum =
                sum(primitive(integral, integral.to()), scaled(primitive(integral, integral.from()), Term.number(-1)));
        Term from = series(integral.from())[0];
        Term to = series(integral.to())[0];
        sum[0] = from.equals(to) ? Term.ZERO : new Term.Integral(integral.of(), integral.by(), from, to);
        return sum;
    }

    /** The integral from where a limit stands to the limit: what is below the sign there, times the limit's own slope, integrated. */
    private Term[] primitive(Term.Integral integral, Term limit) {
        Term[] way = series(limit);
        Term[] slope = zeros(length);
        for (int k = 1; k < length; k++) {
            slope[k - 1] = times(Term.number(k), way[k]);
        }
        Term[] product = product(series(integral.at(limit)), slope);
        Term[] primitive = zeros(length);
        for (int k = 1; k < length; k++) {
            primitive[k] = over(product[k - 1], Term.number(k));
        }
        return primitive;
    }

    private Term[] series(Term term) {
        pause.run();
        if (isConstant(term)) {
            return constant(term);
        }
        return switch (term) {
            case Term.Num _, Term.Constant _ -> constant(term);
            case Term.Letter letter ->
                letters.getOrDefault(letter, constant(letter)).clone();
            case Term.Negative(Term of) -> scaled(series(of), Term.number(-1));
            case Term.Sum(List<Term> terms) -> terms.stream().map(this::series).reduce(zeros(length), this::sum);
            case Term.Product(List<Term> factors) ->
                factors.stream().map(this::series).reduce(constant(Term.ONE), this::product);
            case Term.Quotient(Term above, Term below) -> quotient(series(above), series(below));
            case Term.Power(Term base, Term exponent) -> power(base, exponent);
            case Term.Apply(Operation operation, List<Term> operands)
            when operands.size() == 1 -> apply(operation, series(operands.getFirst()));
            case Term.Integral integral
            when isConstant(new Term.Integral(integral.of(), integral.by(), Term.ZERO, Term.ZERO)) ->
                integral(integral);
            case Term.Apply _, Term.Choice _, Term.Derivative _, Term.Integral _ -> throw new Unsolved();
        };
    }

    private Term[] sum(Term[] a, Term[] b) {
        return each(k -> plus(a[k], b[k]));
    }

    private Term[] each(Function<Integer, Term> term) {
        Term[] series = new Term[length];
        for (int k = 0; k < length; k++) {
            series[k] = term.apply(k);
        }
        return series;
    }

    private Term[] scaled(Term[] a, Term by) {
        return each(k -> times(a[k], by));
    }

    private Term[] product(Term[] a, Term[] b) {
        return each(k -> {
            Term sum = Term.ZERO;
            for (int j = 0; j <= k; j++) {
                sum = plus(sum, times(a[j], b[k - j]));
            }
            return sum;
        });
    }

    /** What both sides of a line begin with is taken off; the end of the series is lost by as much. */
    private Term[] quotient(Term[] above, Term[] below) {
        int shift = 0;
        while (shift < SPARE && below[shift].is(0)) {
            if (!above[shift].is(0)) {
                throw new Unsolved();
            }
            shift++;
        }
        if (below[shift].is(0) || (letters.size() > 1 && shift > 0)) {
            throw new Unsolved();
        }
        Term[] result = zeros(length);
        for (int k = 0; k + shift < length; k++) {
            Term rest = above[k + shift];
            for (int j = 0; j < k; j++) {
                rest = plus(rest, times(Term.number(-1), times(result[j], below[k - j + shift])));
            }
            result[k] = over(rest, below[shift]);
        }
        return result;
    }

    private Term[] power(Term base, Term exponent) {
        if (base.equals(Term.e())) {
            return exp(series(exponent));
        }
        if (isConstant(base)) {
            return exp(scaled(series(exponent), simple(Term.apply(Operation.LOG, base))));
        }
        if (!isConstant(exponent)) {
            return exp(product(series(exponent), log(series(base))));
        }
        return power(series(base), simple(exponent));
    }

    private Term[] power(Term[] u, Term exponent) {
        Optional<Rational> whole = Numbers.in(exponent).filter(Rational::isWhole);
        if (whole.isPresent() && whole.get().sign() < 0) {
            return quotient(constant(Term.ONE), power(u, Term.number(whole.get().negated())));
        }
        if (whole.isPresent() && (u[0].is(0) || whole.get().compareTo(MOST_MULTIPLIED) <= 0)) {
            return multiplied(u, whole.get().above());
        }
        if (whole.isEmpty()) {
            requirePositive(u[0]);
        }
        Term[] p = zeros(length);
        p[0] = simple(Term.power(u[0], exponent));
        for (int k = 1; k < length; k++) {
            Term sum = Term.ZERO;
            for (int j = 1; j <= k; j++) {
                Term factor = plus(times(exponent, Term.number(j)), Term.number(j - k));
                sum = plus(sum, times(factor, times(u[j], p[k - j])));
            }
            p[k] = over(sum, times(Term.number(k), u[0]));
        }
        return p;
    }

    private Term[] multiplied(Term[] u, BigInteger times) {
        Term[] power = constant(Term.ONE);
        for (int bit = times.bitLength() - 1; bit >= 0; bit--) {
            power = product(power, power);
            power = times.testBit(bit) ? product(power, u) : power;
        }
        return power;
    }

    private static void requirePositive(Term value) {
        if (value.is(0) || (Letters.in(value).isEmpty() && !(Values.of(value) > 0))) {
            throw new Unsolved();
        }
    }

    private Term[] exp(Term[] u) {
        Term[] e = zeros(length);
        e[0] = simple(Term.power(Term.e(), u[0]));
        for (int k = 1; k < length; k++) {
            Term sum = Term.ZERO;
            for (int j = 1; j <= k; j++) {
                sum = plus(sum, times(Term.number(j), times(u[j], e[k - j])));
            }
            e[k] = over(sum, Term.number(k));
        }
        return e;
    }

    private Term[] log(Term[] u) {
        requirePositive(u[0]);
        return integrated(quotient(slope(u), u), Term.apply(Operation.LOG, u[0]));
    }

    private Term[] slope(Term[] u) {
        return each(k -> k + 1 < length ? times(Term.number(k + 1), u[k + 1]) : Term.ZERO);
    }

    private Term[] integrated(Term[] slope, Term value) {
        return each(k -> k == 0 ? simple(value) : over(slope[k - 1], Term.number(k)));
    }

    /** Sine and cosine, or the hyperbolic ones: each is the slope of the other. */
    private Term[][] pair(Term[] u, Operation odd, Operation even, int sign) {
        Term[] s = zeros(length);
        Term[] c = zeros(length);
        s[0] = simple(Term.apply(odd, u[0]));
        c[0] = simple(Term.apply(even, u[0]));
        for (int k = 1; k < length; k++) {
            Term sine = Term.ZERO;
            Term cosine = Term.ZERO;
            for (int j = 1; j <= k; j++) {
                Term step = times(Term.number(j), u[j]);
                sine = plus(sine, times(step, c[k - j]));
                cosine = plus(cosine, times(step, s[k - j]));
            }
            s[k] = over(sine, Term.number(k));
            c[k] = over(times(Term.number(sign), cosine), Term.number(k));
        }
        return new Term[][] {s, c};
    }

    private Term[] apply(Operation operation, Term[] u) {
        Term[] one = constant(Term.ONE);
        Term half = Term.number(Rational.HALF);
        return switch (operation) {
            case LINEAR -> u;
            case EXP -> exp(u);
            case EXPM1 -> sum(exp(u), constant(Term.number(-1)));
            case LOG -> log(u);
            case LOG1P -> log(sum(u, one));
            case LOG2 -> scaled(log(u), Term.quotient(Term.ONE, Term.apply(Operation.LOG, Term.number(2))));
            case LOG10 -> scaled(log(u), Term.quotient(Term.ONE, Term.apply(Operation.LOG, Term.number(10))));
            case SQRT -> power(u, half);
            case CBRT -> power(u, Term.number(Rational.of(1, 3)));
            case ABS -> {
                if (u[0].is(0) || !Letters.in(u[0]).isEmpty()) {
                    throw new Unsolved();
                }
                yield scaled(u, Term.number(Values.of(u[0]) > 0 ? 1 : -1));
            }
            case SIN -> pair(u, Operation.SIN, Operation.COS, -1)[0];
            case COS -> pair(u, Operation.SIN, Operation.COS, -1)[1];
            case TAN -> {
                Term[][] pair = pair(u, Operation.SIN, Operation.COS, -1);
                yield quotient(pair[0], pair[1]);
            }
            case SINH -> pair(u, Operation.SINH, Operation.COSH, 1)[0];
            case COSH -> pair(u, Operation.SINH, Operation.COSH, 1)[1];
            case TANH -> {
                Term[][] pair = pair(u, Operation.SINH, Operation.COSH, 1);
                yield quotient(pair[0], pair[1]);
            }
            case ASIN -> arc(operation, u, power(sum(one, negative(square(u))), Term.negative(half)));
            case ACOS -> arc(operation, u, negative(power(sum(one, negative(square(u))), Term.negative(half))));
            case ATAN -> arc(operation, u, quotient(one, sum(one, square(u))));
            case ASINH -> arc(operation, u, power(sum(one, square(u)), Term.negative(half)));
            case ATANH -> arc(operation, u, quotient(one, sum(one, negative(square(u)))));
            case ERF ->
                arc(
                        operation,
                        u,
                        scaled(
                                exp(negative(square(u))),
                                Term.quotient(Term.number(2), Term.apply(Operation.SQRT, Term.pi()))));
            case SIGMOID -> sigmoid(u);
            case SOFTPLUS -> arc(operation, u, sigmoid(u));
            default -> throw new Unsolved();
        };
    }

    private Term[] sigmoid(Term[] u) {
        return quotient(constant(Term.ONE), sum(constant(Term.ONE), exp(negative(u))));
    }

    private Term[] square(Term[] u) {
        return product(u, u);
    }

    private Term[] negative(Term[] u) {
        return scaled(u, Term.number(-1));
    }

    /** A function whose derivative at u has this series. */
    private Term[] arc(Operation operation, Term[] u, Term[] slope) {
        return integrated(product(slope, slope(u)), Term.apply(operation, u[0]));
    }

    /** A series written as a polynomial in one letter's distance from a place, from the lowest power up. */
    public static Term polynomial(List<Term> series, Term.Letter letter, Term at) {
        Term place = Simplifier.simplify(at);
        Term distance = place.is(0) ? letter : Term.minus(letter, place);
        List<Term> terms = new ArrayList<>();
        for (int k = 0; k < series.size(); k++) {
            Term coefficient = series.get(k);
            if (coefficient.is(0)) {
                continue;
            }
            Term power = k == 0 ? coefficient : Simplifier.simplify(Term.product(coefficient, Term.power(letter, k)));
            terms.add(
                    Letters.contains(coefficient, letter) ? power : Letters.replaced(power, Map.of(letter, distance)));
        }
        return Term.sum(terms);
    }
}
