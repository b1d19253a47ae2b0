package ag.nn;

/** How a prediction is read as a class, and how its target is. */
public enum Decision {
    /** A number of the prediction says yes if it is above 0.5, and so does one of the target. */
    PROBABILITY(0.5, 0.5),
    /** A number of the prediction says yes if it is above 0, one of the target if it is above 0.5. */
    LOGIT(0, 0.5),
    /** A number says yes if it is above 0, in the prediction and in the target. */
    SIGN(0, 0),
    /** The prediction says the place of its largest number, the first if several are equal; the target is such a place. */
    LARGEST(Double.NaN, Double.NaN);

    private final double predicted;
    private final double target;

    Decision(double predicted, double target) {
        this.predicted = predicted;
        this.target = target;
    }

    /** Where a single output turns from no to yes; NaN where the largest output decides. */
    public double threshold() {
        return predicted;
    }

    /** Whether every number of the prediction from {@code at} on says what the target says. */
    public boolean isRight(double[] predictions, int at, int outputs, double[] targets, int targetAt, int targetWidth) {
        if (this == LARGEST) {
            int said = largest(predictions, at, outputs);
            return targetWidth == 1 ? said == targets[targetAt] : said == largest(targets, targetAt, targetWidth);
        }
        boolean right = true;
        for (int k = 0; k < outputs; k++) {
            right &= predictions[at + k] > predicted == targets[targetAt + k] > target;
        }
        return right;
    }

    /** The class that a prediction of this many numbers says: a place, or for a single number 0 for no and 1 for yes. */
    public int predictedClass(double[] predictions, int at, int outputs) {
        return outputs == 1 && this != LARGEST
                ? (predictions[at] > predicted ? 1 : 0)
                : largest(predictions, at, outputs);
    }

    /** The class that a target says, likewise. */
    public int targetClass(double[] targets, int at, int outputs, int targetWidth) {
        if (this == LARGEST && targetWidth == 1) {
            return (int) targets[at];
        }
        return outputs == 1 ? (targets[at] > target ? 1 : 0) : largest(targets, at, outputs);
    }

    private static int largest(double[] numbers, int at, int count) {
        int largest = 0;
        for (int k = 1; k < count; k++) {
            if (numbers[at + k] > numbers[at + largest]) {
                largest = k;
            }
        }
        return largest;
    }
}
