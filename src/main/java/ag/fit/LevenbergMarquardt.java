package ag.fit;

import ag.engine.Elementary;
import ag.fit.Problem.Linearized;
import ag.fit.Problem.Point;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The Levenberg-Marquardt method with Moré's scaling and radius, and with geodesic acceleration after Transtrum and Sethna, Improvements to
 * the Levenberg-Marquardt algorithm (2012): the second derivative along the step, which is exact here, bends the step.
 */
final class LevenbergMarquardt {
    /** The bend may be as long as this share of the step. */
    private static final double MOST_BEND = 0.75;

    /** What share of the residuals may lie in the directions of the parameters at a minimum. */
    private static final double OFFSET = 1e-10;

    /** The same where rounding lets no step lead further down. */
    private static final double ROUGH_OFFSET = 1e-6;

    private static final double MOST_OFFSET = 1e-3;

    /** A parameter is known where the next step would change it by less than this share. */
    private static final double SMALL_CHANGE = 1e-13;

    private static final double ROUGH_CHANGE = 1e-8;

    /** How often a radius is made smaller for one step. */
    private static final int MOST_TRIALS = 100;

    private final Problem problem;
    private final Runnable pause;
    private final boolean linear;
    private final boolean bounded;
    private final double[] scales;
    /** The length of the data. */
    private final double size;

    private int steps;

    /** @param pause called before each step; throws where the fit has to end */
    LevenbergMarquardt(Problem problem, Runnable pause) {
        this.problem = problem;
        this.pause = pause;
        this.linear = problem.model().isLinear();
        double[] data = problem.data().clone();
        Arrays.setAll(data, i -> data[i] * problem.roots()[i]);
        this.size = Norms.of(data);
        this.scales = new double[problem.parameterCount()];
        this.bounded = Arrays.stream(problem.low()).anyMatch(Double::isFinite)
                || Arrays.stream(problem.high()).anyMatch(Double::isFinite);
    }

    /** Where it ended, and why. */
    record Outcome(Point point, Ending ending, int steps) {}

    Outcome run(double[] start, int most) {
        Point here = problem.at(problem.inside(start));
        if (!here.isFinite()) {
            return new Outcome(here, Ending.NOT_FINITE, 0);
        }
        double radius = -1;
        double damping = 0;
        while (true) {
            Slope slope = slope(here, damping);
            if (slope == null) {
                return new Outcome(here, Ending.STUCK, steps);
            }
            if (isExact(here)) {
                return new Outcome(here, Ending.EXACT, steps);
            }
            if (slope.isFlat(OFFSET, SMALL_CHANGE)) {
                return new Outcome(here, slope.isDetermined() ? Ending.CONVERGED : Ending.SINGULAR, steps);
            }
            if (steps >= most) {
                return new Outcome(here, Ending.STEPS, steps);
            }
            if (radius < 0) {
                radius = linear ? Double.MAX_VALUE : firstRadius(here);
            }
            pause.run();
            Move move = descend(here, slope, radius);
            if (move == null) {
                boolean flat = slope.isFlat(roughOffset(here), ROUGH_CHANGE);
                Ending ending = !slope.isDetermined() ? Ending.SINGULAR : flat ? Ending.CONVERGED : Ending.STUCK;
                return new Outcome(here, ending, steps);
            }
            steps++;
            here = move.to;
            radius = move.radius;
            damping = slope.region.damping();
        }
    }

    private double firstRadius(Point here) {
        double length = 0;
        for (int j = 0; j < scales.length; j++) {
            length = Elementary.hypot(length, scales[j] * here.parameters()[j]);
        }
        return length == 0 ? 1 : length;
    }

    private boolean isExact(Point here) {
        return here.norm() <= Math.ulp(size);
    }

    /** The sum of squares cannot be told more exactly than its residuals, whose rounding is that of the data. */
    private double roughOffset(Point here) {
        return Math.max(ROUGH_OFFSET, Math.min(MOST_OFFSET, 4 * Math.sqrt(Math.ulp(size) / here.norm())));
    }

    /** The step that was taken, and the radius for the next. */
    private record Move(Point to, double radius) {}

    /** Steps with smaller and smaller radii until one leads down; null where none does. */
    private @Nullable Move descend(Point here, Slope slope, double first) {
        double radius = first;
        for (int trial = 0; trial < MOST_TRIALS; trial++) {
            double[] step = slope.region.step(radius);
            double length = Norms.of(step);
            radius = Math.min(radius, length);
            if (!slope.isVisible(step)) {
                return null;
            }
            double[] change = slope.change(step);
            double predicted = slope.predicted(change);
            Point to = problem.at(problem.inside(slope.bent(change, step)));
            double gained = gained(here, to, predicted);
            if (gained < 0.25) {
                radius *= to.isFinite() ? Math.max(0.1, Math.min(0.5, 0.5 / (1 - gained))) : 0.1;
            } else if (gained > 0.75 || slope.region.damping() == 0) {
                radius = 2 * length;
            }
            if (gained > 1e-4) {
                return new Move(to, radius);
            }
        }
        return null;
    }

