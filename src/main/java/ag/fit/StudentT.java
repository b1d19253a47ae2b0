package ag.fit;

import org.apache.commons.numbers.gamma.RegularizedBeta;

/** Student's t distribution: how far a mean of a few samples may be off, in standard errors. */
final class StudentT {
    private StudentT() {}

    /**
     * The number that a value is below in size with this probability.
     *
     * @param probability between 0 and 1, such as 0.95
     * @param degrees the degrees of freedom, 1 or more
     */
    static double within(double probability, int degrees) {
        // P(|T| > t) is the regularized incomplete beta function at ν/(ν + t²): it falls from 1 to 0 as t grows.
        double low = 0;
        double high = 1;
        while (beyond(high, degrees) > 1 - probability) {
            high *= 2;
        }
        for (int i = 0; i < 200 && high - low > Math.ulp(high); i++) {
            double middle = (low + high) / 2;
            if (beyond(middle, degrees) > 1 - probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double beyond(double t, int degrees) {
        return RegularizedBeta.value(degrees / (degrees + t * t), degrees / 2.0, 0.5);
    }
}
