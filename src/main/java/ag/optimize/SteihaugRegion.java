package ag.optimize;

import java.util.function.UnaryOperator;

/** A step of a trust region by conjugate gradients (Steihaug 1983; Nocedal and Wright 2006, algorithm 7.2). */
final class SteihaugRegion implements QuadraticModel {
    private final UnaryOperator<double[]> hessian;
    private final double[] gradient;

    SteihaugRegion(UnaryOperator<double[]> hessian, double[] gradient) {
        this.hessian = hessian;
        this.gradient = gradient.clone();
    }

    @Override
    public Move within(double radius) {
        double[] step = new double[gradient.length];
        double[] residual = gradient.clone();
        double[] direction = Vectors.scaled(-1, residual);
        double size = Vectors.norm(gradient);
        double enough = Math.min(0.5, Math.sqrt(size)) * size;
        for (int i = 0; i < 2 * step.length; i++) {
            double[] bent = hessian.apply(direction);
            double curvature = Vectors.dot(direction, bent);
            double squared = Vectors.dot(residual, residual);
            double length = squared / curvature;
            double[] next = step.clone();
            Vectors.add(next, length, direction);
            if (!(curvature > 0) || Vectors.norm(next) >= radius) {
                Vectors.add(step, toEdge(step, direction, radius), direction);
                break;
            }
            step = next;
            Vectors.add(residual, length, bent);
            if (Vectors.norm(residual) < enough) {
                break;
            }
            double[] turned = Vectors.scaled(-1, residual);
            Vectors.add(turned, Vectors.dot(residual, residual) / squared, direction);
            direction = turned;
        }
        return new Move(step, -Vectors.dot(gradient, step) - 0.5 * Vectors.dot(step, hessian.apply(step)));
    }

    /** How far along the direction the edge is. */
    private static double toEdge(double[] step, double[] direction, double radius) {
        double a = Vectors.dot(direction, direction);
        double b = 2 * Vectors.dot(step, direction);
        double c = Vectors.dot(step, step) - radius * radius;
        return (-b + Math.sqrt(Math.max(0, b * b - 4 * a * c))) / (2 * a);
    }
}
