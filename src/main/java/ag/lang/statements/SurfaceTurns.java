package ag.lang.statements;

import ag.lang.algebra.Derivation;
import ag.lang.algebra.Letters;
import ag.lang.algebra.PointEvaluation;
import ag.lang.algebra.Simplifier;
import ag.lang.algebra.SystemSolver;
import ag.lang.algebra.Term;
import ag.lang.algebra.TextWriter;
import ag.lang.interpreter.Frame;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.numeric.Newton;
import ag.result.Result;
import ag.result.SolutionResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds where a function of several letters is flat, and judges each place by the Hessian matrix. */
final class SurfaceTurns {
    private static final double REACH = 10;
    private static final int STARTS = 100;
    private static final double SMALL = 1e-9;

    private final Frame frame;
    private final Mapping of;
    private final Mapping.Seen seen;
    private final Span span;
    private final Term term;
    private final List<Term> gradient;
    private final Term[][] hessian;

    SurfaceTurns(Frame frame, Mapping of, Mapping.Seen seen, Span span) {
        this.frame = frame;
        this.of = of;
        this.seen = seen;
        this.span = span;
        this.term = seen.term()
                .filter(formula -> seen.letters().containsAll(Letters.in(formula)))
                .orElseThrow(() -> new AgException(
                        ErrorCode.NO_FORMULA,
                        "'" + of.textOf() + "' is not made of one formula in its letters alone",
                        span,
                        "of several letters only a formula is looked at; minimize finds a minimum of any function"));
        this.gradient =
                seen.letters().stream().map(letter -> derived(term, letter)).toList();
        this.hessian = gradient.stream()
                .map(slope -> seen.letters().stream()
                        .map(letter -> derived(slope, letter))
                        .toArray(Term[]::new))
                .toArray(Term[][]::new);
    }

    private Term derived(Term formula, Term.Letter letter) {
        return Derivation.of(formula, letter, false, this::pause).formula();
    }

    private void pause() {
        frame.machine.workspace.checkStop(span);
    }

    Result found() {
        Optional<SystemSolver.Answer> exact = SystemSolver.solve(gradient, seen.letters(), this::pause);
        List<SolutionResult.TurnRow> rows = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        if (exact.isPresent()) {
            exact.get().values().forEach(values -> rows.add(row(values, true)));
            boolean free = exact.get().values().stream()
                    .anyMatch(values -> values.size() < seen.letters().size());
            if (free) {
                remarks.add("for every value of a letter that is not named");
            }
        } else {
            byNumbers().forEach(values -> rows.add(row(values, false)));
            remarks.add("searched by Newton's method from " + 2 * STARTS + " places in -10..10; there may be others");
        }
        if (rows.isEmpty()) {
            remarks.addFirst("no place was found where it is flat");
        }
        return new SolutionResult.Turns("critical", of.textOf(), rows, remarks, span);
    }

    private SolutionResult.TurnRow row(Map<Term.Letter, Term> values, boolean exact) {
        Set<String> taken = FormulaTexts.taken(frame.machine);
        List<SolutionResult.Root> place = new ArrayList<>();
        for (Term.Letter letter : seen.letters()) {
            Term value = values.get(letter);
            if (value != null) {
                place.add(ExactSolutions.root(taken, letter, value, exact));
            }
        }
        Term there = Simplifier.simplify(Letters.replaced(term, values));
        boolean nothing = !exact && Math.abs(PointEvaluation.of(there, Map.of())) < 1e-14;
        Term height = nothing ? Term.ZERO : there;
        SolutionResult.Root value = ExactSolutions.root(taken, Term.letter("f"), height, exact);
        if (values.size() < seen.letters().size()) {
            return new SolutionResult.TurnRow(place, value, "flat", "");
        }
        Verdict verdict = judged(values);
        return new SolutionResult.TurnRow(place, value, verdict.what, verdict.test);
    }

    private record Verdict(String what, String test) {}

