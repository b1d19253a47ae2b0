package ag.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads what may never begin and never end: a pipe that no program writes to, a device. Java cannot be called back from waiting for
 * either, so another thread waits, and is left behind where the program has to end.
 */
public final class InterruptibleReading {
    private static final long MILLISECONDS_BETWEEN_LOOKS = 5;

    private InterruptibleReading() {}

    /** What is done with a stream. */
    @FunctionalInterface
    public interface Work<T> {
        /**
         * Reads it to its end.
         *
         * @param pause to be run between two blocks; it throws where the result is no longer needed
         */
        T read(Runnable pause) throws IOException;
    }

    /**
     * Reads a file, whatever is behind its name.
     *
     * @param pause throws where the program has to end
     */
    public static <T> T of(Path file, Runnable pause, Work<T> work) throws IOException {
        return Files.isRegularFile(file) || !Files.exists(file) ? work.read(pause) : apart(pause, work);
    }

    /** Reads on a thread of its own. */
    public static <T> T apart(Runnable pause, Work<T> work) throws IOException {
        Abandoned abandoned = new Abandoned();
        FutureTask<T> task = new FutureTask<>(() -> work.read(abandoned));
        Thread.ofPlatform().daemon().name("reading").start(task);
        try {
            return result(task, pause);
        } finally {
            abandoned.now = true;
        }
    }

    private static <T> T result(FutureTask<T> task, Runnable pause) throws IOException {
        while (true) {
            try {
                return task.get(MILLISECONDS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException waiting) {
                pause.run();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while it was read", interrupted);
            } catch (ExecutionException failed) {
                switch (failed.getCause()) {
                    case IOException problem -> throw problem;
                    case RuntimeException problem -> throw problem;
                    case Error problem -> throw problem;
                    case null, default -> throw new IOException("it cannot be read", failed);
                }
            }
        }
    }

    /** Whether the result is no longer needed, told from one thread to the other. */
    private static final class Abandoned implements Runnable {
        private volatile boolean now;

        @Override
        public void run() {
            if (now) {
                throw new IllegalStateException("the result is no longer needed");
            }
        }
    }
}
