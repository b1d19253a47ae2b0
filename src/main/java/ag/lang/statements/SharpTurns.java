package ag.lang.statements;

import ag.lang.algebra.Derivation;
import ag.lang.algebra.Letters;
import ag.lang.algebra.PointEvaluation;
import ag.lang.algebra.Solution;
import ag.lang.algebra.Term;
import ag.numeric.RootSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a curve has no derivative but a value: corners, cusps and vertical tangents. */
record SharpTurns(
        SearchedCurve curve, FlatPlaces flat, Optional<Term> term, Ends.@Nullable Range given, Runnable pause) {
    /** Where the curve has a vertical tangent. */
    List<Turn> steep() {
        List<Solution> all = new ArrayList<>(term.flatMap(of -> SteepPlaces.exact(
                        Derivation.of(of, curve.seen().letter(), false, pause).formula(),
                        curve.seen().letter(),
                        pause))
                .orElse(List.of()));
        List<Solution> known = List.copyOf(all);
        for (double place : curve.seen().numeric().trying(() -> SteepPlaces.searched(curve.slopes(), curve.range()))) {
            double x = curve.snapped(place);
            boolean endless = known.stream().anyMatch(at -> at.whole() != null);
            if (!endless
                    && known.stream().noneMatch(at -> Turn.isNear(at.number().orElse(Double.NaN), x))) {
                all.add(new Solution(Mapping.number(x), x == 0, null));
            }
        }
        List<Solution> inside = given == null
                ? all
                : ExactSolutions.in(given, all, new ArrayList<>()).orElse(List.of());
        List<Turn> turns = new ArrayList<>();
        for (Solution at : inside) {
            double x = first(at);
            SharpPlace place = curve.sharp(x);
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

    /** What a search by numbers finds beside the places that algebra has: corners, and places where a formula has no value. */
    List<Turn> others(List<Turn> turns) {
        List<Turn> corners = new ArrayList<>();
        RootSearch.Outcome outcome = curve.slopeRoots();
        boolean endless = turns.stream().anyMatch(turn -> turn.at().whole() != null);
        for (RootSearch.Root root : outcome.roots()) {
            double x = curve.snapped(root.x());
            boolean known = turns.stream().anyMatch(turn -> turn.isNear(x));
            if (!endless && !known) {
                corners.add(flat.turn(new Solution(Mapping.number(x), x == 0, null)));
            }
        }
        for (double x : outcome.leaps()) {
            double snapped = curve.snapped(x);
            boolean known = corners.stream().anyMatch(turn -> turn.isNear(snapped));
            if (!known && curve.isContinuous(snapped)) {
                corners.add(curve.sharpTurn(new Solution(Mapping.number(snapped), snapped == 0, null), snapped));
            }
        }
        return corners;
    }
}
