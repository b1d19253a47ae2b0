package ag.numeric;

import java.util.ArrayList;
import java.util.List;

/**
 * Looks for all roots in a range: at equally spaced places for a change of sign, and between them, by the derivative, for a turn
 * towards 0. A pole and a jump change the sign as well, and are told from a root by the values beside them.
 */
public final class RootSearch {
    private static final int STEPS = 512;

    /** What a turning point may miss 0 by, relative to the curve beside it, to count as a touch. */
    private static final double TOUCH = 1e-11;

    /** How near to each other two touches are one. */
    private static final double TOUCHED = 1e-7;

    private final DifferentiableFunction curve;
    private final double[] places = new double[STEPS + 1];
    private final double[] values = new double[STEPS + 1];
    private final List<Root> roots = new ArrayList<>();
    private final List<Double> leaps = new ArrayList<>();

    private RootSearch(DifferentiableFunction curve) {
        this.curve = curve;
    }

    /**
     * A root.
     *
     * @param touches whether the curve only touches 0 there, as far as its digits tell
     */
    public record Root(double x, boolean touches) {}

    /**
     * What was found.
     *
     * @param everywhere whether the function is 0 wherever it was looked at
     * @param leaps where the sign changes at a jump or a pole
     * @param step the distance between two places: of roots that are nearer together, some may have been missed
     */
    public record Outcome(List<Root> roots, List<Double> leaps, boolean everywhere, double step) {
        public Outcome {
            leaps = List.copyOf(leaps);
            roots = List.copyOf(roots);
        }
    }

    /** Searches from one finite number to a larger one. */
    public static Outcome between(DifferentiableFunction curve, double low, double high) {
        return new RootSearch(curve).search(low, high);
    }

    private Outcome search(double low, double high) {
        boolean everywhere = true;
        for (int i = 0; i <= STEPS; i++) {
            places[i] = i == STEPS ? high : low + (high - low) * i / STEPS;
            values[i] = curve.value(places[i]);
            everywhere &= values[i] == 0;
        }
        if (everywhere) {
            return new Outcome(List.of(), List.of(), true, (high - low) / STEPS);
        }
        for (int i = 0; i <= STEPS; i++) {
            if (values[i] == 0) {
                found(places[i], false);
            }
            if (i < STEPS) {
                cell(places[i], values[i], places[i + 1], values[i + 1]);
            }
        }
        return new Outcome(roots, leaps, false, (high - low) / STEPS);
    }

    private void cell(double a, double atA, double b, double atB) {
        if (Double.isNaN(atA) != Double.isNaN(atB)) {
            edge(a, atA, b, atB);
        } else if (atA != 0 && atB != 0 && !Double.isNaN(atA)) {
            if ((atA > 0) != (atB > 0)) {
                crossing(a, atA, b, atB);
            } else {
                turn(a, atA, b, atB);
            }
        }
    }

    private void crossing(double a, double atA, double b, double atB) {
        Brent.Found found = Brent.find(curve::value, a, atA, b, atB);
        if (found.isRoot(atA, atB)) {
            found(found.root(), false);
        } else if (leaps.stream().noneMatch(leap -> Math.abs(leap - found.root()) <= 8 * Math.ulp(leap))) {
            leaps.add(found.root());
        }
    }

    /** Where the curve turns between two places on one side of 0, it may touch 0 there or cross it twice. */
    private void turn(double a, double atA, double b, double atB) {
        double slopeA = curve.slope(a);
        double slopeB = curve.slope(b);
        boolean towards = atA > 0 ? slopeA < 0 && slopeB > 0 : slopeA > 0 && slopeB < 0;
        if (!towards) {
            return;
        }
        double turn = Brent.find(curve::slope, a, slopeA, b, slopeB).root();
        double value = curve.value(turn);
        double around = Math.max(Math.abs(atA), Math.abs(atB));
        if (value != 0 && (value > 0) != (atA > 0)) {
            crossing(a, atA, turn, value);
            crossing(turn, value, b, atB);
        } else if (Math.abs(value) <= TOUCH * around) {
            found(turn, true);
        }
    }

    /** The function has values on one side only: the root may be at the edge, or between it and the next place. */
    private void edge(double a, double atA, double b, double atB) {
        double inside = Double.isNaN(atA) ? b : a;
        double outside = Double.isNaN(atA) ? a : b;
        double atInside = Double.isNaN(atA) ? atB : atA;
        double edge = inside;
        double atEdge = atInside;
        double beyond = outside;
        while (true) {
            double middle = edge + (beyond - edge) / 2;
            if (middle == edge || middle == beyond) {
                break;
            }
            double value = curve.value(middle);
            if (Double.isNaN(value)) {
                beyond = middle;
            } else {
                edge = middle;
                atEdge = value;
            }
        }
        if (Double.isFinite(atInside) && Math.abs(atEdge) <= 1e-7 * Math.abs(atInside)) {
            found(edge, false);
        } else if (atInside != 0 && atEdge != 0 && (atInside > 0) != (atEdge > 0)) {
            crossing(inside, atInside, edge, atEdge);
        }
    }

    private void found(double x, boolean touches) {
        // Beside a place where it only touches 0 it is 0 but for rounding, too.
        boolean known = roots.stream()
                .anyMatch(root -> Math.abs(root.x - x)
                        <= (touches || root.touches ? TOUCHED * Math.max(1, Math.abs(x)) : 4 * Math.ulp(x)));
        if (!known) {
            roots.add(new Root(x == 0 ? 0 : x, touches));
        }
    }
}
