package ag.optimize;

import java.util.List;

/**
 * Newton's method in a region of trust: the step p that makes g·p + ½ p·H·p smallest among those no longer than the radius, which grows
 * where the function falls as promised and shrinks where it does not (Nocedal and Wright 2006, algorithm 4.1). With up to 100 numbers
 * the step is the exact one; with more it comes from conjugate gradients (algorithm 7.2), which ask for products H·v only.
 *
 * <p>The state holds the radius.
 */
final class Newton {
    private static final Argument RADIUS = Argument.of("radius", 1, Range.FROM_ZERO, "how long the first step may be");
    private static final Argument TOLERANCE_GRAD =
            Argument.of("tolerance_grad", 1e-10, Range.FROM_ZERO, "ends where no number of the gradient is larger");

    static final OptimizerRule ROW = new OptimizerRule(
            "newton",
            "Newton's method with exact second derivatives, in a region of trust: few steps, each of them dear. Only"
                    + " minimize takes it.",
            "p = argmin g·p + ½ p·H·p with |p| ≤ radius",
            "Nocedal and Wright 2006, algorithm 4.1; exact step: Moré and Sorensen 1983; large: Steihaug 1983",
            List.of(RADIUS, TOLERANCE_GRAD),
            Needs.HESSIAN,
            TorchForm.NONE,
            Newton::step);

    private static final int MOST_EXACT = 100;
    private static final double ACCEPTED = 1e-4;

    private Newton() {}

    private static Progress step(Optimizer rule, Step step, OptimizerState state) {
        double[] x = step.parameters();
        double[] gradient = step.gradient();
        Objective objective = step.objective();
        double radius = state.number(0, rule.number(RADIUS));
        if (Vectors.largest(gradient) <= rule.number(TOLERANCE_GRAD)) {
            state.count(rule);
            return Progress.SETTLED;
        }
        TrustRegion region = x.length <= MOST_EXACT
                ? new ExactRegion(objective.hessian(x), gradient)
                : new SteihaugRegion(vector -> objective.hessianTimes(x, vector), gradient);
        while (radius > Math.ulp(Vectors.largest(x))) {
            TrustRegion.Move move = region.within(radius);
            double[] next = x.clone();
            Vectors.add(next, 1, move.step());
            if (!(move.promised() > 0)) {
                break;
            }
            double fallen = step.loss() - objective.at(next, new double[x.length]);
            double kept = fallen / move.promised();
            double length = Vectors.norm(move.step());
            if (kept > 0.75 && length > 0.8 * radius) {
                radius = Math.max(radius, 3 * length);
            } else if (!(kept >= 0.25)) {
                radius = 0.5 * length;
            }
            if (kept > ACCEPTED) {
                System.arraycopy(next, 0, x, 0, x.length);
                state.count(rule);
                state.keep(radius);
                return Progress.MOVED;
            }
        }
        state.count(rule);
        return Progress.SETTLED;
    }
}
