package ag.lang.algebra;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Solves several equations by algebra: an unknown that stands in one of them in the first power is put into the others, and powers of
 * an unknown that stand in two are taken off one of them. Systems of linear equations always end this way, with exact fractions.
 */
public final class SystemSolver {
    private static final int DEEPEST = 40;
    private static final BigDecimal NOTHING = new BigDecimal("1e-40");

    private final Runnable pause;
    private final Set<Term> notZero = new LinkedHashSet<>();

    private SystemSolver(Runnable pause) {
        this.pause = pause;
    }

    /**
     * All solutions.
     *
     * @param values for each unknown what it is worth; one that is missing there may be anything
     * @param notZero what must not be 0 for this
     */
    public record Answer(List<Map<Term.Letter, Term>> values, List<Term> notZero) {
        public Answer {
            values = List.copyOf(values);
            notZero = List.copyOf(notZero);
        }
    }

    /**
     * Where formulas are all 0; empty where no rule fits.
     *
     * @param pause called now and then; what it throws ends the work
     */
    public static Optional<Answer> solve(List<Term> zeros, List<Term.Letter> unknowns, Runnable pause) {
        try {
            SystemSolver solver = new SystemSolver(pause);
            List<Map<Term.Letter, Term>> found = new ArrayList<>();
            for (Map<Term.Letter, Term> values : solver.solve(zeros, unknowns, 0)) {
                boolean known = found.contains(values);
                if (!known && solver.holds(zeros, values)) {
                    found.add(values);
                }
            }
            found.sort(order(unknowns));
            return Optional.of(new Answer(found, List.copyOf(solver.notZero)));
        } catch (Unsolved _) {
            return Optional.empty();
        }
    }

    private static Comparator<Map<Term.Letter, Term>> order(List<Term.Letter> unknowns) {
        return (a, b) -> {
            for (Term.Letter unknown : unknowns) {
                Term left = a.get(unknown);
                Term right = b.get(unknown);
                if (left == null || right == null || hasLetters(left) || hasLetters(right)) {
                    continue;
                }
                int compared = Double.compare(Values.of(left), Values.of(right));
                if (compared != 0) {
                    return compared;
                }
            }
            return 0;
        };
    }

    private static boolean hasLetters(Term term) {
        return !Letters.in(term).isEmpty();
    }

    private boolean holds(List<Term> zeros, Map<Term.Letter, Term> values) {
        return zeros.stream().allMatch(zero -> {
            Term rest = simple(Letters.replaced(zero, values));
            return !Letters.in(rest).isEmpty() || isZero(rest) || Math.abs(Values.of(rest)) < 1e-9;
        });
    }

    private Term simple(Term term) {
        return Simplifier.simplify(term, pause);
    }

    private static boolean isZero(Term number) {
        return number.is(0)
                || Precise.of(number, Map.of())
                        .filter(value -> value.abs().compareTo(NOTHING) < 0)
                        .isPresent();
    }

    /** An unknown in one equation, with that equation as a polynomial in it. */
    private record Choice(int equation, Term.Letter unknown, NavigableMap<Rational, Polynomial> powers, int rank) {
        boolean isLinear() {
            return powers.lastKey().isOne()
                    && powers.keySet().stream().allMatch(power -> power.isZero() || power.isOne());
        }

        Polynomial leading() {
            return powers.lastEntry().getValue();
        }
    }

