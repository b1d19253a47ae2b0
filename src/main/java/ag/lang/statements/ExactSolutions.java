package ag.lang.statements;

import ag.lang.algebra.EquationSolver;
import ag.lang.algebra.Letters;
import ag.lang.algebra.Numbers;
import ag.lang.algebra.PointEvaluation;
import ag.lang.algebra.Simplifier;
import ag.lang.algebra.Solution;
import ag.lang.algebra.SystemSolver;
import ag.lang.algebra.Term;
import ag.lang.algebra.TextWriter;
import ag.lang.interpreter.Machine;
import ag.lang.source.Span;
import ag.result.SolutionResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes what algebra has found. */
final class ExactSolutions {
    /** Of infinitely many solutions, this many are listed in a range. */
    private static final long MOST_IN_RANGE = 1000;

    private final Set<String> taken;
    private final List<String> equations;
    private final List<Term.Letter> letters;
    private final Span span;

    ExactSolutions(Machine machine, List<String> equations, List<Term.Letter> letters, Span span) {
        this.taken = FormulaTexts.taken(machine);
        this.equations = equations;
        this.letters = letters;
        this.span = span;
    }

    /** Of one equation in one letter; empty where algebra does not tell. */
    Optional<SolutionResult.Solved> of(EquationSolver.Answer answer, Ends.@Nullable Range range) {
        Term.Letter letter = letters.getFirst();
        return switch (answer) {
            case EquationSolver.Answer.Unknown _ -> Optional.empty();
            case EquationSolver.Answer.Always _ ->
                Optional.of(solved(
                        List.of(),
                        List.of("it holds for every " + letter.name() + " for which both sides have a value")));
            case EquationSolver.Answer.All(List<Solution> solutions, List<Term> notZero) -> {
                List<String> remarks = new ArrayList<>(conditions(notZero));
                List<Solution> inside = solutions;
                if (range != null) {
                    Optional<List<Solution>> listed = in(range, solutions, remarks);
                    if (listed.isEmpty()) {
                        yield Optional.empty();
                    }
                    inside = listed.get();
                }
                inside.stream()
                        .filter(solution -> solution.whole() != null)
                        .findFirst()
                        .ifPresent(solution -> remarks.add("for every whole number " + letter(solution)));
                boolean exact = inside.stream().allMatch(Solution::exact);
                if (!exact) {
                    remarks.add("these are all real solutions; as numbers, for no short formula gives them");
                }
                if (inside.isEmpty()) {
                    remarks.addFirst(range == null ? "no real solution" : "no solution in " + range.text());
                }
                yield Optional.of(solved(
                        inside.stream()
                                .map(solution -> List.of(root(letter, solution.value(), solution.exact())))
                                .toList(),
                        remarks));
            }
        };
    }

    private static String letter(Solution solution) {
        Term.Letter whole = solution.whole();
        return whole == null ? "" : whole.name();
    }

    /** Those in the range; empty where the solutions are no numbers. */
    static Optional<List<Solution>> in(Ends.Range range, List<Solution> solutions, List<String> remarks) {
        List<Solution> inside = new ArrayList<>();
        int outside = 0;
        for (Solution solution : solutions) {
            Term.Letter whole = solution.whole();
            if (whole != null) {
                Optional<List<Solution>> turns = turns(range, solution, whole);
                if (turns.isEmpty()) {
                    return Optional.empty();
                }
                inside.addAll(turns.get());
            } else if (solution.number().isEmpty()) {
                return Optional.empty();
            } else if (isIn(range, solution.number().get())) {
                inside.add(solution);
            } else {
                outside++;
            }
        }
        inside.sort(Comparator.comparing(solution -> solution.number().orElse(0.0)));
        if (outside > 0) {
            remarks.add(
                    (outside == 1 ? "1 solution lies" : outside + " solutions lie") + " outside of " + range.text());
        }
        return Optional.of(inside);
    }

