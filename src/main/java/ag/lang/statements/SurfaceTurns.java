package ag.lang.statements;

import ag.lang.algebra.Derivation;
import ag.lang.algebra.EquationSolver;
import ag.lang.algebra.Letters;
import ag.lang.algebra.PointEvaluation;
import ag.lang.algebra.Simplifier;
import ag.lang.algebra.Solution;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds where a function of several letters is flat, and judges each place by the Hessian matrix. In a box its sides, edges and corners
 * are looked at too, where the largest and the smallest value are asked for.
 */
final class SurfaceTurns {
    private static final double REACH = 10;
    private static final int STARTS = 100;
    private static final int SAMPLES = 2000;
    private static final double SMALL = 1e-9;

    private final Frame frame;
    private final Mapping of;
    private final Mapping.Seen seen;
    private final List<Ends.Range> box;
    private final boolean extrema;
    private final Span span;
    private final Term term;
    private final List<Term> gradient;
    private final Term[][] hessian;
    private final Set<Term> rounded = new HashSet<>();

    SurfaceTurns(Frame frame, Mapping of, Mapping.Seen seen, List<Ends.Range> box, boolean extrema, Span span) {
        this.frame = frame;
        this.of = of;
        this.seen = seen;
        this.box = box;
        this.extrema = extrema;
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
        boolean whole = extrema && !box.isEmpty();
        BoxOfLetters sides = new BoxOfLetters(seen.letters(), box);
        if (exact.isPresent()) {
            List<Map<Term.Letter, Term>> inside = exact.get().values().stream()
                    .filter(values -> sides.contains(values, whole))
                    .toList();
            inside.forEach(values -> rows.add(row(values, true)));
            boolean free = inside.stream()
                    .anyMatch(values -> values.size() < seen.letters().size());
            if (free) {
                remarks.add("for every value of a letter that is not named");
            }
        } else {
            byNumbers(term, seen.letters(), box).stream()
                    .filter(values -> sides.contains(values, whole))
                    .forEach(values -> rows.add(row(values, false)));
            remarks.add("searched by Newton's method from " + 2 * STARTS + " places in "
                    + (box.isEmpty() ? "-10..10" : "the box") + "; there may be others");
        }
        if (whole) {
            return highest(sides, rows, remarks);
        }
        if (rows.isEmpty()) {
            remarks.addFirst("no place was found where it is flat");
        }
        return new SolutionResult.Turns("critical", of.textOf(), rows, remarks, span);
    }

    /** With the sides, edges and corners of the box, and which value is largest and which smallest. */
    private Result highest(BoxOfLetters sides, List<SolutionResult.TurnRow> inside, List<String> remarks) {
        List<SolutionResult.TurnRow> rows = new ArrayList<>(inside);
        for (BoxOfLetters.Side side : sides.sides()) {
            Term formula = Simplifier.simplify(Letters.replaced(term, side.fixed()));
            String what = side.free().isEmpty() ? "corner" : side.free().size() == 1 ? "edge" : "side";
            for (Map<Term.Letter, Term> values : flat(formula, side, remarks)) {
                Map<Term.Letter, Term> place = new HashMap<>(side.fixed());
                place.putAll(values);
                boolean exact = values.values().stream().noneMatch(rounded::contains);
                rows.add(new SolutionResult.TurnRow(written(place, exact), height(place, exact), what, ""));
            }
        }
        double[] heights = rows.stream()
                .mapToDouble(row ->
                        row.value().value() == null ? Double.NaN : row.value().value())
                .toArray();
        double least = Arrays.stream(heights).min().orElse(Double.NaN);
        double most = Arrays.stream(heights).max().orElse(Double.NaN);
        double near = 1e-12 * Math.max(1, Math.max(Math.abs(least), Math.abs(most)));
        Optional<String> other = Arrays.stream(heights).allMatch(Double::isFinite)
                ? elsewhere(sides, least, most)
                : Optional.of(
                        "it has no finite value at one of these places, so it may be largest or smallest anywhere");
        other.ifPresent(remarks::add);
        if (other.isEmpty()) {
            for (int i = 0; i < heights.length; i++) {
                SolutionResult.TurnRow row = rows.get(i);
                String what = row.what()
                        + (heights[i] <= least + near ? ", smallest" : "")
                        + (heights[i] >= most - near ? ", largest" : "");
                rows.set(i, new SolutionResult.TurnRow(row.place(), row.value(), what, row.test()));
            }
        }
        return new SolutionResult.Turns("extrema", of.textOf(), rows, remarks, span);
    }

    /** Looks at many places of the box: where one is beyond what was found, that is not all there is. */
    private Optional<String> elsewhere(BoxOfLetters sides, double least, double most) {
        double slack = 1e-9 * Math.max(1, most - least);
        for (int i = 0; i < SAMPLES; i++) {
            pause();
            Map<Term.Letter, Double> place = sides.place(i);
            double there = PointEvaluation.of(term, place);
            // Written so that nan counts as beyond.
            if (!(least - slack <= there && there <= most + slack)) {
                return Optional.of("this is not all: at "
                        + seen.letters().stream()
                                .map(letter ->
                                        letter.name() + " ≈ " + Solving.number(place.getOrDefault(letter, Double.NaN)))
                                .collect(java.util.stream.Collectors.joining(", "))
                        + (Double.isFinite(there) ? " the value is " + Solving.number(there) : " it has no value"));
            }
        }
        return Optional.empty();
    }

