package ag.lang.algebra;

import ag.engine.Operation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Solves an equation in one letter by algebra: as a product of factors, each a polynomial in one expression, which is then undone
 * from the outside in. What it gives are all real solutions.
 */
public final class EquationSolver {
    private static final double TOLERANCE = 1e-8;
    private static final int DEEPEST = 12;
    private static final int LARGEST_DEGREE = 40;

    private final Term.Letter letter;
    private final Set<Term> notZero = new LinkedHashSet<>();
    private final Set<Term> asFound = new HashSet<>();
    private final Inverses inverses;
    private final Normal normal;
    private int depth;

    private EquationSolver(Term task, Term.Letter letter, Runnable pause) {
        this.letter = letter;
        this.normal = Simplifier.normal(task, pause);
        this.inverses = new Inverses(letter, Letters.in(task));
    }

    /** What an equation has for solutions. */
    public sealed interface Answer {
        /**
         * All real solutions, none twice, in rising order where they are numbers.
         *
         * @param notZero what they were divided by, and must not be 0
         */
        record All(List<Solution> solutions, List<Term> notZero) implements Answer {
            public All {
                solutions = List.copyOf(solutions);
                notZero = List.copyOf(notZero);
            }
        }

        /** It holds whatever the letter is, as far as both sides have a value. */
        record Always() implements Answer {}

        /** No rule fits. */
        record Unknown() implements Answer {}
    }

    /**
     * Solves an equation.
     *
     * @param pause called now and then; what it throws ends the work
     */
    public static Answer solve(Term left, Term right, Term.Letter letter, Runnable pause) {
        Term task = Term.minus(left, right);
        EquationSolver solver = new EquationSolver(task, letter, pause);
        try {
            List<Solution> found = solver.zeros(task);
            boolean symbolic = Letters.in(task).stream().anyMatch(other -> !other.equals(letter));
            List<Solution> kept = new ArrayList<>();
            for (Solution solution : found) {
                Solution simple = solution.with(solver.simplest(solution));
                boolean right_ = symbolic || holds(left, right, letter, simple);
                if (right_ && kept.stream().noneMatch(other -> same(other, simple))) {
                    kept.add(simple);
                }
            }
            if (kept.stream().allMatch(solution -> solution.number().isPresent())) {
                kept.sort(Comparator.comparing(solution -> solution.number().orElseThrow()));
            }
            return new Answer.All(kept, List.copyOf(solver.notZero));
        } catch (Unsolved end) {
            return end.always ? new Answer.Always() : new Answer.Unknown();
        }
    }

    /** A formula as it was found where that is the form of a textbook; otherwise the shortest. */
    private Term simplest(Solution solution) {
        Term.Letter whole = solution.whole();
        if (asFound.contains(solution.value())) {
            return solution.value();
        }
        Term simple = Simplifier.simplify(solution.value());
        if (whole == null) {
            return simple;
        }
        Term first = Simplifier.simplify(Letters.replaced(simple, Map.of(whole, Term.ZERO)));
        Term next = Simplifier.simplify(Letters.replaced(simple, Map.of(whole, Term.ONE)));
        Term step = Simplifier.simplify(Term.minus(next, first));
        Term turns = Simplifier.simplify(Term.product(step, whole));
        Term straight = first.is(0) ? turns : Term.sum(first, turns);
        return Simplifier.simplify(Term.minus(simple, straight)).is(0) ? straight : simple;
    }

    private static boolean same(Solution a, Solution b) {
        return a.value().equals(b.value())
                || (a.number().isPresent()
                        && b.number().isPresent()
                        && Math.abs(a.number().get() - b.number().get())
                                <= 1e-13 * Math.abs(a.number().get()));
    }

    /** Whether both sides have the same value there; squaring, and what stood below a line, add false solutions. */
    private static boolean holds(Term left, Term right, Term.Letter letter, Solution solution) {
        for (int count = 0; count < (solution.whole() == null ? 1 : 2); count++) {
            Term value = solution.whole() == null
                    ? solution.value()
                    : Letters.replaced(solution.value(), Map.of(solution.whole(), Term.number(count)));
            double x = Values.of(value);
            double a = PointEvaluation.of(left, Map.of(letter, x));
            double b = PointEvaluation.of(right, Map.of(letter, x));
            double slope = PointEvaluation.of(new Term.Derivative(Term.minus(left, right), letter), Map.of(letter, x));
            double scale = Math.max(Math.max(1, Math.abs(a)), Math.abs(b));
            double steep = Double.isFinite(slope) ? Math.abs(slope * x) * 1e-12 : 0;
            boolean near = Math.abs(a - b) <= TOLERANCE * scale + steep;
            boolean atEdge = !near && exactly(left, right, letter, value);
            if (!near && !atEdge) {
                return false;
            }
        }
        return true;
    }

