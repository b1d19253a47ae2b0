package ag.lang.statements;

import ag.lang.algebra.Solution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Joins places that are flat all the way from one to the next into stretches. */
record FlatStretches(SearchedCurve curve) {
    /** The least number of flat places in a row that make a stretch. */
    private static final int FLAT_PLACES = 3;

    /** How far beyond the last place the end of a stretch is looked for, as a share of the range. */
    private static final double STRETCH = 1.0 / 256;

    /** Joins places into stretches, which have corners at their ends; gives what is to be said of the stretches. */
    List<String> join(List<Turn> turns) {
        List<String> remarks = new ArrayList<>();
        for (int from = 0; from < turns.size(); from++) {
            int to = from;
            while (to + 1 < turns.size()
                    && isLevel(turns.get(to).x(), turns.get(to + 1).x())) {
                to++;
            }
            if (to - from < FLAT_PLACES) {
                continue;
            }
            double low = edge(turns.get(from).x(), curve.range().low());
            double high = edge(turns.get(to).x(), curve.range().high());
            turns.subList(from, to + 1).clear();
            remarks.add("it is flat from " + curve.seen().letter().name() + " ≈ " + Solving.number(low) + " to "
                    + Solving.number(high));
            for (double x : new double[] {low, high}) {
                boolean known = turns.stream().anyMatch(turn -> turn.isNear(x));
                if (!known && x > curve.range().low() && x < curve.range().high() && curve.isCorner(x)) {
                    turns.add(new Turn(
                            new Solution(Mapping.number(curve.snapped(x)), false, null),
                            "flat on one side",
                            "a corner: no derivative"));
                }
            }
            turns.sort(Comparator.comparingDouble(Turn::x));
        }
        return remarks;
    }

    private boolean isLevel(double a, double b) {
        Unknowns f = curve.seen().numeric();
        return f.trying(() -> f.slope(a + (b - a) / 3) == 0 && f.slope(b - (b - a) / 3) == 0);
    }

    /** How far the slope stays 0 from a place towards an end of the range. */
    private double edge(double flat, double end) {
        Unknowns f = curve.seen().numeric();
        return f.trying(() -> {
            double inside = flat;
            double outside = Math.abs(end - flat)
                            < STRETCH * (curve.range().high() - curve.range().low())
                    ? end
                    : flat
                            + Math.copySign(
                                    STRETCH
                                            * (curve.range().high()
                                                    - curve.range().low()),
                                    end - flat);
            if (f.slope(outside) == 0) {
                return outside;
            }
            for (int i = 0; i < 100 && inside != outside; i++) {
                double middle = inside + (outside - inside) / 2;
                if (f.slope(middle) == 0) {
                    inside = middle;
                } else {
                    outside = middle;
                }
            }
            return inside;
        });
    }
}
