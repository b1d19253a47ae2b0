package ag.machine;

import ag.host.Stack;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs work on a thread with a deep stack: parsing and evaluating are recursive, and 100,000 nested parentheses are no reason
 * to fail. The stack is only reserved; memory is used as deep as the work goes.
 */
public record DeepThread() implements Stack {
    private static final long BYTES = 1L << 30;
    private static final String NAME = "ag";

    /** A thread with a deep stack that does not keep the program from ending; work asked for on it stays on it. */
    public static Thread daemon(Runnable work) {
        Thread thread = new Thread(null, work, NAME, BYTES);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public <T extends @Nullable Object> T call(Supplier<T> work) {
        if (Thread.currentThread().getName().equals(NAME)) {
            return work.get();
        }
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread thread = daemon(task);
        thread.start();
        try {
            return task.get();
        } catch (InterruptedException interrupted) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a program ran", interrupted);
        } catch (ExecutionException failed) {
            throw rethrown(failed.getCause());
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable cause) {
        return switch (cause) {
            case null -> new IllegalStateException("the program ended for no known reason");
            case RuntimeException runtime -> runtime;
            case Error error -> throw error;
            default -> new IllegalStateException(cause);
        };
    }
}
