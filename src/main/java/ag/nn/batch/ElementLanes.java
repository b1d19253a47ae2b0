package ag.nn.batch;

import ag.engine.ElementaryArrays;
import java.util.Arrays;

/**
 * Takes from each lane the element that the first number says.
 *
 * @param chosen the row that was taken from each lane, and 0 where there is none of that number
 */
record ElementLanes(int[] chosen) implements VectorLanes {
    ElementLanes(ElementaryArrays arrays) {
        this(new int[arrays.length()]);
    }

    @Override
    public void value(double[][] x, double[] y, int lanes) {
        double[] index = x[0];
        for (int i = 0; i < lanes; i++) {
            int place = (int) index[i];
            int row = place == index[i] && place >= 0 && place < x.length - 1 ? place + 1 : 0;
            chosen[i] = row;
            y[i] = row == 0 ? Double.NaN : x[row][i];
        }
    }

    @Override
    public void pull(double[][] x, double[] y, double[] dy, double[][] dx, int lanes) {
        for (double[] row : dx) {
            Arrays.fill(row, 0, Math.min(lanes, row.length), 0);
        }
        for (int i = 0; i < lanes; i++) {
            double[] row = dx[chosen[i]];
            if (chosen[i] > 0 && row.length > 0) {
                row[i] = dy[i];
            }
        }
    }
}
