package ag.data;

/**
 * Brings every input column to mean 0 and standard deviation 1, so that no column outweighs another only because of
 * its unit: {@code (x - mean) / deviation}, with the population's standard deviation (divided by n) as scikit-learn's
 * {@code StandardScaler}. A column that is the same in every sample is left as it is.
 *
 * <p>Means and deviations belong to the data set they were measured on. Measure them on the training part and apply
 * them to the test part too; measuring them again there would let the test data shift its own inputs.
 */
public final class Standardization {
    // What rounding alone can leave of a variance of 0, as a multiple of n: scikit-learn's _is_constant_feature,
    // after T. Chan, G. Golub and R. LeVeque, The American Statistician 37 (1983).
    private static final double EPSILON = Math.ulp(1.0);

    private final double[] means;
    private final double[] deviations;

    private Standardization(double[] means, double[] deviations) {
        this.means = means;
        this.deviations = deviations;
    }

    /** Measures the input columns of {@code data}. Every input has to be finite. */
    public static Standardization of(DataSet data) {
        double[] means = new double[data.inputWidth()];
        double[] deviations = new double[data.inputWidth()];
        for (int column = 0; column < data.inputWidth(); column++) {
            refuseNonFinite(data, column);
            double mean = mean(data, column);
            double variance = variance(data, column, mean);
            if (isRounding(variance, mean, data.size())) {
                deviations[column] = 1;
            } else {
                means[column] = mean;
                deviations[column] = Math.sqrt(variance);
            }
        }
        return new Standardization(means, deviations);
    }

    /** Measures the target columns of {@code data}. Every target has to be finite. */
    public static Standardization ofTargets(DataSet data) {
        return of(data.targetsAsInputs());
    }

    /** The samples of {@code data} with their targets rescaled; inputs and the names of columns stay. */
    public DataSet applyToTargets(DataSet data) {
        double[] scaled = apply(data.targetsAsInputs()).inputs();
        return data.withTargets(scaled, data.targetWidth()).withColumnNames(data.inputNames(), data.targetNames());
    }

    /** The samples of {@code data} with their inputs rescaled; targets and names stay. */
    public DataSet apply(DataSet data) {
        int width = data.inputWidth();
        if (width != means.length) {
            throw new IllegalArgumentException(
                    "%s input columns cannot be rescaled as %s were".formatted(width, means.length));
        }
        double[] scaled = data.inputs().clone();
        for (int start = 0; start < scaled.length; start += width) {
            for (int column = 0; column < width; column++) {
                scaled[start + column] = (scaled[start + column] - means[column]) / deviations[column];
            }
        }
        return data.withInputs(scaled);
    }

    /** What is subtracted from each input column: its mean, or 0 for a column that is the same in every sample. */
    public double[] means() {
        return means.clone();
    }

    /** What each input column is divided by: its standard deviation, or 1 where that is 0. */
    public double[] deviations() {
        return deviations.clone();
    }

    private static void refuseNonFinite(DataSet data, int column) {
        for (int sample = 0; sample < data.size(); sample++) {
            if (!Double.isFinite(data.input(sample, column))) {
                throw new IllegalArgumentException("input %s of sample %s is %s: it has no mean to be compared with"
                        .formatted(column, sample, data.input(sample, column)));
            }
        }
    }

    // The second sum takes back what rounding added to the first: a million terms would cost six digits otherwise.
    private static double mean(DataSet data, int column) {
        double sum = 0;
        for (int sample = 0; sample < data.size(); sample++) {
            sum += data.input(sample, column);
        }
        double rough = sum / data.size();
        double rest = 0;
        for (int sample = 0; sample < data.size(); sample++) {
            rest += data.input(sample, column) - rough;
        }
        return rough + rest / data.size();
    }

    private static double variance(DataSet data, int column, double mean) {
        double squares = 0;
        for (int sample = 0; sample < data.size(); sample++) {
            double difference = data.input(sample, column) - mean;
            squares += difference * difference;
        }
        return squares / data.size();
    }

    private static boolean isRounding(double variance, double mean, int size) {
        double meanError = size * mean * EPSILON;
        return variance <= size * EPSILON * variance + meanError * meanError;
    }
}
