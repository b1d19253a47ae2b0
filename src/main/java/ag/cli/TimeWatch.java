package ag.cli;

import ag.session.Interruption;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Keeps a time limit that the program itself does not notice, as in one product of enormous matrices: such a program is left
 * behind on its thread, which ends with the process.
 */
final class TimeWatch {
    /** How long to wait for a program that has reached its limit to notice by itself. */
    private static final long GRACE_NANOSECONDS = 2_000_000_000L;

    private TimeWatch() {}

    /**
     * Does the work, and waits for it no longer than a little over the limit.
     *
     * @param nanoseconds the limit; {@link Long#MAX_VALUE} for none
     * @return what the work gave; empty where it was left behind
     */
    static <T> Optional<T> over(Callable<T> work, Interruption interruption, long nanoseconds) {
        FutureTask<T> task = new FutureTask<>(work);
        if (nanoseconds > Long.MAX_VALUE - GRACE_NANOSECONDS) {
            task.run();
        } else {
            Thread thread = new Thread(task, "watched");
            thread.setDaemon(true);
            thread.start();
        }
        try {
            return Optional.of(task.get(
                    Math.min(nanoseconds, Long.MAX_VALUE - GRACE_NANOSECONDS) + GRACE_NANOSECONDS,
                    TimeUnit.NANOSECONDS));
        } catch (TimeoutException deaf) {
            interruption.request();
            return Optional.empty();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException ours
                    ? ours
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a program ran", interrupted);
        }
    }
}