    private List<Map<Term.Letter, Term>> solve(List<Term> equations, List<Term.Letter> unknowns, int depth) {
        if (depth > DEEPEST) {
            throw new Unsolved();
        }
        List<Term> open = new ArrayList<>();
        for (Term equation : equations) {
            Term simple = simple(equation);
            if (unknowns.stream().anyMatch(unknown -> Letters.contains(simple, unknown))) {
                open.add(simple);
            } else if (!Letters.in(simple).isEmpty()) {
                throw new Unsolved();
            } else if (!isZero(simple)) {
                return List.of();
            }
        }
        if (open.isEmpty()) {
            return List.of(Map.of());
        }
        for (int i = 0; i < open.size(); i++) {
            List<Term> factors = factors(open.get(i), unknowns);
            if (factors.size() > 1) {
                // A product is 0 where one of its factors is.
                List<Map<Term.Letter, Term>> found = new ArrayList<>();
                for (Term factor : factors) {
                    List<Term> one = new ArrayList<>(open);
                    one.set(i, factor);
                    found.addAll(solve(one, unknowns, depth + 1));
                }
                return found;
            }
        }
        List<Choice> choices = choices(open, unknowns);
        Optional<Choice> best = choices.stream().min(Comparator.comparingInt(Choice::rank));
        if (best.isPresent() && best.get().rank <= 3) {
            return put(best.get(), open, unknowns, depth);
        }
        Optional<List<Term>> reduced = reduced(open, choices);
        if (reduced.isPresent()) {
            return solve(reduced.get(), unknowns, depth + 1);
        }
        return put(best.orElseThrow(Unsolved::new), open, unknowns, depth);
    }

    private List<Term> factors(Term equation, List<Term.Letter> unknowns) {
        Normal normal = Simplifier.normal(equation, pause);
        Fraction fraction = Fraction.of(normal.of(equation), normal);
        List<Term> factors = new ArrayList<>();
        fraction.outside().powers().forEach((base, power) -> {
            if (power.sign() > 0) {
                factors.add(base);
            }
        });
        boolean whole = fraction.inside().addends().stream()
                .allMatch(addend ->
                        addend.powers().values().stream().allMatch(power -> power.isWhole() && power.sign() > 0));
        (whole ? Divisors.factors(fraction.inside()).keySet() : List.of(fraction.inside()))
                .forEach(factor -> factors.add(normal.writing().sum(factor)));
        return factors.stream()
                .filter(factor -> unknowns.stream().anyMatch(unknown -> Letters.contains(factor, unknown)))
                .toList();
    }

