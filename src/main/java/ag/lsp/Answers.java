package ag.lsp;

import ag.machine.DeepThread;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The two threads of the server: one gives the answers an editor waits for, in their order, the other looks for mistakes and runs
 * programs meanwhile. Both have the deep stack that nested programs need.
 */
record Answers(ScheduledExecutorService now, ScheduledExecutorService meanwhile) implements AutoCloseable {
    static Answers start() {
        return new Answers(
                Executors.newSingleThreadScheduledExecutor(DeepThread::daemon),
                Executors.newSingleThreadScheduledExecutor(DeepThread::daemon));
    }

    void later(long milliseconds, Runnable work) {
        var _ = meanwhile.schedule(work, milliseconds, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        now.shutdownNow();
        meanwhile.shutdownNow();
    }
}