    private static boolean exactly(Term left, Term right, Term.Letter letter, Term value) {
        Term difference = Letters.replaced(Term.minus(left, right), Map.of(letter, value));
        return Precise.of(difference, Map.of()).isPresent()
                && Simplifier.simplify(difference).is(0);
    }

    private boolean contains(Term term) {
        return Letters.contains(term, letter);
    }

    /** Where a formula is 0. */
    List<Solution> zeros(Term of) {
        if (++depth > DEEPEST) {
            throw new Unsolved();
        }
        try {
            Polynomial sum = normal.of(of);
            Fraction fraction = Fraction.of(sum, normal);
            if (sum.isZero() || fraction.inside().isZero()) {
                throw new Unsolved(true);
            }
            List<Solution> zeros = new ArrayList<>();
            for (Map.Entry<Term, Rational> factor : fraction.outside().powers().entrySet()) {
                if (contains(factor.getKey()) && factor.getValue().sign() > 0) {
                    zeros.addAll(undone(factor.getKey(), Solution.of(Term.ZERO)));
                }
            }
            zeros.addAll(zeros(fraction.inside()));
            return zeros;
        } finally {
            depth--;
        }
    }

    /** Where a sum is 0, as it stands. */
    List<Solution> zeros(Polynomial sum) {
        return factors(sum).stream()
                .flatMap(factor -> ofFactor(factor).stream())
                .toList();
    }

    private static List<Polynomial> factors(Polynomial of) {
        boolean whole = of.addends().stream()
                .allMatch(addend ->
                        addend.powers().values().stream().allMatch(power -> power.isWhole() && power.sign() > 0));
        if (!whole) {
            return List.of(of);
        }
        List<Polynomial> factors = new ArrayList<>(Divisors.factors(of).keySet());
        return factors;
    }

    private List<Solution> ofFactor(Polynomial factor) {
        List<Term> bases = factor.bases().stream().filter(this::contains).toList();
        if (bases.isEmpty()) {
            return List.of();
        }
        if (bases.size() > 1) {
            return new SeveralBases(this, letter, normal).zeros(factor, bases);
        }
        Term base = bases.getFirst();
        NavigableMap<Rational, Polynomial> powers = powers(factor, base);
        BigInteger below = powers.keySet().stream()
                .map(Rational::below)
                .reduce(BigInteger.ONE, (a, b) -> a.multiply(b).divide(a.gcd(b)));
        BigInteger step = powers.keySet().stream()
                .map(power -> power.times(Rational.of(below)).above())
                .reduce(BigInteger.ZERO, BigInteger::gcd);
        if (step.signum() == 0) {
            throw new Unsolved();
        }
        Rational unit = new Rational(step, below);
        List<Solution> found = new ArrayList<>();
        for (Solution value : roots(powers, unit)) {
            for (Solution inner : inverses.ofPower(value, unit)) {
                found.addAll(undone(base, inner));
            }
        }
        return found;
    }

    /** The coefficients of the powers of one base. */
    static NavigableMap<Rational, Polynomial> powers(Polynomial of, Term base) {
        NavigableMap<Rational, Polynomial> powers = new TreeMap<>();
        for (Addend addend : of.addends()) {
            Polynomial part = Polynomial.of(addend.with(base, Rational.ZERO));
            powers.merge(addend.exponent(base), part, Polynomial::plus);
        }
        return powers;
    }

