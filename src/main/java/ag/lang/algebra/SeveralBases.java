package ag.lang.algebra;

import ag.engine.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/** Equations in which the letter stands in several expressions at once, such as √(x + 1) = x - 1 or ln x + ln(x - 1) = ln 6. */
final class SeveralBases {
    private final EquationSolver solver;
    private final Term.Letter letter;
    private final Normal normal;

    SeveralBases(EquationSolver solver, Term.Letter letter, Normal normal) {
        this.solver = solver;
        this.letter = letter;
        this.normal = normal;
    }

    /** Where the sum is 0; what is no solution may be among them, where a side was squared. */
    List<Solution> zeros(Polynomial sum, List<Term> bases) {
        Term written = normal.writing().sum(sum);
        // What brings in solutions that are none is tried only where each can be checked by a number.
        boolean checked = Letters.in(written).stream().allMatch(letter::equals);
        Optional<Term> distance = bases.stream()
                .filter(base ->
                        base instanceof Term.Apply(Operation operation, List<Term> _) && operation == Operation.ABS)
                .findFirst();
        if (distance.isPresent() && checked) {
            return ofDistance(written, (Term.Apply) distance.get());
        }
        Optional<Term> root = bases.stream().filter(base -> isRoot(sum, base)).findFirst();
        if (root.isPresent() && checked) {
            return squared(sum, root.get());
        }
        if (checked && bases.stream().allMatch(base -> isApply(base, Operation.LOG))) {
            return logarithms(sum, bases);
        }
        if (bases.size() == 2) {
            return circular(sum, bases);
        }
        throw new Unsolved();
    }

    private static boolean isApply(Term base, Operation operation) {
        return base instanceof Term.Apply(Operation of, List<Term> _) && of == operation;
    }

    private List<Solution> ofDistance(Term written, Term.Apply distance) {
        Term inside = distance.operands().getFirst();
        List<Solution> found = new ArrayList<>(solver.zeros(put(written, distance, inside)));
        found.addAll(solver.zeros(put(written, distance, Term.negative(inside))));
        return found;
    }

    private static Term put(Term term, Term what, Term instead) {
        return term.equals(what) ? instead : term.map(part -> put(part, what, instead));
    }

    private static boolean isRoot(Polynomial sum, Term base) {
        return EquationSolver.powers(sum, base).keySet().stream()
                        .allMatch(power -> power.times(Rational.TWO).isWhole())
                && EquationSolver.powers(sum, base).keySet().stream().anyMatch(power -> !power.isWhole());
    }

    /** A + B·√g is 0 only where A² is B²·g. */
    private List<Solution> squared(Polynomial sum, Term base) {
        Polynomial plain = Polynomial.ZERO;
        Polynomial rooted = Polynomial.ZERO;
        for (Addend addend : sum.addends()) {
            Rational power = addend.exponent(base);
            if (power.isWhole()) {
                plain = plain.plus(Polynomial.of(addend));
            } else {
                rooted = rooted.plus(Polynomial.of(addend.with(base, power.minus(Rational.HALF))));
            }
        }
        Writing writing = normal.writing();
        return solver.zeros(
                Term.minus(Term.power(writing.sum(plain), 2), Term.product(Term.power(writing.sum(rooted), 2), base)));
    }

    /** A sum of logarithms is the logarithm of a product. */
    private List<Solution> logarithms(Polynomial sum, List<Term> bases) {
        List<Term> above = new ArrayList<>();
        List<Term> below = new ArrayList<>();
        Polynomial rest = sum;
        for (Term base : bases) {
            NavigableMap<Rational, Polynomial> powers = EquationSolver.powers(sum, base);
            Polynomial factor = powers.get(Rational.ONE);
            boolean linear = factor != null
                    && powers.keySet().stream().allMatch(power -> power.isZero() || power.isOne())
                    && factor.isNumber()
                    && factor.single().coefficient().isWhole();
            if (!linear || factor == null) {
                throw new Unsolved();
            }
            Rational count = factor.single().coefficient();
            rest = rest.minus(Polynomial.of(Addend.of(base)).scaled(count));
            Term inside = Term.power(((Term.Apply) base).operands().getFirst(), Term.number(count.abs()));
            (count.sign() > 0 ? above : below).add(inside);
        }
        Term right = Term.power(Term.e(), Term.negative(normal.writing().sum(rest)));
        below.addFirst(right);
        return solver.zeros(Term.minus(Term.product(above), Term.product(below)));
    }

