package ag.fit;

/** Lengths of vectors, without overflow. */
final class Norms {
    private Norms() {}

    static double of(double[] vector) {
        return of(vector, 0, vector.length);
    }

    static double of(double[] vector, int from, int to) {
        double largest = 0;
        for (int i = from; i < to; i++) {
            double size = Math.abs(vector[i]);
            if (!(size <= Double.MAX_VALUE)) {
                return size;
            }
            largest = Math.max(largest, size);
        }
        if (largest == 0) {
            return 0;
        }
        double sum = 0;
        for (int i = from; i < to; i++) {
            double part = vector[i] / largest;
            sum += part * part;
        }
        return largest * Math.sqrt(sum);
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static boolean isFinite(double[] vector) {
        for (double x : vector) {
            if (!Double.isFinite(x)) {
                return false;
            }
        }
        return true;
    }
}
