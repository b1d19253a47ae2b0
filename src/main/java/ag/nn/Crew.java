package ag.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Threads that share work with the one that asks for it; they start when they are first needed. */
final class Crew implements AutoCloseable {
    /** Samples times parameters below which handing work to threads costs more than it saves. */
    private static final long WORTH_SHARING = 1_000_000;

    private final int threads;
    private final ExecutorService executor =
            Executors.newCachedThreadPool(task -> Thread.ofPlatform().daemon().unstarted(task));

    /**
     * @param threads how many may work, the one that asks included
     */
    Crew(int threads) {
        this.threads = threads;
    }

    /** How many threads should share work that consists of so many parts. */
    int useful(long samples, int parameters, int parts) {
        return samples * parameters >= WORTH_SHARING ? Math.min(threads, parts) : 1;
    }

    /** Runs the task on so many threads at once and waits for all of them. Each is told its number, from 0 on. */
    void run(int times, IntConsumer task) {
        List<Future<?>> others = new ArrayList<>();
        for (int k = 1; k < times; k++) {
            int number = k;
            others.add(executor.submit(() -> task.accept(number)));
        }
        try {
            task.accept(0);
        } finally {
            others.forEach(Crew::join);
        }
    }

    private static void join(Future<?> other) {
        try {
            other.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failed -> throw failed;
                case Error failed -> throw failed;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while several threads worked", e);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
