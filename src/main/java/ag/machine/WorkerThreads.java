package ag.machine;

import ag.nn.training.Parallel;
import ag.nn.training.Workers;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Workers that are threads of this machine. */
public record WorkerThreads() implements Parallel {
    /** How many parts for each thread may be finished before one that is still computed. */
    private static final int AHEAD = 4;

    @Override
    public int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    @Override
    public Workers workers(int most) {
        return most == 1 ? Workers.ONE : new Threads(new Crew());
    }

    private record Threads(Crew crew) implements Workers {
        @Override
        public double sum(int workers, int parts, Part part, double[] total) {
            if (workers == 1) {
                return Workers.ONE.sum(1, parts, part, total);
            }
            OrderedSum sum = new OrderedSum(total, AHEAD * workers);
            AtomicInteger next = new AtomicInteger();
            crew.run(workers, worker -> compute(worker, parts, part, next, sum, total.length));
            return sum.loss();
        }

        /** Computes parts until there are none left. */
        private static void compute(int worker, int parts, Part part, AtomicInteger next, OrderedSum sum, int length) {
            double[] vector = new double[length];
            boolean done = false;
            try {
                for (int number = next.getAndIncrement(); number < parts; number = next.getAndIncrement()) {
                    double loss = part.compute(worker, number, vector);
                    vector = sum.add(number, loss, vector);
                }
                done = true;
            } finally {
                if (!done) {
                    sum.abandon();
                }
            }
        }

        @Override
        public long count(int workers, int parts, Count count) {
            AtomicInteger next = new AtomicInteger();
            AtomicLong all = new AtomicLong();
            crew.run(workers, worker -> {
                for (int number = next.getAndIncrement(); number < parts; number = next.getAndIncrement()) {
                    all.addAndGet(count.of(worker, number));
                }
            });
            return all.get();
        }

        @Override
        public void close() {
            crew.close();
        }
    }
}
