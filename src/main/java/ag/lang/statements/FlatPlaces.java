package ag.lang.statements;

import ag.lang.algebra.Derivation;
import ag.lang.algebra.EquationSolver;
import ag.lang.algebra.Letters;
import ag.lang.algebra.PointEvaluation;
import ag.lang.algebra.Simplifier;
import ag.lang.algebra.Solution;
import ag.lang.algebra.Term;
import ag.lang.algebra.TextWriter;
import ag.numeric.RootSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a curve is flat: by algebra where its derivative has a formula that can be solved, else by numbers.
 *
 * @param term the formula of the curve; empty where it has none in its letter alone
 * @param given the range that was asked for; null for all places
 */
record FlatPlaces(SearchedCurve curve, Optional<Term> term, Ends.@Nullable Range given, Runnable pause) {
    /** What was found. */
    record Found(List<Turn> turns, boolean everywhere, List<String> remarks) {}

    Found found() {
        if (term.isPresent()) {
            Term slope = Derivation.of(term.get(), curve.seen().letter(), false, pause)
                    .formula();
            switch (EquationSolver.solve(slope, Term.ZERO, curve.seen().letter(), pause)) {
                case EquationSolver.Answer.All(List<Solution> all, List<Term> _) -> {
                    Optional<List<Solution>> inside =
                            given == null ? Optional.of(all) : ExactSolutions.in(given, all, new ArrayList<>());
                    if (inside.isPresent()) {
                        return new Found(
                                inside.get().stream().map(this::turn).toList(), false, everyWhole(inside.get()));
                    }
                }
                case EquationSolver.Answer.Always _ -> {
                    return new Found(List.of(), true, List.of());
                }
                case EquationSolver.Answer.Unknown _ -> {}
            }
        }
        RootSearch.Outcome outcome = curve.slopeRoots();
        return new Found(
                outcome.roots().stream()
                        .map(root -> turn(new Solution(Mapping.number(root.x()), false, null)))
                        .toList(),
                outcome.everywhere(),
                List.of("searched by numbers in " + curve.range().text() + " only"));
    }

    /** What turns at a place at which the slope is 0, or changes its sign. */
    Turn turn(Solution at) {
        if (at.number().isPresent() && curve.isCorner(at.number().get())) {
            return curve.sharpTurn(at, at.number().get());
        }
        if (term.isPresent() && at.exact()) {
            Optional<Turn> exact = byDerivatives(term.get(), at);
            if (exact.isPresent()) {
                return exact.get();
            }
        }
        double x = at.number().orElse(Double.NaN);
        double second = curve.second(x);
        String test = "f″ ≈ " + Solving.number(second);
        return new Turn(at, curve.bySides(x), test);
    }

    /** By the first derivative that is not 0: of even order it is a minimum or a maximum, of odd order the curve goes on. */
    private Optional<Turn> byDerivatives(Term of, Solution at) {
        Term derivative = Derivation.of(of, curve.seen().letter(), false, pause).formula();
        String mark = "f";
        Term.Letter whole = at.whole();
        Map<Term.Letter, Term> first = whole == null ? Map.of() : Map.of(whole, Term.ZERO);
        Map<Term.Letter, Term> second = whole == null ? Map.of() : Map.of(whole, Term.ONE);
        for (int order = 2; order <= 6; order++) {
            derivative = Derivation.of(derivative, curve.seen().letter(), false, pause)
                    .formula();
            Term there = Letters.replaced(derivative, Map.of(curve.seen().letter(), at.value()));
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
                // As for cos(n·π): which it is depends on n.
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

    private static List<String> everyWhole(List<Solution> solutions) {
        return solutions.stream()
                .map(Solution::whole)
                .filter(Objects::nonNull)
                .limit(1)
                .map(whole -> "for every whole number " + TextWriter.text(whole))
                .toList();
    }
}
