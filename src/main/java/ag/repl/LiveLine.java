package ag.repl;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates what is being typed, on a thread of its own: the keys never wait for it. Of entries that come faster than they can be
 * evaluated, only the newest is.
 */
final class LiveLine {
    private final Consumer<Answer> shown;
    private @Nullable Job next;
    private @Nullable Thread worker;

    private record Job(String entry, LiveSource.Needed needed, LiveValue value) {}

    /** What an entry gives. */
    record Answer(String entry, String value) {}

    /** @param shown takes the answers, on the other thread */
    LiveLine(Consumer<Answer> shown) {
        this.shown = shown;
    }

    /** Has an entry evaluated, soon; an older one that still waits is not. */
    synchronized void evaluate(String entry, LiveSource.Needed needed, LiveValue value) {
        next = new Job(entry, needed, value);
        if (worker == null) {
            worker = Thread.ofPlatform().daemon().name("live").start(this::work);
        }
        notifyAll();
    }

    private void work() {
        try {
            while (true) {
                Job job = await();
                Optional<String> line = job.value().of(job.entry(), job.needed());
                line.ifPresent(text -> shown.accept(new Answer(job.entry(), text)));
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Job await() throws InterruptedException {
        while (next == null) {
            wait();
        }
        Job job = next;
        next = null;
        return job;
    }
}
