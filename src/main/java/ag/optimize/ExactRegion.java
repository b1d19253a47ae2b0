package ag.optimize;

/** The exact step of a trust region, by the eigenvalues of the second derivatives (Moré and Sorensen 1983). */
final class ExactRegion implements QuadraticModel {
    private static final int MOST_STEPS = 100;

    private final SymmetricEigen eigen;
    /** The gradient along each eigenvector. */
    private final double[] slopes;

    ExactRegion(double[][] hessian, double[] gradient) {
        eigen = SymmetricEigen.of(hessian);
        slopes = eigen.along(gradient);
    }

    @Override
    public Move within(double radius) {
        double least = eigen.least();
        double scale = Math.max(1e-300, eigen.largestSize());
        if (least > 1e-14 * scale && length(0) <= radius) {
            return move(0, 0, 0);
        }
        // Where the gradient has no part along the lowest eigenvector, the way to the edge is along that vector.
        double low = Math.max(0, -least);
        double edge = low + 1e-14 * scale;
        double atEdge = length(edge);
        if (atEdge <= radius) {
            return move(edge, eigen.placeOfLeast(), Math.sqrt(radius * radius - atEdge * atEdge));
        }
        double from = edge;
        double to = low + Vectors.norm(slopes) / radius;
        double shift = from;
        for (int i = 0; i < MOST_STEPS; i++) {
            double length = length(shift);
            if (Math.abs(length - radius) <= 1e-10 * radius) {
                break;
            }
            if (length > radius) {
                from = shift;
            } else {
                to = shift;
            }
            double next = shift + (length - radius) / radius * length * length / curved(shift);
            shift = next > from && next < to ? next : (from + to) / 2;
        }
        return move(shift, 0, 0);
    }

    /** How long the step is for a shift of all eigenvalues. */
    private double length(double shift) {
        double sum = 0;
        for (int i = 0; i < slopes.length; i++) {
            double part = slopes[i] == 0 ? 0 : slopes[i] / (eigen.value(i) + shift);
            sum += part * part;
        }
        return Math.sqrt(sum);
    }

    /** Minus half the derivative of the squared length by the shift. */
    private double curved(double shift) {
        double sum = 0;
        for (int i = 0; i < slopes.length; i++) {
            double value = eigen.value(i) + shift;
            sum += slopes[i] == 0 ? 0 : slopes[i] * slopes[i] / (value * value * value);
        }
        return sum;
    }

    private Move move(double shift, int along, double more) {
        double[] parts = new double[slopes.length];
        double promised = 0;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = slopes[i] == 0 ? 0 : -slopes[i] / (eigen.value(i) + shift);
            if (i == along) {
                parts[i] += slopes[i] > 0 ? -more : more;
            }
            promised -= slopes[i] * parts[i] + 0.5 * eigen.value(i) * parts[i] * parts[i];
        }
        return new Move(eigen.combined(parts), promised);
    }
}
