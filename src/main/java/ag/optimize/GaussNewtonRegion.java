package ag.optimize;

import java.util.Arrays;

/**
 * A sum of squares near a point, as what is squared and its first derivatives tell it: |r + J·p|². The columns of J, divided by scales, are
 * turned until they are orthogonal (one-sided Jacobi rotations; Golub and Van Loan 2013, section 8.6), so that singular values keep their
 * digits and steps of any length cost next to nothing.
 */
final class GaussNewtonRegion {
    private static final int MOST_SWEEPS = 60;
    private static final int MOST_STEPS = 60;
    private static final double NOTHING = 1e-14;

    private final double[] scales;
    /** Orthogonal columns, each as long as its singular value. */
    private final double[][] columns;
    /** Which combinations of the scaled columns they are. */
    private final double[][] turns;

    private final double[] sizes;
    /** The residuals along each. */
    private final double[] parts;

    /**
     * A step.
     *
     * @param parts its parts along the turned columns, in the scaled measure
     * @param damping what keeps it within the radius
     * @param promised by how much the sum of squares would fall if it were as its derivatives tell
     */
    record Move(double[] parts, double damping, double promised) {}

    private GaussNewtonRegion(double[] scales, double[][] columns, double[][] turns, double[] residuals) {
        this.scales = scales;
        this.columns = columns;
        this.turns = turns;
        this.sizes = new double[columns.length];
        Arrays.setAll(sizes, j -> Vectors.norm(columns[j]));
        this.parts = along(residuals);
    }

    static GaussNewtonRegion of(Objective.Squares near, double[] scales) {
        int n = scales.length;
        double[][] columns = new double[n][];
        double[][] turns = new double[n][n];
        for (int j = 0; j < n; j++) {
            columns[j] = Vectors.scaled(1 / scales[j], near.jacobian()[j]);
            turns[j][j] = 1;
        }
        boolean turned = true;
        for (int sweep = 0; turned && sweep < MOST_SWEEPS; sweep++) {
            turned = false;
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    turned |= turn(columns, turns, p, q);
                }
            }
        }
        return new GaussNewtonRegion(scales, columns, turns, near.residuals());
    }

    /** Makes two columns orthogonal. */
    private static boolean turn(double[][] columns, double[][] turns, int p, int q) {
        double both = Vectors.dot(columns[p], columns[q]);
        double first = Vectors.dot(columns[p], columns[p]);
        double second = Vectors.dot(columns[q], columns[q]);
        if (!(Math.abs(both) > 0x1p-52 * Math.sqrt(first) * Math.sqrt(second))) {
            return false;
        }
        double ratio = (second - first) / (2 * both);
        double t = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.sqrt(1 + ratio * ratio));
        double c = 1 / Math.sqrt(1 + t * t);
        rotate(columns, p, q, c, c * t);
        rotate(turns, p, q, c, c * t);
        return true;
    }

    private static void rotate(double[][] columns, int p, int q, double c, double s) {
        for (int i = 0; i < columns[p].length; i++) {
            double a = columns[p][i];
            double b = columns[q][i];
            columns[p][i] = c * a - s * b;
            columns[q][i] = s * a + c * b;
        }
    }

    private double[] along(double[] vector) {
        double[] found = new double[columns.length];
        Arrays.setAll(found, j -> sizes[j] > 0 ? Vectors.dot(columns[j], vector) / sizes[j] : 0);
        return found;
    }

    /** The step for a damping of residuals that have these parts. */
    private double[] solved(double[] of, double damping) {
        double least = NOTHING * Vectors.largest(sizes);
        double[] step = new double[sizes.length];
        Arrays.setAll(step, j -> sizes[j] <= least ? 0 : -sizes[j] * of[j] / (sizes[j] * sizes[j] + damping));
        return step;
    }

    /** The best step that is no longer than the radius, or hardly. */
    Move within(double radius) {
        double[] step = solved(parts, 0);
        double damping = 0;
        if (Vectors.norm(step) > 1.1 * radius) {
            double[] slopes = parts.clone();
            Arrays.setAll(slopes, j -> sizes[j] * parts[j]);
            double low = 0;
            double high = Vectors.norm(slopes) / radius;
            damping = 1e-3 * high;
            for (int i = 0; i < MOST_STEPS; i++) {
                step = solved(parts, damping);
                double length = Vectors.norm(step);
                if (Math.abs(length - radius) <= 0.01 * radius) {
                    break;
                }
                if (length > radius) {
                    low = damping;
                } else {
                    high = damping;
                }
                double next = damping + (length - radius) / radius * length * length / curved(slopes, damping);
                damping = next > low && next < high ? next : (low + high) / 2;
            }
            step = solved(parts, damping);
        }
        double promised = 2 * damping * Vectors.dot(step, step);
        for (int j = 0; j < step.length; j++) {
            promised += sizes[j] * step[j] * sizes[j] * step[j];
        }
        return new Move(step, damping, promised);
    }

    private double curved(double[] slopes, double damping) {
        double sum = 0;
        for (int j = 0; j < slopes.length; j++) {
            double value = sizes[j] * sizes[j] + damping;
            sum += slopes[j] == 0 ? 0 : slopes[j] * slopes[j] / (value * value * value);
        }
        return sum;
    }

    /** What the step would be for other residuals. */
    double[] alike(double[] residuals, double damping) {
        return solved(along(residuals), damping);
    }

    /** The step in the measure of the numbers themselves. */
    double[] way(double[] turned) {
        double[] way = new double[scales.length];
        for (int j = 0; j < way.length; j++) {
            for (int k = 0; k < way.length; k++) {
                way[j] += turns[k][j] * turned[k];
            }
            way[j] /= scales[j];
        }
        return way;
    }
}
