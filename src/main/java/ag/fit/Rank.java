package ag.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which parameters the data determine: the columns of a Jacobian at equal lengths, and those that are sums of the others to rounding.
 *
 * @param free the columns that were looked at
 * @param loose those of them that are 0, or that can be changed together without any effect
 */
record Rank(List<Integer> free, List<Integer> loose) {
    /** Columns that are apart by less than this share are the same to rounding. */
    private static final double TOLERANCE = 1e-14;

    /** What has a smaller part than this in a sum that is 0 has none. */
    private static final double SMALL_PART = 1e-6;

    /** @param held columns that are left out */
    static Rank of(double[][] jacobian, boolean[] held) {
        List<Integer> free = new ArrayList<>();
        List<double[]> units = new ArrayList<>();
        for (int j = 0; j < jacobian.length; j++) {
            if (!held[j]) {
                free.add(j);
                units.add(unit(jacobian[j]));
            }
        }
        Set<Integer> loose = new TreeSet<>();
        if (!free.isEmpty()) {
            Qr qr = Qr.of(units.toArray(double[][]::new), units.getFirst().length);
            int rank = qr.rank(TOLERANCE);
            for (int k = rank; k < free.size(); k++) {
                double[] part = qr.combination(k, rank);
                for (int m = 0; m < part.length; m++) {
                    if (Math.abs(part[m]) > SMALL_PART) {
                        loose.add(free.get(m));
                    }
                }
            }
        }
        return new Rank(free, List.copyOf(loose));
    }

    private static double[] unit(double[] column) {
        double length = Norms.of(column);
        double[] unit = column.clone();
        for (int i = 0; length > 0 && i < unit.length; i++) {
            unit[i] /= length;
        }
        return unit;
    }

    boolean isFull() {
        return loose.isEmpty();
    }
}
