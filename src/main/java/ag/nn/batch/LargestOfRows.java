package ag.nn.batch;

/** The largest number of each lane. */
final class LargestOfRows {
    private LargestOfRows() {}

    /** {@code largest[i] = max_k rows[k][i]} for the first lanes. */
    static void into(double[] largest, double[][] rows, int lanes) {
        System.arraycopy(rows[0], 0, largest, 0, lanes);
        for (int k = 1; k < rows.length; k++) {
            double[] row = rows[k];
            for (int i = 0; i < lanes; i++) {
                largest[i] = Math.max(largest[i], row[i]);
            }
        }
    }
}
