package ag.numeric;

/**
 * The limit of numbers that have a power series in a step which halves from each to the next: each column of the table takes out the next
 * power of the step (Richardson 1911).
 *
 * @param value the limit
 * @param error how far the last two columns are apart
 */
public record Richardson(double value, double error) {
    /** Of the numbers in their order, two at least. */
    public static Richardson of(double... numbers) {
        double[] row = numbers.clone();
        double error = Double.POSITIVE_INFINITY;
        double factor = 2;
        for (int length = row.length - 1; length > 0; length--) {
            double last = row[length];
            for (int i = 0; i < length; i++) {
                row[i] = (row[i + 1] * factor - row[i]) / (factor - 1);
            }
            error = Math.abs(row[length - 1] - last);
            factor *= 2;
        }
        return new Richardson(row[0], error);
    }
}
