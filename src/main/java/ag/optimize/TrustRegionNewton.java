package ag.optimize;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Newton's method in a region of trust: the step p that makes g·p + ½ p·H·p smallest among those no longer than the radius, which grows
 * where the function falls as promised and shrinks where it does not (Nocedal and Wright 2006, algorithm 4.1). With up to 100 numbers
 * the step is the exact one; with more it comes from conjugate gradients (algorithm 7.2), which ask for products H·v only. Within
 * bounds the numbers that a bound holds stand still, and a step that leaves the box is put back at its edge.
 *
 * <p>The state holds the radius and, where it is scaled, the scales.
 */
final class TrustRegionNewton {
    private static final Argument RADIUS =
            Argument.of("radius", 1, ArgumentRange.FROM_ZERO, "how long the first step may be");
    private static final Argument TOLERANCE_GRAD = Argument.of(
            "tolerance_grad", 1e-10, ArgumentRange.FROM_ZERO, "ends where no number of the gradient is larger");

    private static final Argument SCALED = Argument.of(
            "scaled",
            0,
            ArgumentRange.TRUTH,
            "whether each number is measured by its own second derivative: for numbers of very different sizes");

    static final OptimizerRule ROW = new OptimizerRule(
            "newton",
            "Newton's method with exact second derivatives, in a region of trust: few steps, each of them dear. Only"
                    + " minimize takes it.",
            "p = argmin g·p + ½ p·H·p with |p| ≤ radius",
            "Nocedal and Wright 2006, algorithm 4.1; exact step: Moré and Sorensen 1983; large: Steihaug 1983",
            List.of(RADIUS, TOLERANCE_GRAD, SCALED),
            Needs.HESSIAN,
            TorchForm.NONE,
            TrustRegionNewton::step);

    private static final double ACCEPTED = 1e-4;

    private TrustRegionNewton() {}

    private static Progress step(Optimizer rule, Step step, OptimizerState state) {
        double[] x = step.parameters();
        double[] gradient = step.gradient();
        Box box = step.box();
        if (Vectors.largest(box.projected(x, gradient)) <= rule.number(TOLERANCE_GRAD)) {
            state.count(rule);
            return Progress.SETTLED;
        }
        Near near = Near.of(step);
        double[] scales = rule.truth(SCALED) ? scales(near, state) : null;
        double radius = state.number(0, first(rule, x, scales));
        QuadraticModel region = near.region(scales);
        double growth = scales == null ? 3 : 2;
        while (radius > Math.ulp(Vectors.largest(x))) {
            QuadraticModel.Move move = region.within(radius);
            double length = Vectors.norm(move.step());
            double[] next = near.moved(move.step(), scales);
            double promised = box.isNone() ? move.promised() : near.promised(next);
            if (!(promised > 0)) {
                if (box.isNone()) {
                    break;
                }
                radius = 0.5 * length;
                continue;
            }
            double fallen = step.loss() - step.objective().at(next, new double[x.length]);
            double kept = fallen / promised;
            if (kept > 0.75 && length > 0.8 * radius) {
                radius = Math.max(radius, growth * length);
            } else if (!(kept >= 0.25)) {
                radius = 0.5 * length;
            }
            if (kept > ACCEPTED) {
                System.arraycopy(next, 0, x, 0, x.length);
                state.count(rule);
                state.keep(radius);
                state.remember(scales == null ? List.of() : List.of(scales));
                return Progress.MOVED;
            }
        }
        state.count(rule);
        return Progress.SETTLED;
    }

    /** The radius of the first step. */
    private static double first(Optimizer rule, double[] x, double @Nullable [] scales) {
        if (scales == null) {
            return rule.number(RADIUS);
        }
        double[] scaled = x.clone();
        Arrays.setAll(scaled, i -> scales[i] * x[i]);
        double size = Vectors.norm(scaled);
        return 0.2 * rule.number(RADIUS) * (size > 0 ? size : 1);
    }

    /** The root of the largest size that each number's own second derivative has had. */
    private static double[] scales(Near near, OptimizerState state) {
        double[] scales = near.curvatures();
        for (int i = 0; i < scales.length; i++) {
            double before = state.vectors().isEmpty() ? 0 : state.vectors().getFirst()[i];
            scales[i] = Math.max(Math.sqrt(Math.abs(scales[i])), before);
            scales[i] = scales[i] > 0 ? scales[i] : 1;
        }
        return scales;
    }
}
