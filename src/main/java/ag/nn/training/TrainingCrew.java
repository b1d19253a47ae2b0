package ag.nn.training;

import ag.nn.Decision;
import ag.nn.Loss;
import ag.nn.Network;
import ag.nn.SampleOrder;
import ag.nn.batch.NetworkLanes;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Computes the loss and the gradient of a stretch of samples, and how many of them are right, with several threads where that
 * pays. Blocks of up to {@link NetworkLanes#WIDTH} samples, all of about the same size, are computed in any order, each into a
 * vector of its own, and added in theirs.
 */
final class TrainingCrew implements AutoCloseable {
    /** Samples times parameters below which sharing work costs more than it saves. */
    private static final long WORTH_SHARING = 1_000_000;

    private final Network network;
    private final Loss loss;
    private final int threads;
    private final Workers workers;
    private final TrainingListener listener;
    /** What each worker computes with, by its number; it makes its own when it needs it. */
    private final @Nullable NetworkLanes[] lanes;

    TrainingCrew(Network network, Loss loss, int threads, Parallel parallel, TrainingListener listener) {
        this.network = network;
        this.loss = loss;
        this.threads = threads;
        this.listener = listener;
        workers = parallel.workers(threads);
        lanes = new NetworkLanes[threads];
    }

    /**
     * What is asked for: the gradient, times a scale, of the losses of {@code count} samples from number {@code from} on.
     */
    private record Stretch(double[] parameters, SampleOrder samples, int from, int count, double scale) {
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
    double gradient(double[] parameters, SampleOrder samples, int from, int count, double scale, double[] gradient) {
        Arrays.fill(gradient, 0);
        Stretch stretch = new Stretch(parameters, samples, from, count, scale);
        if (stretch.blocks() == 1) {
            return worker(0, count).learn(parameters, samples, from, count, scale, gradient);
        }
        return workers.sum(
                useful(stretch),
                stretch.blocks(),
                (worker, block, part) -> learn(worker, stretch, block, part),
                gradient);
    }

    /** The share of samples that are right, all of them as they come; nothing where it was interrupted. */
    OptionalDouble accuracy(double[] parameters, SampleOrder samples, Decision decision) {
        Stretch all = new Stretch(parameters, samples, 0, samples.size(), 1);
        // The samples that were looked at in the upper half, those that are right in the lower one.
        long counts = workers.count(useful(all), all.blocks(), (number, block) -> {
            if (listener.isInterrupted()) {
                return 0;
            }
            int count = all.lanes(block);
            NetworkLanes worker = worker(number, all.mostLanes());
            return ((long) count << Integer.SIZE)
                    + worker.right(parameters, samples, all.start(block), count, decision);
        });
        return counts >> Integer.SIZE == samples.size()
                ? OptionalDouble.of((double) (int) counts / samples.size())
                : OptionalDouble.empty();
    }

    /** How many workers should share the work. */
    private int useful(Stretch stretch) {
        return useful(stretch.count(), network.parameterCount(), stretch.blocks(), threads);
    }

    static int useful(long samples, int parameters, int parts, int threads) {
        return samples * parameters >= WORTH_SHARING ? Math.min(threads, parts) : 1;
    }

    /** The rows of small batches stay short, which is faster: where accuracy or a last batch needs longer ones, it has them for once. */
    private NetworkLanes worker(int number, int width) {
        NetworkLanes worker = lanes[number];
        if (worker == null) {
            worker = new NetworkLanes(network, loss, width);
            lanes[number] = worker;
        }
        return worker.room() >= width ? worker : new NetworkLanes(network, loss, width);
    }

    private double learn(int worker, Stretch stretch, int block, double[] part) {
        return listener.isInterrupted()
                ? 0
                : worker(worker, stretch.mostLanes())
                        .learn(
                                stretch.parameters(),
                                stretch.samples(),
                                stretch.start(block),
                                stretch.lanes(block),
                                stretch.scale(),
                                part);
    }

    @Override
    public void close() {
        workers.close();
    }
}
