package ag.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Computes the loss and the gradient of a stretch of samples, with several threads where that pays. Blocks of
 * {@link NetworkLanes#WIDTH} samples are computed in any order, each into a vector of its own, and added in theirs.
 */
final class GradientCrew implements AutoCloseable {
    /** Samples times parameters below which handing work to threads costs more than it saves. */
    private static final long WORTH_SHARING = 1_000_000;

    private final Network network;
    private final Loss loss;
    private final int most;
    private final int threads;
    private final TrainingListener listener;
    private final List<NetworkLanes> workers = new ArrayList<>();
    private final ExecutorService executor =
            Executors.newCachedThreadPool(task -> Thread.ofPlatform().daemon().unstarted(task));

    /**
     * @param most the largest number of samples of a stretch
     */
    GradientCrew(Network network, Loss loss, int most, int threads, TrainingListener listener) {
        this.network = network;
        this.loss = loss;
        this.most = most;
        this.threads = threads;
        this.listener = listener;
    }

    /**
     * What is asked for: the gradient, times a scale, of the losses of {@code count} samples from number {@code from} on.
     */
    private record Stretch(double[] parameters, Samples samples, int from, int count, double scale) {}

    /** The sum of the losses of {@code count} samples; writes its gradient, times the scale. */
    double gradient(double[] parameters, Samples samples, int from, int count, double scale, double[] gradient) {
        Arrays.fill(gradient, 0);
        int blocks = Math.ceilDiv(count, NetworkLanes.WIDTH);
        if (blocks == 1) {
            return worker(0).learn(parameters, samples, from, count, scale, gradient);
        }
        Stretch stretch = new Stretch(parameters, samples, from, count, scale);
        boolean worthSharing = (long) count * parameters.length >= WORTH_SHARING;
        int useful = worthSharing ? Math.min(threads, blocks) : 1;
        OrderedSum sum = new OrderedSum(gradient);
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> others = new ArrayList<>();
        for (int k = 1; k < useful; k++) {
            NetworkLanes worker = worker(k);
            others.add(executor.submit(() -> work(worker, stretch, next, sum)));
        }
        try {
            work(worker(0), stretch, next, sum);
        } finally {
            others.forEach(GradientCrew::join);
        }
        return sum.loss();
    }

    private NetworkLanes worker(int index) {
        while (workers.size() <= index) {
            workers.add(new NetworkLanes(network, loss, most));
        }
        return workers.get(index);
    }

    /** Computes blocks until there are none left. */
    private void work(NetworkLanes worker, Stretch stretch, AtomicInteger next, OrderedSum sum) {
        int blocks = Math.ceilDiv(stretch.count(), NetworkLanes.WIDTH);
        double[] part = new double[stretch.parameters().length];
        boolean done = false;
        try {
            for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
                double loss = listener.isInterrupted() ? 0 : learn(worker, stretch, block, part);
                sum.add(block, loss, part);
            }
            done = true;
        } finally {
            if (!done) {
                sum.abandon();
            }
        }
    }

    private static double learn(NetworkLanes worker, Stretch stretch, int block, double[] part) {
        int start = block * NetworkLanes.WIDTH;
        int lanes = Math.min(NetworkLanes.WIDTH, stretch.count() - start);
        Arrays.fill(part, 0);
        return worker.learn(
                stretch.parameters(), stretch.samples(), stretch.from() + start, lanes, stretch.scale(), part);
    }

    private static void join(Future<?> other) {
        try {
            other.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof OutOfMemoryError full) {
                throw full;
            }
            throw new IllegalStateException("a training thread failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("training was interrupted", e);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
