package ag.lang.linear;

import java.util.Arrays;

/** Sets of orthogonal vectors of plain numbers. */
final class Basis {
    private Basis() {}

    /** The same vectors, where those that are 0 become vectors of length 1 that are orthogonal to all others. */
    static double[][] completed(double[][] vectors) {
        double[][] all = Arrays.stream(vectors).map(double[]::clone).toArray(double[][]::new);
        for (int j = 0; j < all.length; j++) {
            if (length(all[j]) == 0) {
                all[j] = another(all, all[j].length);
            }
        }
        return all;
    }

    /** Of the coordinate axes, the one that lies least in what the vectors span, less its part in there. */
    private static double[] another(double[][] vectors, int size) {
        double[] best = new double[size];
        for (int axis = 0; axis < size; axis++) {
            double[] candidate = new double[size];
            candidate[axis] = 1;
            subtract(candidate, vectors);
            if (length(candidate) > length(best)) {
                best = candidate;
            }
        }
        subtract(best, vectors);
        double length = length(best);
        return Arrays.stream(best).map(x -> x / length).toArray();
    }

    private static void subtract(double[] from, double[][] vectors) {
        for (double[] vector : vectors) {
            double share = 0;
            for (int i = 0; i < from.length; i++) {
                share += from[i] * vector[i];
            }
            for (int i = 0; i < from.length; i++) {
                from[i] -= share * vector[i];
            }
        }
    }

    private static double length(double[] vector) {
        return Math.sqrt(Arrays.stream(vector).map(x -> x * x).sum());
    }
}
