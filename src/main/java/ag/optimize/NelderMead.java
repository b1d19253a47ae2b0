package ag.optimize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Nelder and Mead's simplex: n + 1 points of which the highest is reflected at the middle of the others, and the simplex stretched where
 * that is good, shrunk where it is not. The coefficients fall with n (Gao and Han 2012), so that it works in more than a few dimensions.
 * Goes by values alone. One step is one new simplex; the parameters are its lowest corner.
 *
 * <p>The state holds the corners, the lowest first, and their values.
 */
final class NelderMead {
    private static final Argument SIZE = Argument.of(
            "size", 0.05, ArgumentRange.FROM_ZERO, "how large the first simplex is, beside the numbers it starts from");
    private static final Argument TOLERANCE = Argument.of(
            "tolerance", 1e-10, ArgumentRange.FROM_ZERO, "ends where the simplex and its values differ by less");

    static final OptimizerRule ROW = new OptimizerRule(
            "nelder_mead",
            "A simplex that tumbles downhill by values alone: for formulas without a gradient, such as those that"
                    + " round, and few numbers. Only minimize takes it.",
            "reflects the highest corner at the middle of the others; stretches, contracts or shrinks by what it finds",
            "Nelder and Mead 1965; coefficients: Gao and Han 2012",
            List.of(SIZE, TOLERANCE),
            Needs.VALUES,
            TorchForm.NONE,
            NelderMead::step);

    /** A zero has no size of its own. */
    private static final double SIZE_OF_ZERO = 0.00025;

    private record Corner(double[] x, double value) {}

    private NelderMead() {}

    private static Progress step(Optimizer rule, Step step, OptimizerState state) {
        int n = step.parameters().length;
        List<Corner> simplex = corners(rule, step, state);
        Corner low = simplex.getFirst();
        Corner high = simplex.getLast();
        boolean settled = simplex.stream().allMatch(corner -> isNear(corner, low, rule.number(TOLERANCE)));
        if (!settled) {
            double[] middle = new double[n];
            simplex.subList(0, n).forEach(corner -> Vectors.add(middle, 1.0 / n, corner.x));
            Corner next = next(step, middle, high, low, simplex.get(n - 1).value);
            if (next.value < high.value) {
                simplex.set(n, next);
            } else {
                double shrink = n == 1 ? 0.5 : 1 - 1.0 / n;
                for (int i = 1; i <= n; i++) {
                    simplex.set(i, towards(step, low.x, simplex.get(i).x, shrink));
                }
            }
        }
        simplex.sort(Comparator.comparingDouble(Corner::value));
        System.arraycopy(simplex.getFirst().x, 0, step.parameters(), 0, n);
        state.count(rule);
        state.remember(simplex.stream().map(Corner::x).toList());
        state.keep(simplex.stream().mapToDouble(Corner::value).toArray());
        return settled ? Progress.SETTLED : Progress.MOVED;
    }

    /** The point in the place of the highest; one that is no lower than it where the simplex must shrink. */
    private static Corner next(Step step, double[] middle, Corner high, Corner low, double secondHighest) {
        int n = middle.length;
        Corner reflected = towards(step, middle, high.x, -1);
        if (reflected.value < low.value) {
            Corner stretched = towards(step, middle, high.x, -(n == 1 ? 2 : 1 + 2.0 / n));
            return stretched.value < reflected.value ? stretched : reflected;
        }
        if (reflected.value < secondHighest) {
            return reflected;
        }
        double contract = n == 1 ? 0.5 : 0.75 - 0.5 / n;
        boolean outside = reflected.value < high.value;
        Corner contracted = towards(step, middle, high.x, outside ? -contract : contract);
        return contracted.value <= Math.min(reflected.value, high.value) ? contracted : new Corner(high.x, Double.NaN);
    }

    /** The point at {@code from + share·(to - from)}, put back into the box; NaN counts as infinitely high. */
    private static Corner towards(Step step, double[] from, double[] to, double share) {
        double[] x = from.clone();
        Vectors.add(x, share, Vectors.difference(to, from));
        return corner(step, x);
    }

    private static Corner corner(Step from, double[] x) {
        from.box().project(x);
        double value = from.objective().value(x);
        return new Corner(x, Double.isNaN(value) ? Double.POSITIVE_INFINITY : value);
    }

    private static boolean isNear(Corner corner, Corner low, double tolerance) {
        return Math.abs(corner.value - low.value) <= tolerance * Math.max(1, Math.abs(low.value))
                && Vectors.largest(Vectors.difference(corner.x, low.x))
                        <= tolerance * Math.max(1, Vectors.largest(low.x));
    }

    private static List<Corner> corners(Optimizer rule, Step step, OptimizerState state) {
        double[] values = state.numbers();
        if (values.length > 0) {
            List<double[]> points = state.vectors();
            return new ArrayList<>(IntStream.range(0, values.length)
                    .mapToObj(i -> new Corner(points.get(i), values[i]))
                    .toList());
        }
        List<Corner> corners = new ArrayList<>();
        corners.add(new Corner(step.parameters().clone(), step.loss()));
        for (int i = 0; i < step.parameters().length; i++) {
            double[] x = Arrays.copyOf(step.parameters(), step.parameters().length);
            x[i] = x[i] == 0 ? SIZE_OF_ZERO : x[i] * (1 + rule.number(SIZE));
            corners.add(corner(step, x));
        }
        corners.sort(Comparator.comparingDouble(Corner::value));
        return corners;
    }
}