    /** Sine and cosine of one angle; or two exponentials that are equal. */
    private List<Solution> circular(Polynomial sum, List<Term> bases) {
        Optional<Term> sine =
                bases.stream().filter(base -> isApply(base, Operation.SIN)).findFirst();
        Optional<Term> cosine =
                bases.stream().filter(base -> isApply(base, Operation.COS)).findFirst();
        if (sine.isEmpty() || cosine.isEmpty()) {
            return exponentials(sum);
        }
        Term angle = ((Term.Apply) sine.get()).operands().getFirst();
        if (!((Term.Apply) cosine.get()).operands().getFirst().equals(angle)) {
            throw new Unsolved();
        }
        for (List<Term> pair : List.of(List.of(sine.get(), cosine.get()), List.of(cosine.get(), sine.get()))) {
            Term even = pair.getFirst();
            if (EquationSolver.powers(sum, even).keySet().stream().allMatch(Rational::isEven)) {
                Polynomial square = Polynomial.ONE.minus(Polynomial.of(Addend.of(pair.getLast(), Rational.TWO)));
                return solver.zeros(opened(sum, even, square));
            }
        }
        boolean homogeneous = sum.count() == 2
                && sum.addends().stream()
                        .allMatch(addend -> addend.exponent(sine.get())
                                .plus(addend.exponent(cosine.get()))
                                .isOne());
        if (!homogeneous) {
            throw new Unsolved();
        }
        Polynomial ofSine = EquationSolver.powers(sum, sine.get()).getOrDefault(Rational.ONE, Polynomial.ZERO);
        Polynomial ofCosine = EquationSolver.powers(sum, cosine.get()).getOrDefault(Rational.ONE, Polynomial.ZERO);
        Term tangent = Term.negative(
                Term.quotient(normal.writing().sum(ofCosine), normal.writing().sum(ofSine)));
        return solver.undone(Term.apply(Operation.TAN, angle), Solution.of(solver.simple(tangent)));
    }

    /** The sum with 1 - c² for each s². */
    private static Polynomial opened(Polynomial sum, Term even, Polynomial square) {
        Polynomial opened = Polynomial.ZERO;
        for (Addend addend : sum.addends()) {
            Rational times = addend.exponent(even).over(Rational.TWO);
            Polynomial part = Polynomial.of(addend.with(even, Rational.ZERO));
            for (int i = 0; i < times.above().intValueExact(); i++) {
                part = part.times(square);
            }
            opened = opened.plus(part);
        }
        return opened;
    }

    /** a·p^u = b·q^v, whose logarithms are equal too. */
    private List<Solution> exponentials(Polynomial sum) {
        if (sum.count() != 2) {
            throw new Unsolved();
        }
        Addend first = sum.addends().getFirst();
        Addend second = sum.addends().getLast();
        if (first.coefficient().sign() == second.coefficient().sign()) {
            throw new Unsolved();
        }
        return solver.zeros(Term.minus(logarithm(first), logarithm(second)));
    }

    private Term logarithm(Addend addend) {
        List<Term> terms = new ArrayList<>();
        terms.add(Term.apply(Operation.LOG, Term.number(addend.coefficient().abs())));
        for (Map.Entry<Term, Rational> factor : addend.powers().entrySet()) {
            boolean exponential =
                    factor.getKey() instanceof Term.Power(Term under, Term _) && !Letters.contains(under, letter);
            if (!exponential || !(factor.getKey() instanceof Term.Power(Term under, Term exponent))) {
                throw new Unsolved();
            }
            terms.add(Term.product(Term.number(factor.getValue()), exponent, Term.apply(Operation.LOG, under)));
        }
        return Term.sum(terms);
    }
}
