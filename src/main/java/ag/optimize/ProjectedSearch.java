package ag.optimize;

import org.jspecify.annotations.Nullable;

/**
 * Searches from a point along a direction, with all points put back into the box: halves the step until the value has fallen by a share
 * of what the slope promised (Bertsekas 1982).
 */
final class ProjectedSearch {
    private static final double FALL = 1e-4;
    private static final int MOST = 60;

    private ProjectedSearch() {}

    /** A point that is better than the start; none where halving finds none. */
    static double @Nullable [] find(Step from, double[] direction, double first) {
        double[] x = from.parameters();
        double[] slopes = from.gradient().clone();
        double t = first;
        for (int i = 0; i < MOST; i++) {
            double[] next = x.clone();
            Vectors.add(next, t, direction);
            from.box().project(next);
            double promised = Vectors.dot(slopes, Vectors.difference(next, x));
            double[] gradient = new double[x.length];
            double value = from.objective().at(next, gradient);
            boolean better = LineSearch.isRounding(value, from.loss())
                    ? Vectors.largest(from.box().projected(next, gradient))
                            < Vectors.largest(from.box().projected(x, slopes))
                    : value <= from.loss() + FALL * promised && promised < 0;
            if (better && Double.isFinite(value)) {
                return next;
            }
            t /= 2;
        }
        return null;
    }
}
