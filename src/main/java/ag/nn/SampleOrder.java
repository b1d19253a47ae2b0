package ag.nn;

import ag.data.DataSet;
import org.jspecify.annotations.Nullable;

/** The samples of a data set in some order, to be laid into lanes. Two are the same only if they are one object. */
public final class SampleOrder {
    private final DataSet data;
    private final int @Nullable [] order;

    /**
     * @param order the numbers of the samples; null for all, as they come
     */
    public SampleOrder(DataSet data, int @Nullable [] order) {
        this.data = data;
        this.order = order;
    }

    public static SampleOrder inOrder(DataSet data) {
        return new SampleOrder(data, null);
    }

    public DataSet data() {
        return data;
    }

    public int size() {
        return data.size();
    }

    /** Lays the inputs of {@code lanes} samples from number {@code from} on into a row for each input. */
    public void inputs(int from, double[][] rows, int lanes) {
        lay(data.inputs(), data.inputWidth(), from, rows, lanes);
    }

    /** Lays their targets. */
    public void targets(int from, double[][] rows, int lanes) {
        lay(data.targets(), data.targetWidth(), from, rows, lanes);
    }

    /** What some samples count for in a mean of a loss. */
    public double shares(Loss loss, int from, int count) {
        if (!loss.hasShares()) {
            return count;
        }
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += loss.share(data.target(order == null ? i : order[i], 0));
        }
        return sum;
    }

    private void lay(double[] numbers, int width, int from, double[][] rows, int lanes) {
        for (int column = 0; column < rows.length; column++) {
            double[] row = rows[column];
            if (order == null) {
                int at = from * width + column;
                for (int i = 0; i < lanes; i++) {
                    row[i] = numbers[at + i * width];
                }
            } else {
                for (int i = 0; i < lanes; i++) {
                    row[i] = numbers[order[from + i] * width + column];
                }
            }
        }
    }
}
