package ag.nn.training;

import java.util.Arrays;

/** Computes the numbered parts of a sum, several at once where the machine can; the result is the same for any number of workers. */
public interface Workers extends AutoCloseable {
    /** One worker, which computes one part after the other. */
    Workers ONE = new Workers() {
        @Override
        public double sum(int workers, int parts, Part part, double[] total) {
            double[] computed = new double[total.length];
            double loss = 0;
            for (int number = 0; number < parts; number++) {
                Arrays.fill(computed, 0);
                loss += part.compute(0, number, computed);
                for (int i = 0; i < total.length; i++) {
                    total[i] += computed[i];
                }
            }
            return loss;
        }

        @Override
        public long count(int workers, int parts, Count count) {
            long all = 0;
            for (int number = 0; number < parts; number++) {
                all += count.of(0, number);
            }
            return all;
        }

        @Override
        public void close() {}
    };

    /** A part of a sum: a number, and a vector. */
    @FunctionalInterface
    interface Part {
        /**
         * Computes a part.
         *
         * @param worker who computes it, counted from 0; a worker computes one part at a time
         * @param into zeros, which the part's vector is added to
         */
        double compute(int worker, int part, double[] into);
    }

    /** A part of a sum of whole numbers. */
    @FunctionalInterface
    interface Count {
        /**
         * Computes a part.
         *
         * @param worker who computes it, counted from 0; a worker computes one part at a time
         */
        long of(int worker, int part);
    }

    /**
     * The sum of the numbers of all parts; their vectors are added to {@code total}. Both are added in the order of the parts,
     * whichever is computed first.
     *
     * @param workers how many may share the work, at least 1
     */
    double sum(int workers, int parts, Part part, double[] total);

    /** The sum of the counts of all parts. */
    long count(int workers, int parts, Count count);

    @Override
    void close();
}