    /** By Sylvester's criterion: the signs of the determinants from the upper left. */
    private Verdict judged(Map<Term.Letter, Term> values) {
        int size = hessian.length;
        Map<Term.Letter, Double> numbers = new HashMap<>();
        values.forEach((letter, value) -> numbers.put(letter, PointEvaluation.of(value, Map.of())));
        double[][] matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                matrix[i][j] = PointEvaluation.of(hessian[i][j], numbers);
            }
        }
        double[] minors = new double[size];
        Arrays.setAll(minors, k -> determinant(matrix, k + 1));
        boolean positive = Arrays.stream(minors).allMatch(minor -> minor > SMALL);
        boolean negative = true;
        for (int k = 0; k < size; k++) {
            negative &= k % 2 == 0 ? minors[k] < -SMALL : minors[k] > SMALL;
        }
        double whole = minors[size - 1];
        String test = "det H = " + number(whole, SMALL) + (Math.abs(whole) <= SMALL ? "" : whole > 0 ? " > 0" : " < 0");
        if (positive || negative) {
            String letter = TextWriter.text(seen.letter());
            return new Verdict(
                    positive ? "minimum" : "maximum",
                    test + ", ∂²f/∂" + letter + "² = " + number(minors[0], SMALL) + (positive ? " > 0" : " < 0"));
        }
        return new Verdict(Math.abs(whole) > SMALL ? "saddle" : "undecided", test);
    }

    private static String number(double x, double small) {
        return Math.abs(x) <= small ? "0" : Solving.number(x);
    }

    private static double determinant(double[][] matrix, int size) {
        double[][] a = new double[size][];
        for (int i = 0; i < size; i++) {
            a[i] = Arrays.copyOf(matrix[i], size);
        }
        double product = 1;
        for (int k = 0; k < size; k++) {
            int pivot = k;
            for (int i = k + 1; i < size; i++) {
                pivot = Math.abs(a[i][k]) > Math.abs(a[pivot][k]) ? i : pivot;
            }
            if (a[pivot][k] == 0) {
                return 0;
            }
            if (pivot != k) {
                double[] row = a[k];
                a[k] = a[pivot];
                a[pivot] = row;
                product = -product;
            }
            product *= a[k][k];
            for (int i = k + 1; i < size; i++) {
                double factor = a[i][k] / a[k][k];
                for (int j = k; j < size; j++) {
                    a[i][j] -= factor * a[k][j];
                }
            }
        }
        return product;
    }

    private List<Map<Term.Letter, Term>> byNumbers() {
        int size = seen.letters().size();
        Newton.Equations equations = x -> {
            pause();
            Map<Term.Letter, Double> at = new HashMap<>();
            for (int i = 0; i < size; i++) {
                at.put(seen.letters().get(i), x[i]);
            }
            double[] values = new double[size];
            double[][] jacobian = new double[size][size];
            for (int i = 0; i < size; i++) {
                values[i] = PointEvaluation.of(gradient.get(i), at);
                for (int j = 0; j < size; j++) {
                    jacobian[i][j] = PointEvaluation.of(hessian[i][j], at);
                }
            }
            return new Newton.Values(values, jacobian);
        };
        List<double[]> found = new ArrayList<>();
        for (int i = 0; i < 2 * STARTS; i++) {
            // Half of the places are near 0, where most textbooks' functions turn.
            double reach = i < STARTS ? REACH : REACH / 5;
            Newton.Outcome outcome = Newton.solve(equations, NumericSolutions.start(i, size, -reach, reach));
            boolean inside = Arrays.stream(outcome.x()).allMatch(x -> Math.abs(x) <= REACH);
            if (outcome.converged()
                    && inside
                    && found.stream().noneMatch(other -> NumericSolutions.isSame(other, outcome.x()))) {
                found.add(outcome.x());
            }
        }
        found.sort(Arrays::compare);
        List<Map<Term.Letter, Term>> places = new ArrayList<>();
        for (double[] x : found) {
            Map<Term.Letter, Term> place = new HashMap<>();
            for (int i = 0; i < size; i++) {
                place.put(seen.letters().get(i), Mapping.number(x[i]));
            }
            places.add(place);
        }
        return places;
    }
}
