package ag.machine;

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
    private final ExecutorService executor =
            Executors.newCachedThreadPool(task -> Thread.ofPlatform().daemon().unstarted(task));

    /**
     * Runs the task on this many threads at once and waits for all of them. Each is told its number, from 0 on. What one throws is
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
