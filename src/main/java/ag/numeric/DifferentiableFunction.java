package ag.numeric;

/** A function of one number with its derivative. */
public interface DifferentiableFunction {
    double value(double x);

    double slope(double x);
}
