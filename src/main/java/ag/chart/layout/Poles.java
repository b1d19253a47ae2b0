package ag.chart.layout;

import java.util.stream.IntStream;

/**
 * Where a sampled curve runs off to infinity, judged from the samples alone.
 *
 * <p>Towards a pole the steps from sample to sample grow: near {@code 1/x}, at distances d, d+h, d+2h from the pole
 * with d at most h, the last step is at least 3 times the one before it. On a curve that its samples resolve, steps
 * change little from one to the next; into the tip of a square root they grow by 1 + √2. So a pole is where steps grow
 * by more, from both sides.
 */
final class Poles {
    private static final double GROWTH = 2.5;

    /** Noise can grow by chance, but hardly to a jump this many times the usual step. */
    private static final double OUTSTANDING = 4;

    private final double[] y;
    private final double usualStep;

    /** Takes the samples of a curve in order; those that are not finite are gaps. */
    Poles(double[] y) {
        this.y = y;
        double[] steps = IntStream.range(1, y.length)
                .mapToDouble(i -> Math.abs(y[i] - y[i - 1]))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        this.usualStep = steps.length == 0 ? 0 : steps[steps.length / 2];
    }

    /**
     * Whether a pole with a change of sign, as of {@code 1/x} or {@code tan}, lies between samples {@code i} and
     * {@code i + 1}: the curve grows into both from outside, and between them turns back by more than both last steps
     * together. For distances d and e on the two sides of {@code 1/x} the excess is 1/(d+h) + 1/(e+h), above 0.
     */
    boolean isBetween(int i) {
        if (!grows(i, -1) || !grows(i + 1, 1)) {
            return false;
        }
        double before = y[i] - y[i - 1];
        double jump = y[i + 1] - y[i];
        double after = y[i + 2] - y[i + 1];
        // Equal but for rounding when one sample stands so close to the pole that it dwarfs the others.
        boolean turnsBack = Math.abs(jump) > (Math.abs(before) + Math.abs(after)) * (1 - 1e-9);
        return turnsBack && jump * before < 0 && jump * after < 0 && Math.abs(jump) > OUTSTANDING * usualStep;
    }

    /** Whether there is any pole: with a change of sign, without (1/x²), or where the curve is infinite or undefined. */
    boolean areThere() {
        return IntStream.range(0, y.length)
                .anyMatch(i -> isBetween(i) || isPeak(i, i) || isPeak(i, i + 1) || isEdge(i));
    }

    /** The curve grows into two neighbours, or into one sample, from both sides, in the same direction. */
    private boolean isPeak(int left, int right) {
        return grows(left, -1) && grows(right, 1) && (y[left] - y[left - 1]) * (y[right] - y[right + 1]) > 0;
    }

    /** Sample i is not a finite number and the curve grows into it from the left or from the right. */
    private boolean isEdge(int i) {
        return !Double.isFinite(y[i]) && (grows(i - 1, -1) || grows(i + 1, 1));
    }

    /** Whether the last step into sample i, coming from i + side, is in the direction of the one before and far larger. */
    private boolean grows(int i, int side) {
        int farthest = i + 2 * side;
        if (Math.min(i, farthest) < 0 || Math.max(i, farthest) >= y.length) {
            return false;
        }
        double last = y[i] - y[i + side];
        double previous = y[i + side] - y[farthest];
        return last * previous > 0 && Math.abs(last) >= GROWTH * Math.abs(previous);
    }
}