    private List<Choice> choices(List<Term> open, List<Term.Letter> unknowns) {
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            Term equation = open.get(i);
            Normal normal = Simplifier.normal(equation, pause);
            Polynomial inside = Fraction.of(normal.of(equation), normal).inside();
            List<Term.Letter> present = unknowns.stream()
                    .filter(unknown -> Letters.contains(equation, unknown))
                    .toList();
            for (Term.Letter unknown : present) {
                boolean polynomial = inside.bases().stream()
                        .allMatch(base -> base.equals(unknown) || !Letters.contains(base, unknown));
                NavigableMap<Rational, Polynomial> powers = EquationSolver.powers(inside, unknown);
                boolean whole = powers.keySet().stream().allMatch(power -> power.isWhole() && power.sign() >= 0);
                if (!polynomial || !whole || powers.lastKey().isZero()) {
                    if (present.size() == 1) {
                        choices.add(new Choice(i, unknown, new TreeMap<>(Map.of(Rational.TWO, Polynomial.ONE)), 1));
                    }
                    continue;
                }
                Choice plain = new Choice(i, unknown, powers, 0);
                boolean free = plain.leading().bases().stream()
                        .noneMatch(base -> unknowns.stream().anyMatch(other -> Letters.contains(base, other)));
                int rank = plain.isLinear() && plain.leading().isNumber()
                        ? 0
                        : present.size() == 1 ? 1 : plain.isLinear() && free ? 2 : plain.isLinear() ? 3 : 4;
                choices.add(new Choice(i, unknown, powers, rank));
            }
        }
        return choices;
    }

    /** Solves one equation for one unknown and goes on with the others. */
    private List<Map<Term.Letter, Term>> put(Choice choice, List<Term> open, List<Term.Letter> unknowns, int depth) {
        Term.Letter unknown = choice.unknown;
        List<Term> others = new ArrayList<>(open);
        Term equation = others.remove(choice.equation);
        if (choice.rank == 4) {
            throw new Unsolved();
        }
        if (choice.rank == 1) {
            return roots(equation, unknown, others, unknowns, depth);
        }
        Writing writing = Simplifier.normal(equation, pause).writing();
        Term leading = writing.sum(choice.leading());
        Term rest = writing.sum(choice.powers.getOrDefault(Rational.ZERO, Polynomial.ZERO));
        List<Map<Term.Letter, Term>> found = new ArrayList<>();
        if (choice.rank == 2) {
            notZero.add(leading);
        }
        if (choice.rank == 3) {
            // Where its factor is 0, the unknown can be anything that the other equations allow.
            List<Term> without = new ArrayList<>(others);
            without.addFirst(leading);
            without.addFirst(rest);
            found.addAll(solve(without, unknowns, depth + 1));
        }
        Term value = simple(Term.quotient(Term.negative(rest), leading));
        found.addAll(with(unknown, value, others, unknowns, depth));
        return found;
    }

    private List<Map<Term.Letter, Term>> roots(
            Term equation, Term.Letter unknown, List<Term> others, List<Term.Letter> unknowns, int depth) {
        if (!(EquationSolver.solve(equation, Term.ZERO, unknown, pause)
                instanceof EquationSolver.Answer.All(List<Solution> solutions, List<Term> divided))) {
            throw new Unsolved();
        }
        notZero.addAll(divided);
        List<Map<Term.Letter, Term>> found = new ArrayList<>();
        for (Solution solution : solutions) {
            if (!solution.exact() || solution.whole() != null) {
                throw new Unsolved();
            }
            found.addAll(with(unknown, solution.value(), others, unknowns, depth));
        }
        return found;
    }

    private List<Map<Term.Letter, Term>> with(
            Term.Letter unknown, Term value, List<Term> others, List<Term.Letter> unknowns, int depth) {
        List<Term> replaced = others.stream()
                .map(other -> Letters.replaced(other, Map.of(unknown, value)))
                .toList();
        List<Term.Letter> left =
                unknowns.stream().filter(other -> !other.equals(unknown)).toList();
        List<Map<Term.Letter, Term>> found = new ArrayList<>();
        for (Map<Term.Letter, Term> values : solve(replaced, left, depth + 1)) {
            Map<Term.Letter, Term> all = new LinkedHashMap<>(values);
            all.put(unknown, simple(Letters.replaced(value, values)));
            found.add(all);
        }
        return found;
    }

    /** The equations with the highest power of an unknown taken off one of two; empty where no two have one with plain numbers. */
    private Optional<List<Term>> reduced(List<Term> open, List<Choice> choices) {
        for (Choice higher : choices) {
            for (Choice lower : choices) {
                boolean pair = higher.equation != lower.equation
                        && higher.unknown.equals(lower.unknown)
                        && higher.rank >= 3
                        && lower.leading().isNumber()
                        && higher.powers.lastKey().compareTo(lower.powers.lastKey()) >= 0;
                if (!pair || lower.rank < 3) {
                    continue;
                }
                Rational up = higher.powers.lastKey().minus(lower.powers.lastKey());
                Term by = Simplifier.normal(open.get(higher.equation), pause)
                        .writing()
                        .sum(higher.leading());
                Term number = Term.number(lower.leading().single().coefficient());
                Term taken = Term.minus(
                        Term.product(open.get(higher.equation), number),
                        Term.product(open.get(lower.equation), by, Term.power(higher.unknown, Term.number(up))));
                Term simple = simple(taken);
                if (simple.size() > open.get(higher.equation).size() + 8) {
                    continue;
                }
                List<Term> reduced = new ArrayList<>(open);
                reduced.set(higher.equation, simple);
                return Optional.of(reduced);
            }
        }
        return Optional.empty();
    }
}
