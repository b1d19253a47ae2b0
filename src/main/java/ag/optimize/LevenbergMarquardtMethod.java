package ag.optimize;

import java.util.Arrays;
import java.util.List;

/**
 * The Levenberg-Marquardt method for sums of squares: the step p that makes |r + J·p| smallest in a region of trust |D·p| ≤ radius, where D
 * holds the largest length that each column of J has had (Moré 1978), bent by the second derivative along it (geodesic acceleration).
 *
 * <p>The state holds the radius and D.
 */
final class LevenbergMarquardtMethod {
    private static final Argument RADIUS = Argument.of(
            "radius",
            1,
            ArgumentRange.FROM_ZERO,
            "how long the first step may be, beside where the numbers stand, as D measures it");
    private static final Argument TOLERANCE_GRAD = Argument.of(
            "tolerance_grad", 1e-10, ArgumentRange.FROM_ZERO, "ends where no number of the gradient is larger");

    static final OptimizerRule ROW = new OptimizerRule(
            "levenberg_marquardt",
            "For sums of squares, such as sum((f(x) - y)^2): goes by what is squared and its exact derivatives, and"
                    + " needs very few steps where the sum gets near 0. Only minimize takes it; fit tells how well the"
                    + " parameters are known as well.",
            "p = argmin |r + J·p| with |D·p| ≤ radius, + ½ of the bend -J⁺·r″",
            "Moré 1978; Transtrum and Sethna 2012",
            List.of(RADIUS, TOLERANCE_GRAD),
            Needs.SQUARES,
            TorchForm.NONE,
            LevenbergMarquardtMethod::step);

    private static final double ACCEPTED = 1e-4;
    /** The bend may be as long as this share of the step, times a half. */
    private static final double MOST_BEND = 1.5;

    private LevenbergMarquardtMethod() {}

    private static Progress step(Optimizer rule, Step step, OptimizerState state) {
        double[] x = step.parameters();
        Objective objective = step.objective();
        if (Vectors.largest(step.box().projected(x, step.gradient())) <= rule.number(TOLERANCE_GRAD)) {
            state.count(rule);
            return Progress.SETTLED;
        }
        Objective.Squares near = free(objective.squares(x), step);
        double[] scales = scales(near.jacobian(), state);
        double[] scaled = x.clone();
        Arrays.setAll(scaled, j -> scales[j] * x[j]);
        double size = Vectors.norm(scaled);
        double radius = state.number(0, rule.number(RADIUS) * (size > 0 ? size : 1));
        GaussNewtonRegion region = GaussNewtonRegion.of(near, scales);
        while (radius > Math.ulp(size) && radius > 0) {
            GaussNewtonRegion.Move move = region.within(radius);
            double length = Vectors.norm(move.parts());
            double[] next = x.clone();
            double[] way = region.way(move.parts());
            Vectors.add(next, 1, way);
            double[] bend = region.alike(objective.bend(x, way), move.damping());
            if (Vectors.isFinite(bend) && 2 * Vectors.norm(bend) <= MOST_BEND * length) {
                Vectors.add(next, 0.5, region.way(bend));
            }
            if (!(move.promised() > 0)) {
                break;
            }
            step.box().project(next);
            double value = objective.at(next, new double[x.length]);
            double kept = (step.loss() - value) / move.promised();
            radius = next(radius, length, move, kept, step.loss(), value);
            if (kept > ACCEPTED) {
                System.arraycopy(next, 0, x, 0, x.length);
                state.count(rule);
                state.keep(radius);
                state.remember(List.of(scales));
                return Progress.MOVED;
            }
        }
        state.count(rule);
        return Progress.SETTLED;
    }

    /** What is left to move: a number that a bound holds keeps its place, and the others go along the bound. */
    private static Objective.Squares free(Objective.Squares near, Step step) {
        double[][] jacobian = near.jacobian().clone();
        for (int j = 0; j < jacobian.length; j++) {
            if (step.box().holds(step.parameters(), step.gradient(), j)) {
                jacobian[j] = new double[jacobian[j].length];
            }
        }
        return new Objective.Squares(near.residuals(), jacobian);
    }

    private static double[] scales(double[][] jacobian, OptimizerState state) {
        double[] scales = new double[jacobian.length];
        for (int j = 0; j < scales.length; j++) {
            double length = Vectors.norm(jacobian[j]);
            double before = state.vectors().isEmpty() ? 0 : state.vectors().getFirst()[j];
            scales[j] = Math.max(length, before);
            scales[j] = scales[j] > 0 ? scales[j] : 1;
        }
        return scales;
    }

    /** The radius after a step that kept so much of what it had promised (Moré 1978). */
    private static double next(
            double radius, double length, GaussNewtonRegion.Move move, double kept, double loss, double value) {
        if (kept > 0.25) {
            return kept >= 0.75 ? 2 * length : radius;
        }
        double share = 0.5;
        if (value >= loss) {
            double slope = -(move.promised() - move.damping() * length * length);
            share = 0.5 * slope / (slope + 0.5 * (loss - value));
        }
        // Where the value is no number, or has grown a hundredfold, the region shrinks tenfold.
        boolean wild = !(value < 100 * loss);
        return (wild || !(share > 0.1) ? 0.1 : share) * Math.min(radius, 10 * length);
    }
}
