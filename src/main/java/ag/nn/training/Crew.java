package ag.nn.training;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

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

    /**
     * Runs the task on so many threads at once and waits for all of them. Each is told its number, from 0 on. What one throws is
     * thrown here; a {@link CancellationException} only if nothing else is, since it comes of another's failure.
     */
    void run(int times, IntConsumer task) {
        List<Future<?>> running = new ArrayList<>();
        for (int k = 1; k < times; k++) {
            int number = k;
            running.add(executor.submit(() -> task.accept(number)));
        }
        FutureTask<?> own = new FutureTask<>(() -> task.accept(0), null);
        own.run();
        running.add(own);
        Throwable failure = null;
        for (Future<?> future : running) {
            Throwable other = failure(future);
            if (failure == null || (failure instanceof CancellationException && other != null)) {
                failure = other;
            }
        }
        switch (failure) {
            case null -> {}
            case RuntimeException failed -> throw failed;
            case Error failed -> throw failed;
            default -> throw new IllegalStateException(failure);
        }
    }

    private static @Nullable Throwable failure(Future<?> future) {
        try {
            future.get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new IllegalStateException("interrupted while several threads worked", e);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
