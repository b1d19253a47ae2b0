package ag.machine;

import ag.lang.source.SourceText;
import ag.nn.training.Warmup;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Looks ahead for a training: the loops it runs are then compiled while the program is read and its data made. A wrong guess costs a
 * moment of an idle core, and nothing else.
 */
public final class TrainingAhead {
    private static final Pattern TRAINS = Pattern.compile("\\btrain\\s+\\S+\\s+on\\b");
    private static final Duration WARM_UP = Duration.ofMillis(150);

    private TrainingAhead() {}

    /** Warms up beside the program if it looks as if it trains and there is a core to spare. */
    public static void prepare(SourceText program) {
        if (isLikely(program) && Runtime.getRuntime().availableProcessors() > 1) {
            start(WARM_UP);
        }
    }

    /**
     * Starts warming up on a thread of its own, which does not keep the process alive.
     *
     * @param limit when to end, counted from now; interrupting the thread ends it earlier
     */
    static Thread start(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        return Thread.ofPlatform()
                .daemon()
                .name("warm-up")
                .start(() -> Warmup.run(() -> !Thread.currentThread().isInterrupted() && System.nanoTime() < end));
    }

    /** Whether a training stands in the text, be it only in a comment. */
    static boolean isLikely(SourceText program) {
        return TRAINS.matcher(program.text()).find();
    }
}
