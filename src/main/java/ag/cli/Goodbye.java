package ag.cli;

import ag.lang.source.Diagnostic;
import ag.lang.source.Span;
import ag.result.Result;
import ag.session.Interruption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that a program that is told to end, by Ctrl-C or {@code kill}, does so with its last words written. The JVM itself ends
 * with 130 or 143 then, as soon as this is closed or has waited long enough.
 */
final class Goodbye implements AutoCloseable {
    private static final long LONGEST_SECONDS = 2;

    private final ResultWriter results;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean said;
    private volatile boolean over;
    private volatile @Nullable Running running;

    /** What can be told to end, and where it began. */
    private record Running(Interruption interruption, Span span) {}

    Goodbye(ResultWriter results) {
        this.results = results;
        Runtime.getRuntime().addShutdownHook(new Thread(this::say, "goodbye"));
    }

    /** Takes note of what runs from now on, and where; it ends at once where the goodbye has been said before. */
    Interruption over(Interruption interruption, Span span) {
        running = new Running(interruption, span);
        if (said) {
            interruption.request();
        }
        return interruption;
    }

    /** Whether nothing is to be begun any more. */
    boolean isSaid() {
        return said;
    }

    /** Whether the last words have been written, and what runs has none any more. */
    boolean isOver() {
        return over;
    }

    private void say() {
        said = true;
        Running asked = running;
        try {
            if (asked == null) {
                return;
            }
            asked.interruption().request();
            if (!done.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                over = true;
                Diagnostic why = Interruption.interrupted(asked.span());
                results.accept(new Result.Failed(why, why.span()));
                results.flush();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        results.flush();
        done.countDown();
    }
}