    /** The ends of a range such as 0..2π are rounded, and belong to it. */
    private static boolean isIn(Ends.Range range, double x) {
        double slack = 4 * Math.ulp(Math.max(Math.abs(range.low()), Math.abs(range.high())));
        return range.low() - slack <= x && x <= range.high() + slack;
    }

    private static Optional<List<Solution>> turns(Ends.Range range, Solution solution, Term.Letter whole) {
        double first = number(solution, whole, 0);
        double step = number(solution, whole, 1) - first;
        double linear = number(solution, whole, 2) - first;
        if (!Double.isFinite(first) || Math.abs(linear - 2 * step) > 1e-9 * Math.abs(step) || step == 0) {
            return Optional.empty();
        }
        double a = (range.low() - first) / step;
        double b = (range.high() - first) / step;
        long from = (long) Math.floor(Math.min(a, b));
        long to = (long) Math.ceil(Math.max(a, b));
        if (to - from > MOST_IN_RANGE) {
            return Optional.empty();
        }
        List<Solution> found = new ArrayList<>();
        for (long count = from; count <= to; count++) {
            Term value = Simplifier.simplify(Letters.replaced(solution.value(), Map.of(whole, Term.number(count))));
            Solution one = new Solution(value, solution.exact(), null);
            if (isIn(range, one.number().orElse(Double.NaN))) {
                found.add(one);
            }
        }
        return Optional.of(found);
    }

    private static double number(Solution solution, Term.Letter whole, int count) {
        Term value = Letters.replaced(solution.value(), Map.of(whole, Term.number(count)));
        return Letters.in(value).isEmpty() ? PointEvaluation.of(value, Map.of()) : Double.NaN;
    }

    /** Of several equations. */
    SolutionResult.Solved of(SystemSolver.Answer answer) {
        List<String> remarks = new ArrayList<>(conditions(answer.notZero()));
        List<List<SolutionResult.Root>> solutions = new ArrayList<>();
        for (Map<Term.Letter, Term> values : answer.values()) {
            List<SolutionResult.Root> roots = new ArrayList<>();
            for (Term.Letter letter : letters) {
                Term value = values.get(letter);
                if (value != null) {
                    roots.add(root(letter, value, true));
                }
            }
            solutions.add(roots);
            String free = letters.stream()
                    .filter(letter -> !values.containsKey(letter))
                    .map(Term.Letter::name)
                    .collect(Collectors.joining(", "));
            if (!free.isEmpty()) {
                String remark = "for every " + free;
                if (!remarks.contains(remark)) {
                    remarks.add(remark);
                }
            }
        }
        if (solutions.isEmpty()) {
            remarks.addFirst("no real solution");
        }
        return solved(solutions, remarks);
    }

    private List<String> conditions(List<Term> notZero) {
        return notZero.stream()
                .map(Simplifier::simplify)
                .map(term -> term instanceof Term.Negative(Term of) ? of : term)
                .flatMap(term -> term instanceof Term.Product(List<Term> factors) ? factors.stream() : Stream.of(term))
                .filter(factor -> !Letters.in(factor).isEmpty())
                .map(term -> "where " + Simplifier.notZero(term))
                .distinct()
                .toList();
    }

    private SolutionResult.Root root(Term.Letter letter, Term value, boolean exact) {
        return root(taken, letter, value, exact);
    }

    /**
     * What a letter is worth, as it is written.
     *
     * @param taken the names of the language that the program has taken for its own
     */
    static SolutionResult.Root root(Set<String> taken, Term.Letter letter, Term value, boolean exact) {
        boolean number = Letters.in(value).isEmpty();
        Double worth = number ? new Solution(value, exact, null).number().orElse(null) : null;
        boolean plain = Numbers.in(value)
                .filter(rational -> TextWriter.text(value).indexOf('/') < 0)
                .isPresent();
        return new SolutionResult.Root(
                letter.name(), exact ? TextWriter.text(value, taken) : "", value, worth, exact, plain);
    }

    private SolutionResult.Solved solved(List<List<SolutionResult.Root>> solutions, List<String> remarks) {
        return new SolutionResult.Solved(equations, solutions, "algebra", remarks, span);
    }
}