    /** The values of a base's power {@code unit} for which a polynomial in it is 0. */
    private List<Solution> roots(NavigableMap<Rational, Polynomial> powers, Rational unit) {
        Rational lowest = powers.firstKey();
        Rational top = powers.lastKey().minus(lowest).over(unit);
        if (lowest.sign() < 0 || !top.isWhole() || top.compareTo(Rational.of(LARGEST_DEGREE)) > 0) {
            throw new Unsolved();
        }
        int degree = top.above().intValue();
        Term[] coefficients = new Term[degree + 1];
        java.util.Arrays.fill(coefficients, Term.ZERO);
        powers.forEach((power, coefficient) ->
                coefficients[power.minus(lowest).over(unit).above().intValue()] =
                        normal.writing().sum(coefficient));
        List<Solution> found = new ArrayList<>();
        if (lowest.sign() > 0) {
            found.add(Solution.of(Term.ZERO));
        }
        Term leading = coefficients[degree];
        if (!Letters.in(leading).isEmpty()) {
            notZero.add(leading);
        }
        switch (degree) {
            case 0 -> {}
            case 1 -> found.add(Solution.of(simple(Term.quotient(Term.negative(coefficients[0]), leading))));
            case 2 -> found.addAll(quadratic(coefficients));
            default -> found.addAll(numeric(coefficients));
        }
        return found;
    }

    Term simple(Term term) {
        return normal.shortest(term);
    }

    private List<Solution> quadratic(Term[] c) {
        Term under = simple(Term.minus(Term.power(c[1], 2), Term.product(Term.number(4), c[2], c[0])));
        Optional<Double> sign = Letters.in(under).isEmpty() ? Optional.of(Values.of(under)) : Optional.empty();
        if (sign.isPresent() && !under.is(0) && sign.get() < 0) {
            return List.of();
        }
        if (Numbers.in(c[2]).isEmpty()
                && sign.isEmpty()
                && !under.is(0)
                && !(simple(Term.apply(Operation.SQRT, under)) instanceof Term.Letter)) {
            return formula(c, under);
        }
        Term root = Term.apply(Operation.SQRT, under);
        Term below = Term.product(Term.number(2), c[2]);
        Term minus = Term.quotient(Term.minus(Term.negative(c[1]), root), below);
        Term plus = Term.quotient(Term.sum(Term.negative(c[1]), root), below);
        return under.is(0)
                ? List.of(Solution.of(simple(plus)))
                : List.of(Solution.of(simple(minus)), Solution.of(simple(plus)));
    }

    /** The formula that is learned by heart, in the letters of the coefficients. */
    private List<Solution> formula(Term[] c, Term under) {
        Term root = Term.apply(Operation.SQRT, under);
        Term below = simple(Term.product(Term.number(2), c[2]));
        Term first = simple(Term.negative(c[1]));
        List<Solution> both = new ArrayList<>();
        for (Term above : List.of(Term.minus(first, root), Term.sum(first, root))) {
            Term value = below.is(1) ? above : Term.quotient(above, below);
            asFound.add(value);
            both.add(Solution.of(value));
        }
        return both;
    }

    private static List<Solution> numeric(Term[] terms) {
        double[] coefficients = new double[terms.length];
        for (int i = 0; i < terms.length; i++) {
            if (!Letters.in(terms[i]).isEmpty()) {
                throw new Unsolved();
            }
            coefficients[i] = Values.of(terms[i]);
            if (!Double.isFinite(coefficients[i])) {
                throw new Unsolved();
            }
        }
        return PolynomialRoots.of(coefficients).stream().map(Solution::near).toList();
    }

    /** Where an expression with the letter in it has a value that is free of it. */
    List<Solution> undone(Term base, Solution value) {
        if (base.equals(letter)) {
            return List.of(value);
        }
        List<Solution> found = new ArrayList<>();
        for (Inverses.Step step : inverses.of(base, value, this::contains)) {
            found.addAll(step.inside().equals(base) ? sum(base, step.value()) : undone(step.inside(), step.value()));
        }
        return found;
    }

    /** A sum, or whatever else is no single function. */
    private List<Solution> sum(Term base, Solution value) {
        List<Solution> found = new ArrayList<>();
        for (Solution zero : zeros(Term.minus(base, value.value()))) {
            found.add(new Solution(zero.value(), zero.exact() && value.exact(), whole(zero, value)));
        }
        return found;
    }

    private static Term.@Nullable Letter whole(Solution zero, Solution value) {
        if (zero.whole() != null && value.whole() != null) {
            throw new Unsolved();
        }
        return zero.whole() != null ? zero.whole() : value.whole();
    }
}
