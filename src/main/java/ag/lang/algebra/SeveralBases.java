package ag.lang.algebra;

import ag.engine.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/** Equations in which the letter stands in several expressions at once, such as √(x + 1) = x - 1 or ln x + ln(x - 1) = ln 6. */
final class SeveralBases {
    /** Logarithms, and the numbers whose powers they undo. */
    private static final Map<Operation, Term> LOGARITHMS =
            Map.of(Operation.LOG, Term.e(), Operation.LOG2, Term.number(2), Operation.LOG10, Term.number(10));

    private final EquationSolver solver;
    private final Term.Letter letter;
    private final Normal normal;

    SeveralBases(EquationSolver solver, Term.Letter letter, Normal normal) {
        this.solver = solver;
        this.letter = letter;
        this.normal = normal;
    }

    /** Where the sum is 0; where a side was squared, false solutions may be among them. */
    List<Solution> zeros(Polynomial sum, List<Term> bases) {
        Term written = normal.writing().sum(sum);
        // Steps that can add false solutions are tried only where each solution can be checked by a number.
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
        for (Map.Entry<Operation, Term> logarithm : LOGARITHMS.entrySet()) {
            if (checked && bases.stream().allMatch(base -> isApply(base, logarithm.getKey()))) {
                return logarithms(sum, bases, logarithm.getValue());
            }
        }
        Optional<Term> other = SameBase.of(written, bases, normal);
        if (other.isPresent()) {
            return solver.zeros(other.get());
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
    private List<Solution> logarithms(Polynomial sum, List<Term> bases, Term under) {
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
        Term right = Term.power(under, Term.negative(normal.writing().sum(rest)));
        below.addFirst(right);
        return solver.zeros(Term.minus(Term.product(above), Term.product(below)));
    }

    /** a·sin(u) + b·cos(u) is r·sin(u + φ) with r² = a² + b² and tan(φ) = b/a. */
    private Term wave(Polynomial sum, Term sine, Term cosine, Term angle) {
        NavigableMap<Rational, Polynomial> sines = EquationSolver.powers(sum, sine);
        Polynomial a = sines.getOrDefault(Rational.ONE, Polynomial.ZERO);
        NavigableMap<Rational, Polynomial> cosines =
                EquationSolver.powers(sines.getOrDefault(Rational.ZERO, Polynomial.ZERO), cosine);
        Polynomial b = cosines.getOrDefault(Rational.ONE, Polynomial.ZERO);
        boolean linear = sines.size() == 2 && cosines.size() == 2 && cosines.containsKey(Rational.ZERO);
        if (!linear || !isConstant(a) || !isConstant(b)) {
            throw new Unsolved();
        }
        Writing writing = normal.writing();
        boolean turned = Values.of(writing.sum(a)) < 0;
        Rational sign = turned ? Rational.ONE.negated() : Rational.ONE;
        Term first = writing.sum(a.scaled(sign));
        Term second = writing.sum(b.scaled(sign));
        Term rest =
                writing.sum(cosines.getOrDefault(Rational.ZERO, Polynomial.ZERO).scaled(sign));
        Term size = Term.apply(Operation.SQRT, Term.sum(Term.power(first, 2), Term.power(second, 2)));
        Term shift = Inverses.angle(Operation.ATAN, solver.simple(Term.quotient(second, first)));
        return Term.sum(Term.product(size, Term.apply(Operation.SIN, Term.sum(angle, shift))), rest);
    }

    private static boolean isConstant(Polynomial of) {
        return of.bases().stream().allMatch(base -> Letters.in(base).isEmpty());
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
        if (sum.addends().stream()
                .allMatch(addend -> addend.exponent(sine.get()).equals(addend.exponent(cosine.get()))
                        && (addend.exponent(sine.get()).isZero()
                                || addend.exponent(sine.get()).isOne()))) {
            Term doubled = Term.apply(Operation.SIN, Term.product(Term.number(2), angle));
            Polynomial half = Polynomial.of(Addend.of(doubled).scaled(Rational.HALF));
            Polynomial rest = EquationSolver.powers(sum, sine.get()).getOrDefault(Rational.ZERO, Polynomial.ZERO);
            Polynomial product = EquationSolver.powers(
                            EquationSolver.powers(sum, sine.get()).getOrDefault(Rational.ONE, Polynomial.ZERO),
                            cosine.get())
                    .getOrDefault(Rational.ONE, Polynomial.ZERO);
            return solver.zeros(normal.writing().sum(product.times(half).plus(rest)));
        }
        if (!homogeneous) {
            return solver.zeros(wave(sum, sine.get(), cosine.get(), angle));
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
