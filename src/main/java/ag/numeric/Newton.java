package ag.numeric;

import java.util.Arrays;
import java.util.Optional;

/** Newton's method for as many equations as unknowns, with exact Jacobians; a step that makes things worse is shortened. */
public final class Newton {
    private static final int MOST_STEPS = 100;
    private static final int MOST_HALVINGS = 40;
    private static final double TINY = 1e-14;

    private Newton() {}

    /** Equations that all are to be 0. */
    public interface Equations {
        Values at(double[] x);
    }

    /**
     * The equations at a point.
     *
     * @param jacobian the derivative of each value in each unknown
     */
    public record Values(double[] values, double[][] jacobian) {
        double size() {
            double sum = 0;
            for (double value : values) {
                sum += value * value;
            }
            return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : Math.sqrt(sum);
        }
    }

    /**
     * How far it came.
     *
     * @param residual the size of what is left of the equations
     */
    public record Outcome(boolean converged, double[] x, double residual, int steps) {}

    public static Outcome solve(Equations equations, double[] start) {
        double[] x = start.clone();
        Values now = equations.at(x);
        for (int step = 0; step < MOST_STEPS; step++) {
            if (now.size() == 0) {
                return new Outcome(true, x, 0, step);
            }
            Optional<double[]> direction = LinearSystem.solve(now.jacobian(), now.values());
            if (direction.isEmpty() || !Double.isFinite(now.size())) {
                return new Outcome(false, x, now.size(), step);
            }
            double[] move = direction.get();
            double length = 1;
            double[] next = moved(x, move, length);
            Values there = equations.at(next);
            for (int i = 0; i < MOST_HALVINGS && !(there.size() < now.size() * (1 - 1e-4 * length)); i++) {
                if (isTiny(x, move)) {
                    return new Outcome(
                            true, there.size() < now.size() ? next : x, Math.min(there.size(), now.size()), step);
                }
                length /= 2;
                next = moved(x, move, length);
                there = equations.at(next);
            }
            if (!(there.size() < now.size())) {
                return new Outcome(false, x, now.size(), step);
            }
            x = next;
            now = there;
        }
        return new Outcome(false, x, now.size(), MOST_STEPS);
    }

    private static double[] moved(double[] x, double[] move, double length) {
        double[] next = new double[x.length];
        Arrays.setAll(next, i -> x[i] - length * move[i]);
        return next;
    }

    private static boolean isTiny(double[] x, double[] move) {
        double size = 0;
        double way = 0;
        for (int i = 0; i < x.length; i++) {
            size = Math.max(size, Math.abs(x[i]));
            way = Math.max(way, Math.abs(move[i]));
        }
        return way <= TINY * 100 * Math.max(size, 1e-300) || way <= 1e-300;
    }
}