    /** Where the function is flat along a side, strictly inside of it. */
    private List<Map<Term.Letter, Term>> flat(Term formula, BoxOfLetters.Side side, List<String> remarks) {
        List<Term.Letter> free = side.free();
        if (free.isEmpty()) {
            return List.of(Map.of());
        }
        BoxOfLetters inner = new BoxOfLetters(free, side.ranges());
        if (free.size() == 1) {
            Optional<List<Solution>> solutions =
                    along(formula, free.getFirst(), side.ranges().getFirst());
            if (solutions.isPresent()) {
                return solutions.get().stream()
                        .peek(solution -> {
                            if (!solution.exact()) {
                                rounded.add(solution.value());
                            }
                        })
                        .map(solution -> Map.of(free.getFirst(), solution.value()))
                        .filter(values -> inner.contains(values, true))
                        .toList();
            }
        } else {
            List<Term> slopes =
                    free.stream().map(letter -> derived(formula, letter)).toList();
            Optional<SystemSolver.Answer> exact = SystemSolver.solve(slopes, free, this::pause);
            if (exact.isPresent()) {
                return exact.get().values().stream()
                        .filter(values -> values.size() == free.size() && inner.contains(values, true))
                        .toList();
            }
        }
        String remark = "sides were searched by Newton's method";
        if (!remarks.contains(remark)) {
            remarks.add(remark);
        }
        List<Map<Term.Letter, Term>> found = byNumbers(formula, free, side.ranges()).stream()
                .filter(values -> inner.contains(values, true))
                .toList();
        found.forEach(values -> rounded.addAll(values.values()));
        return found;
    }

    private Optional<List<Solution>> along(Term formula, Term.Letter letter, Ends.Range range) {
        return switch (EquationSolver.solve(derived(formula, letter), Term.ZERO, letter, this::pause)) {
            case EquationSolver.Answer.All(List<Solution> all, List<Term> _) ->
                ExactSolutions.in(range, all, new ArrayList<>());
            // It is the same all along, as at the corners.
            case EquationSolver.Answer.Always _ -> Optional.of(List.of());
            case EquationSolver.Answer.Unknown _ -> Optional.empty();
        };
    }

    private SolutionResult.TurnRow row(Map<Term.Letter, Term> values, boolean exact) {
        List<SolutionResult.Root> place = written(values, exact);
        SolutionResult.Root value = height(values, exact);
        if (values.size() < seen.letters().size()) {
            return new SolutionResult.TurnRow(place, value, "flat", "");
        }
        Verdict verdict = judged(values);
        return new SolutionResult.TurnRow(place, value, verdict.what, verdict.test);
    }

    private List<SolutionResult.Root> written(Map<Term.Letter, Term> values, boolean exact) {
        Set<String> taken = FormulaTexts.taken(frame.machine);
        List<SolutionResult.Root> place = new ArrayList<>();
        for (Term.Letter letter : seen.letters()) {
            Term value = values.get(letter);
            if (value != null) {
                place.add(ExactSolutions.root(taken, letter, value, exact));
            }
        }
        return place;
    }

    private SolutionResult.Root height(Map<Term.Letter, Term> values, boolean exact) {
        Term there = Simplifier.simplify(Letters.replaced(term, values));
        boolean nothing = !exact && Math.abs(PointEvaluation.of(there, Map.of())) < 1e-14;
        return ExactSolutions.root(
                FormulaTexts.taken(frame.machine), Term.letter("f"), nothing ? Term.ZERO : there, exact);
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

    private List<Map<Term.Letter, Term>> byNumbers(Term formula, List<Term.Letter> letters, List<Ends.Range> ranges) {
        int size = letters.size();
        List<Term> slopes =
                letters.stream().map(letter -> derived(formula, letter)).toList();
        Term[][] bends = slopes.stream()
                .map(slope ->
                        letters.stream().map(letter -> derived(slope, letter)).toArray(Term[]::new))
                .toArray(Term[][]::new);
        BoxOfLetters inner = new BoxOfLetters(letters, ranges);
        Newton.Equations equations = x -> {
            pause();
            Map<Term.Letter, Double> at = new HashMap<>();
            for (int i = 0; i < size; i++) {
                at.put(letters.get(i), x[i]);
            }
            double[] values = new double[size];
            double[][] jacobian = new double[size][size];
            for (int i = 0; i < size; i++) {
                values[i] = PointEvaluation.of(slopes.get(i), at);
                for (int j = 0; j < size; j++) {
                    jacobian[i][j] = PointEvaluation.of(bends[i][j], at);
                }
            }
            return new Newton.Values(values, jacobian);
        };
        List<double[]> found = new ArrayList<>();
        for (int i = 0; i < 2 * STARTS; i++) {
            // Half of the places are near 0, where most textbooks' functions turn.
            double reach = i < STARTS ? REACH : REACH / 5;
            double[] start = ranges.isEmpty()
                    ? NumericSolutions.start(i, size, -reach, reach)
                    : letters.stream().mapToDouble(inner.place(i)::get).toArray();
            Newton.Outcome outcome = Newton.solve(equations, start);
            boolean inside = !ranges.isEmpty() || Arrays.stream(outcome.x()).allMatch(x -> Math.abs(x) <= REACH);
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
                place.put(letters.get(i), Mapping.number(x[i]));
            }
            places.add(place);
        }
        return places;
    }
}
