package ag.nn.training;

import ag.nn.Decision;
import ag.nn.Loss;
import ag.nn.Network;
import ag.nn.Samples;
import ag.nn.batch.NetworkLanes;
import ag.nn.batch.OrderedSum;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Computes the loss and the gradient of a stretch of samples, and how many of them are right, with several threads where that
 * pays. Blocks of up to {@link NetworkLanes#WIDTH} samples, all of about the same size, are computed in any order, each into a
 * vector of its own, and added in theirs.
 */
final class TrainingCrew implements AutoCloseable {
    /** How many blocks for each thread may be finished before one that is still computed. */
    private static final int AHEAD = 4;

    private final Network network;
    private final Loss loss;
    private final Crew crew;
    private final TrainingListener listener;
    /** By the number of the thread that works with it, which also makes it. */
    private final Map<Integer, NetworkLanes> workers = new ConcurrentHashMap<>();

    TrainingCrew(Network network, Loss loss, int threads, TrainingListener listener) {
        this.network = network;
        this.loss = loss;
        this.listener = listener;
        crew = new Crew(threads);
    }

    /**
     * What is asked for: the gradient, times a scale, of the losses of {@code count} samples from number {@code from} on.
     */
    private record Stretch(double[] parameters, Samples samples, int from, int count, double scale) {
        int blocks() {
            return Math.ceilDiv(count, NetworkLanes.WIDTH);
        }

        /** Where a block starts. */
        int start(int block) {
            return from + (int) ((long) block * count / blocks());
        }

        int lanes(int block) {
            return start(block + 1) - start(block);
        }

        int mostLanes() {
            return Math.ceilDiv(count, blocks());
        }
    }

    /** The sum of the losses of {@code count} samples; writes its gradient, times the scale. */
    double gradient(double[] parameters, Samples samples, int from, int count, double scale, double[] gradient) {
        Arrays.fill(gradient, 0);
        Stretch stretch = new Stretch(parameters, samples, from, count, scale);
        if (stretch.blocks() == 1) {
            return worker(0, count).learn(parameters, samples, from, count, scale, gradient);
        }
        int useful = useful(stretch);
        OrderedSum sum = new OrderedSum(gradient, AHEAD * useful);
        AtomicInteger next = new AtomicInteger();
        crew.run(useful, number -> work(worker(number, stretch.mostLanes()), stretch, next, sum));
        return sum.loss();
    }

    /** The share of samples that are right, all of them as they come; nothing where it was interrupted. */
    OptionalDouble accuracy(double[] parameters, Samples samples, Decision decision) {
        Stretch all = new Stretch(parameters, samples, 0, samples.size(), 1);
        AtomicInteger next = new AtomicInteger();
        AtomicInteger right = new AtomicInteger();
        AtomicInteger seen = new AtomicInteger();
        crew.run(useful(all), number -> {
            NetworkLanes worker = worker(number, all.mostLanes());
            int blocks = all.blocks();
            for (int block = next.getAndIncrement();
                    block < blocks && !listener.isInterrupted();
                    block = next.getAndIncrement()) {
                right.addAndGet(worker.right(parameters, samples, all.start(block), all.lanes(block), decision));
                seen.addAndGet(all.lanes(block));
            }
        });
        return seen.get() == samples.size()
                ? OptionalDouble.of((double) right.get() / samples.size())
                : OptionalDouble.empty();
    }

    private int useful(Stretch stretch) {
        return crew.useful(stretch.count(), network.parameterCount(), stretch.blocks());
    }

    /** The rows of small batches stay short, which is faster: where accuracy or a last batch needs longer ones, it has them for once. */
    private NetworkLanes worker(int number, int lanes) {
        NetworkLanes worker = workers.computeIfAbsent(number, _ -> new NetworkLanes(network, loss, lanes));
        return worker.room() >= lanes ? worker : new NetworkLanes(network, loss, lanes);
    }

    /** Computes blocks until there are none left. */
    private void work(NetworkLanes worker, Stretch stretch, AtomicInteger next, OrderedSum sum) {
        int blocks = stretch.blocks();
        double[] part = new double[stretch.parameters().length];
        boolean done = false;
        try {
            for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
                double loss = listener.isInterrupted() ? 0 : learn(worker, stretch, block, part);
                part = sum.add(block, loss, part);
            }
            done = true;
        } finally {
            if (!done) {
                sum.abandon();
            }
        }
    }

    private static double learn(NetworkLanes worker, Stretch stretch, int block, double[] part) {
        return worker.learn(
                stretch.parameters(),
                stretch.samples(),
                stretch.start(block),
                stretch.lanes(block),
                stretch.scale(),
                part);
    }

    @Override
    public void close() {
        crew.close();
    }
}
