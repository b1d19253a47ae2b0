package ag.lang.statements;

import ag.lang.algebra.CheckPoints;
import ag.lang.algebra.Derivation;
import ag.lang.algebra.EquationSolver;
import ag.lang.algebra.Letters;
import ag.lang.algebra.PointEvaluation;
import ag.lang.algebra.Simplifier;
import ag.lang.algebra.Solution;
import ag.lang.algebra.Term;
import ag.lang.algebra.TextWriter;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.SolutionStatement;
import ag.lang.values.Datum;
import ag.numeric.DifferentiableFunction;
import ag.numeric.RootSearch;
import ag.result.Result;
import ag.result.SolutionResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@code critical f} and {@code extrema f on 0..5}: where a function is flat or has a corner, each place with the test that tells a
 * minimum from a maximum; extrema looks at the ends of the range too and says where the function is largest and smallest.
 */
public record Turning(boolean extrema, Mapping of, @Nullable Ends ends, List<Bounds> bounds, Span span)
        implements Code {
    private static final double REACH = 10;

    /** So many places that are flat to the next make a stretch. */
    private static final int FLAT_PLACES = 3;

    /** An end of a stretch is looked for so far beyond the last place, as a share of the range. */
    private static final double STRETCH = 1.0 / 256;

    /** So far beside a place its two sides are looked at. */
    private static final double BESIDE = 1e-5;

    static Code compile(SolutionStatement.Turns turns, StatementCompiler compiler, Scope scope) {
        Ends ends = turns.range() == null ? null : Ends.of(turns.range(), compiler, scope);
        List<Bounds> bounds = turns.ranges().stream()
                .map(along -> new Bounds(along.variable(), Ends.of(along.range(), compiler, scope), along.span()))
                .toList();
        return new Turning(turns.extrema(), Mapping.of(turns.of(), compiler, scope), ends, bounds, turns.span());
    }

    /** The range of one letter. */
    record Bounds(String letter, Ends ends, Span span) {}

    /** A place, with what is known of it. */
    private record Turn(Solution at, String what, String test) {
        double x() {
            return at.number().orElse(Double.NaN);
        }
    }

    @Override
    public Datum run(Frame frame) {
        Mapping.Seen seen = of.seen(frame);
        if (seen.letters().size() > 1) {
            if (ends != null) {
                throw new AgException(
                        ErrorCode.BAD_RANGE,
                        "a range is for a function of one letter, and this has several",
                        ends.span(),
                        "write: " + said(seen.letters()));
            }
            frame.machine.workspace.show(new SurfaceTurns(frame, of, seen, box(frame, seen), extrema, span).found());
            return Loops.NOTHING;
        }
        List<Ends.Range> named = box(frame, seen);
        Ends.@Nullable Range range = ends != null ? ends.at(frame) : named.isEmpty() ? null : named.getFirst();
        frame.machine.workspace.show(new Search(frame, seen, range).found());
        return Loops.NOTHING;
    }

    /** A range for each letter, in their order; none where none is said. */
    private List<Ends.Range> box(Frame frame, Mapping.Seen seen) {
        if (bounds.isEmpty()) {
            return List.of();
        }
        List<Ends.Range> box = new ArrayList<>();
        for (Term.Letter letter : seen.letters()) {
            List<Bounds> fitting = bounds.stream()
                    .filter(bound -> bound.letter.equals(letter.name()))
                    .toList();
            if (fitting.size() != 1 || bounds.size() != seen.letters().size()) {
                throw new AgException(
                        ErrorCode.BAD_RANGE,
                        "'" + of.textOf() + "' has the letters "
                                + String.join(
                                        ", ",
                                        seen.letters().stream()
                                                .map(Term.Letter::name)
                                                .toList())
                                + ", and each needs one range",
                        bounds.getFirst().span.to(bounds.getLast().span),
                        "write: " + said(seen.letters()));
            }
            box.add(fitting.getFirst().ends.at(frame));
        }
        return box;
    }

    private String said(List<Term.Letter> letters) {
        return (extrema ? "extrema " : "critical ") + of.textOf() + " on "
                + String.join(
                        ", ",
                        letters.stream()
                                .map(letter -> letter.name() + " in 0..1")
                                .toList());
    }

    /** One search. */
    private final class Search {
        private final Frame frame;
        private final Mapping.Seen seen;
        private final Ends.@Nullable Range given;
        private final Ends.Range range;
        private final List<String> remarks = new ArrayList<>();
        private final Optional<Term> term;
        private boolean everywhere;
        private boolean partial;

        Search(Frame frame, Mapping.Seen seen, Ends.@Nullable Range given) {
            this.frame = frame;
            this.seen = seen;
            this.given = given;
            this.range = given == null ? Ends.Range.of(-REACH, REACH, "-10..10") : given;
            this.term =
                    seen.term().filter(formula -> Letters.in(formula).stream().allMatch(seen.letter()::equals));
        }

        private void pause() {
            frame.machine.workspace.checkStop(span);
        }

        Result found() {
            List<Turn> turns = new ArrayList<>(flat());
            for (Turn steep : steep()) {
                if (turns.stream().noneMatch(turn -> isNear(turn.x(), steep.x()))) {
                    turns.add(steep);
                }
            }
            for (Turn corner : others(turns)) {
                if (turns.stream()
                        .noneMatch(turn -> Math.abs(turn.x() - corner.x()) < 1e-9 * (1 + Math.abs(corner.x())))) {
                    turns.add(corner);
                }
            }
            List<Double> poles = poles();
            turns.sort(Comparator.comparingDouble(Turn::x));
            joinFlat(turns);
            if (extrema && given != null) {
                addEnd(turns, given.from());
                addEnd(turns, given.to());
            }
            turns.sort(Comparator.comparingDouble(Turn::x));
            merge(turns);
            for (double pole : poles) {
                remarks.add("near " + seen.letter().name() + " ≈ " + Solving.number(pole)
                        + " it grows without bound, or has no value");
            }
            if (turns.isEmpty()) {
                remarks.addFirst(everywhere ? "it is flat everywhere" : "no place was found where it turns");
            }
            String word = extrema ? "extrema" : "critical";
            return new SolutionResult.Turns(word, of.textOf(), rows(turns, poles.isEmpty()), remarks, span);
        }

        /** An end of the range at which the function is flat is one place. */
        private static void merge(List<Turn> turns) {
            for (int i = turns.size() - 1; i > 0; i--) {
                Turn a = turns.get(i - 1);
                Turn b = turns.get(i);
                if (Math.abs(a.x() - b.x()) <= 1e-12 * (1 + Math.abs(a.x()))) {
                    boolean first = a.what.equals("end");
                    turns.set(i - 1, new Turn(first ? a.at : b.at, "end", first ? b.test : a.test));
                    turns.remove(i);
                }
            }
        }

        private static Turn end(Term x) {
            return new Turn(new Solution(x, true, null), "end", "");
        }

        private void addEnd(List<Turn> turns, Term x) {
            double place = PointEvaluation.of(x, Map.of());
            if (Double.isNaN(seen.numeric().trying(() -> seen.numeric().value(place)))) {
                remarks.add("at " + seen.letter().name() + " = " + TextWriter.text(x) + " it has no value");
                partial = true;
            } else {
                turns.add(end(x));
            }
        }

        /** Places that are flat all the way to the next are one stretch, which is told, and has corners at its ends. */
        private void joinFlat(List<Turn> turns) {
            for (int from = 0; from < turns.size(); from++) {
                int to = from;
                while (to + 1 < turns.size()
                        && isLevel(turns.get(to).x(), turns.get(to + 1).x())) {
                    to++;
                }
                if (to - from < FLAT_PLACES) {
                    continue;
                }
                double low = edge(turns.get(from).x(), range.low());
                double high = edge(turns.get(to).x(), range.high());
                turns.subList(from, to + 1).clear();
                remarks.add("it is flat from " + seen.letter().name() + " ≈ " + Solving.number(low) + " to "
                        + Solving.number(high));
                for (double x : new double[] {low, high}) {
                    boolean known = turns.stream().anyMatch(turn -> Math.abs(turn.x() - x) <= 1e-6 * (1 + Math.abs(x)));
                    if (!known && x > range.low() && x < range.high() && isCorner(x)) {
                        turns.add(new Turn(
                                new Solution(Mapping.number(snapped(x)), false, null),
                                "flat on one side",
                                "a corner: no derivative"));
                    }
                }
                turns.sort(Comparator.comparingDouble(Turn::x));
            }
        }

        private boolean isLevel(double a, double b) {
            return seen.numeric()
                    .trying(() -> seen.numeric().slope(a + (b - a) / 3) == 0
                            && seen.numeric().slope(b - (b - a) / 3) == 0);
        }

        /** How far the slope stays 0 from a place towards an end of the range. */
        private double edge(double flat, double end) {
            return seen.numeric().trying(() -> {
                double inside = flat;
                double outside = Math.abs(end - flat) < STRETCH * (range.high() - range.low())
                        ? end
                        : flat + Math.copySign(STRETCH * (range.high() - range.low()), end - flat);
                if (seen.numeric().slope(outside) == 0) {
                    return outside;
                }
                for (int i = 0; i < 100 && inside != outside; i++) {
                    double middle = inside + (outside - inside) / 2;
                    if (seen.numeric().slope(middle) == 0) {
                        inside = middle;
                    } else {
                        outside = middle;
                    }
                }
                return inside;
            });
        }

        // ---- where it is flat

        private List<Turn> flat() {
            if (term.isPresent()) {
                Term slope = Derivation.of(term.get(), seen.letter(), false, this::pause)
                        .formula();
                switch (EquationSolver.solve(slope, Term.ZERO, seen.letter(), this::pause)) {
                    case EquationSolver.Answer.All(List<Solution> all, List<Term> _) -> {
                        Optional<List<Solution>> inside =
                                given == null ? Optional.of(all) : ExactSolutions.in(given, all, new ArrayList<>());
                        if (inside.isPresent()) {
                            inside.get().stream()
                                    .filter(solution -> solution.whole() != null)
                                    .findFirst()
                                    .ifPresent(solution -> remarks.add("for every whole number "
                                            + TextWriter.text(
                                                    solution.whole() == null ? Term.ZERO : solution.whole())));
                            return inside.get().stream().map(this::flat).toList();
                        }
                    }
                    case EquationSolver.Answer.Always _ -> {
                        everywhere = true;
                        return List.of();
                    }
                    case EquationSolver.Answer.Unknown _ -> {}
                }
            }
            return seen.numeric().trying(() -> {
                RootSearch.Outcome outcome = RootSearch.between(slopes(), range.low(), range.high());
                everywhere = outcome.everywhere();
                remarks.add("searched by numbers in " + range.text() + " only");
                return outcome.roots().stream()
                        .map(root -> flat(new Solution(Mapping.number(root.x()), false, null)))
                        .toList();
            });
        }

        private DifferentiableFunction slopes() {
            return new DifferentiableFunction() {
                @Override
                public double value(double x) {
                    return seen.numeric().slope(x);
                }

                @Override
                public double slope(double x) {
                    double h = BESIDE * Math.max(1, Math.abs(x));
                    return (value(x + h) - value(x - h)) / (2 * h);
                }
            };
        }

        private Turn flat(Solution at) {
            if (at.number().isPresent() && isCorner(at.number().get())) {
                return sharp(at, at.number().get());
            }
            if (term.isPresent() && at.exact()) {
                Optional<Turn> exact = byDerivatives(term.get(), at);
                if (exact.isPresent()) {
                    return exact.get();
                }
            }
            double x = at.number().orElse(Double.NaN);
            double second = seen.numeric().trying(() -> slopes().slope(x));
            String test = "f″ ≈ " + Solving.number(second);
            return new Turn(at, bySides(x), test);
        }

        /** By the first derivative that is not 0: of even order it is a minimum or a maximum, of odd order the curve goes on. */
        private Optional<Turn> byDerivatives(Term of, Solution at) {
            Term derivative =
                    Derivation.of(of, seen.letter(), false, this::pause).formula();
            String mark = "f";
            Term.Letter whole = at.whole();
            Map<Term.Letter, Term> first = whole == null ? Map.of() : Map.of(whole, Term.ZERO);
            Map<Term.Letter, Term> second = whole == null ? Map.of() : Map.of(whole, Term.ONE);
            for (int order = 2; order <= 6; order++) {
                derivative = Derivation.of(derivative, seen.letter(), false, this::pause)
                        .formula();
                Term there = Letters.replaced(derivative, Map.of(seen.letter(), at.value()));
                Term value = Simplifier.simplify(Letters.replaced(there, first));
                Term other = Simplifier.simplify(Letters.replaced(there, second));
                mark = order == 2 ? "f″" : order == 3 ? "f‴" : "f⁽" + "⁴⁵⁶".charAt(order - 4) + "⁾";
                if (!Letters.in(value).isEmpty() || !Double.isFinite(PointEvaluation.of(value, Map.of()))) {
                    return Optional.empty();
                }
                if (value.is(0) && other.is(0)) {
                    continue;
                }
                double sign = PointEvaluation.of(value, Map.of());
                if (sign * PointEvaluation.of(other, Map.of()) <= 0) {
                    // As for cos(n·π): which it is hangs on n.
                    return Optional.of(new Turn(at, "minimum and maximum by turns", ""));
                }
                if (Math.abs(sign) < 1e-12) {
                    return Optional.empty();
                }
                String test =
                        mark + " = " + TextWriter.text(value) + (order % 2 == 1 ? " ≠ 0" : sign > 0 ? " > 0" : " < 0");
                return Optional.of(new Turn(
                        at,
                        order % 2 == 1 ? "inflection" : sign > 0 ? "minimum" : "maximum",
                        order == 2 ? test : "f″ = 0, " + test));
            }
            return Optional.empty();
        }

        /** Whether the slope does not go to 0 towards the place, whatever it is taken for there. */
        private boolean isCorner(double x) {
            double h = BESIDE * Math.max(1, Math.abs(x));
            return seen.numeric().trying(() -> stays(x, h) || stays(x, -h));
        }

        private boolean stays(double x, double h) {
            double far = Math.abs(seen.numeric().slope(x + h));
            double near = Math.abs(seen.numeric().slope(x + h / 10));
            return far > 1e-9 && near > 0.5 * far;
        }

        private String bySides(double x) {
            double h = BESIDE * Math.max(1, Math.abs(x));
            double left = seen.numeric().trying(() -> seen.numeric().slope(x - h));
            double right = seen.numeric().trying(() -> seen.numeric().slope(x + h));
            return left < 0 && right > 0
                    ? "minimum"
                    : left > 0 && right < 0 ? "maximum" : left * right > 0 ? "inflection" : "flat";
        }

        // ---- corners and poles

        /** What a search by numbers finds beside the places that algebra has: corners, and places where a formula has no value. */
        private List<Turn> others(List<Turn> turns) {
            List<Turn> corners = new ArrayList<>();
            RootSearch.Outcome outcome =
                    seen.numeric().trying(() -> RootSearch.between(slopes(), range.low(), range.high()));
            boolean endless = turns.stream().anyMatch(turn -> turn.at.whole() != null);
            for (RootSearch.Root root : outcome.roots()) {
                double x = snapped(root.x());
                boolean known = turns.stream().anyMatch(turn -> Math.abs(turn.x() - x) <= 1e-6 * (1 + Math.abs(x)));
                if (!endless && !known) {
                    corners.add(flat(new Solution(Mapping.number(x), x == 0, null)));
                }
            }
            for (double x : outcome.leaps()) {
                double snapped = snapped(x);
                double h = BESIDE * Math.max(1, Math.abs(x));
                double[] values = seen.numeric().trying(() -> new double[] {
                    seen.numeric().value(snapped - h),
                    seen.numeric().value(snapped),
                    seen.numeric().value(snapped + h)
                });
                boolean continuous = Math.abs(values[1] - values[0]) + Math.abs(values[2] - values[1])
                        <= 1e-2 * (1 + Math.abs(values[1]));
                boolean known =
                        corners.stream().anyMatch(turn -> Math.abs(turn.x() - snapped) <= 1e-6 * (1 + Math.abs(x)));
                if (continuous && !known && Unknowns.isFinite(values)) {
                    corners.add(sharp(new Solution(Mapping.number(snapped), snapped == 0, null), snapped));
                }
            }
            return corners;
        }

        private Turn sharp(Solution at, double x) {
            return seen.numeric().trying(() -> {
                SharpPlace place = SharpPlace.of(seen.numeric()::value, x);
                return new Turn(at, place.what(), place.test());
            });
        }

        /** Where the curve stands upright, but has a value. */
        private List<Turn> steep() {
            List<Solution> all = new ArrayList<>(term.flatMap(of -> SteepPlaces.exact(
                            Derivation.of(of, seen.letter(), false, this::pause).formula(), seen.letter(), this::pause))
                    .orElse(List.of()));
            List<Solution> known = List.copyOf(all);
            for (double place : seen.numeric().trying(() -> SteepPlaces.searched(slopes(), range))) {
                double x = snapped(place);
                boolean endless = known.stream().anyMatch(at -> at.whole() != null);
                if (!endless
                        && known.stream().noneMatch(at -> isNear(at.number().orElse(Double.NaN), x))) {
                    all.add(new Solution(Mapping.number(x), x == 0, null));
                }
            }
            List<Solution> inside = given == null
                    ? all
                    : ExactSolutions.in(given, all, new ArrayList<>()).orElse(List.of());
            List<Turn> turns = new ArrayList<>();
            for (Solution at : inside) {
                double x = first(at);
                SharpPlace place = seen.numeric().trying(() -> SharpPlace.of(seen.numeric()::value, x));
                if (place.isSteep()) {
                    turns.add(new Turn(at, place.what(), place.test()));
                }
            }
            return turns;
        }

        /** A place as a number, the one for n = 0 where there are more. */
        private static double first(Solution at) {
            Term.Letter whole = at.whole();
            Term value = whole == null ? at.value() : Letters.replaced(at.value(), Map.of(whole, Term.ZERO));
            return Letters.in(value).isEmpty() ? PointEvaluation.of(value, Map.of()) : Double.NaN;
        }

        private static boolean isNear(double a, double b) {
            return Math.abs(a - b) <= 1e-6 * (1 + Math.abs(b));
        }

        /** Where the values leap, or the slopes do and the values are enormous. */
        private List<Double> poles() {
            List<Double> poles = new ArrayList<>();
            Unknowns f = seen.numeric();
            RootSearch.Outcome outcome = f.trying(() -> RootSearch.between(f, range.low(), range.high()));
            RootSearch.Outcome slopes = f.trying(() -> RootSearch.between(slopes(), range.low(), range.high()));
            for (double x : outcome.leaps()) {
                add(poles, x);
            }
            for (double x : slopes.leaps()) {
                double h = BESIDE * Math.max(1, Math.abs(x));
                double beside = f.trying(() -> Math.abs(f.value(x + h)));
                double farther = f.trying(() -> Math.abs(f.value(x + 100 * h)));
                if (!(beside <= 5 * farther + 1)) {
                    add(poles, x);
                }
            }
            return poles;
        }

        private double snapped(double x) {
            return Math.abs(x) < 1e-12 * (range.high() - range.low()) ? 0 : x;
        }

        private void add(List<Double> poles, double leap) {
            double x = snapped(leap);
            if (poles.stream().noneMatch(other -> Math.abs(other - x) < 1e-6 * (1 + Math.abs(x)))) {
                poles.add(x);
            }
        }

        // ---- rows

        private List<SolutionResult.TurnRow> rows(List<Turn> turns, boolean bounded) {
            List<Double> values = turns.stream()
                    .map(turn -> Double.isNaN(turn.x())
                            ? Double.NaN
                            : seen.numeric().trying(() -> seen.numeric().value(turn.x())))
                    .toList();
            boolean whole = extrema
                    && given != null
                    && bounded
                    && !partial
                    && values.stream().allMatch(Double::isFinite);
            double least = values.stream().mapToDouble(value -> value).min().orElse(0);
            double most = values.stream().mapToDouble(value -> value).max().orElse(0);
            double near = 1e-12 * Math.max(1, Math.max(Math.abs(least), Math.abs(most)));
            List<SolutionResult.TurnRow> rows = new ArrayList<>();
            for (int i = 0; i < turns.size(); i++) {
                Turn turn = turns.get(i);
                String what = turn.what;
                if (whole && values.get(i) <= least + near) {
                    what += ", smallest";
                }
                if (whole && values.get(i) >= most - near) {
                    what += ", largest";
                }
                rows.add(new SolutionResult.TurnRow(
                        List.of(written(turn.at)), value(turn, values.get(i)), what, turn.test));
            }
            return rows;
        }

        private SolutionResult.Root written(Solution at) {
            return ExactSolutions.root(FormulaTexts.taken(frame.machine), seen.letter(), at.value(), at.exact());
        }

        /** The values at places without end. */
        private SolutionResult.Root byTurns(Term place, Term.Letter whole) {
            List<String> values = new ArrayList<>();
            for (int count = 0; count < 2; count++) {
                Term at = Letters.replaced(place, Map.of(whole, Term.number(count)));
                Term value = Simplifier.simplify(
                        Letters.replaced(term.orElseThrow(), Map.of(seen.letter(), Simplifier.simplify(at))));
                String text = TextWriter.text(value);
                if (!values.contains(text)) {
                    values.add(text);
                }
            }
            return new SolutionResult.Root(seen.letter().name(), String.join(" and ", values), null, null, true, false);
        }

        private SolutionResult.Root value(Turn turn, double number) {
            Term.Letter whole = turn.at.whole();
            if (term.isPresent() && whole != null) {
                return byTurns(turn.at.value(), whole);
            }
            if (term.isPresent() && turn.at.exact()) {
                Term value = Simplifier.simplify(Letters.replaced(term.get(), Map.of(seen.letter(), turn.at.value())));
                boolean same = !Letters.in(value).isEmpty()
                        || Double.isNaN(number)
                        || CheckPoints.agree(PointEvaluation.of(value, Map.of()), number);
                if (same) {
                    return ExactSolutions.root(FormulaTexts.taken(frame.machine), seen.letter(), value, true);
                }
            }
            return SolutionResult.Root.near(seen.letter().name(), number);
        }
    }
}