    /** The true fall beside the one that the linear model predicts; far below 0 where there is no value. */
    private static double gained(Point here, Point to, double predicted) {
        double share = to.norm() / here.norm();
        double gained = (1 - share) * (1 + share) / predicted;
        return to.isFinite() && Double.isFinite(gained) ? gained : -9;
    }

    /** What the problem looks like from a point; null where a derivative is not finite. */
    private @Nullable Slope slope(Point here, double damping) {
        Linearized near = problem.linearize(here);
        double[][] jacobian = near.jacobian();
        for (int j = 0; j < jacobian.length; j++) {
            double length = Norms.of(jacobian[j]);
            if (!Double.isFinite(length)) {
                return null;
            }
            scales[j] = Math.max(scales[j], length);
        }
        return new Slope(here, near, damping);
    }

    /** The linear model at a point, in the parameters that are free to move. */
    private final class Slope {
        private final Point here;
        private final Linearized near;
        private final double[][] scaled;
        private final boolean[] held;
        final TrustRegion region;

        Slope(Point here, Linearized near, double damping) {
            this.here = here;
            this.near = near;
            this.held = held();
            this.scaled = new double[scales.length][];
            for (int j = 0; j < scales.length; j++) {
                double scale = scale(j);
                double[] column = near.jacobian()[j];
                scaled[j] = new double[column.length];
                if (!held[j]) {
                    Arrays.setAll(scaled[j], i -> column[i] / scale);
                }
            }
            this.region =
                    new TrustRegion(Qr.of(scaled, near.residuals().length), scales.length, near.residuals(), damping);
        }

        private double scale(int j) {
            return scales[j] == 0 ? 1 : scales[j];
        }

        /** Parameters at a bound that they would have to cross. */
        private boolean[] held() {
            boolean[] fixed = new boolean[scales.length];
            for (int j = 0; bounded && j < fixed.length; j++) {
                double gradient = Norms.dot(near.jacobian()[j], near.residuals());
                double x = here.parameters()[j];
                fixed[j] = (x <= problem.low()[j] && gradient >= 0) || (x >= problem.high()[j] && gradient <= 0);
            }
            return fixed;
        }

        /** Whether a step changes any parameter. */
        boolean isVisible(double[] step) {
            for (int j = 0; j < step.length; j++) {
                double change = step[j] / scale(j);
                if (Math.abs(change) > 0.25 * Math.ulp(here.parameters()[j]) && change != 0) {
                    return true;
                }
            }
            return false;
        }

        /** The step in the parameters' own units, cut where it would leave the bounds. */
        double[] change(double[] step) {
            double[] change = new double[step.length];
            for (int j = 0; j < step.length; j++) {
                double x = here.parameters()[j];
                double to = x + step[j] / scale(j);
                change[j] = to < problem.low()[j]
                        ? problem.low()[j] - x
                        : to > problem.high()[j] ? problem.high()[j] - x : step[j] / scale(j);
            }
            return change;
        }

        /** By what share the squares of the linear model fall. */
        double predicted(double[] change) {
            double[] moved = new double[near.residuals().length];
            double gradient = 0;
            for (int j = 0; j < change.length; j++) {
                double[] column = near.jacobian()[j];
                double share = change[j] / here.norm();
                for (int i = 0; i < moved.length; i++) {
                    moved[i] += column[i] * share;
                    gradient += column[i] * share * (near.residuals()[i] / here.norm());
                }
            }
            return Math.max(-2 * gradient - Norms.dot(moved, moved), Double.MIN_NORMAL);
        }

        /** Where the step leads, bent along the model's own curve where that is gentle. */
        double[] bent(double[] change, double[] step) {
            double[] to = here.parameters().clone();
            for (int j = 0; j < to.length; j++) {
                to[j] += change[j];
            }
            double[] curvature = linear ? null : problem.model().curvature(here.parameters(), change);
            if (curvature == null || !Norms.isFinite(curvature)) {
                return to;
            }
            for (int i = 0; i < curvature.length; i++) {
                curvature[i] *= near.factors()[i];
            }
            double[] bend = region.alike(curvature);
            if (2 * Norms.of(bend) > MOST_BEND * Norms.of(step)) {
                return to;
            }
            for (int j = 0; j < to.length; j++) {
                to[j] += 0.5 * bend[j] / scale(j);
            }
            return to;
        }

        /** Whether the residuals have next to no part in the directions of the parameters, or the parameters next to no change to make. */
        boolean isFlat(double offset, double smallest) {
            if (region.reach() <= offset * here.norm()) {
                return true;
            }
            double[] step = region.gaussNewton();
            for (int j = 0; j < step.length; j++) {
                if (!(Math.abs(step[j] / scale(j)) <= smallest * Math.abs(here.parameters()[j]))) {
                    return false;
                }
            }
            return isDetermined();
        }

        /** Whether no free parameter can be changed together with others without changing the model. */
        boolean isDetermined() {
            return Rank.of(near.jacobian(), held).isFull();
        }
    }
}
