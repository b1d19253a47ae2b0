package ag.session;

import ag.lang.source.Diagnostic;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.values.Stop;
import ag.lang.values.Stopped;
import java.util.function.LongSupplier;

/**
 * The way to end a running program from outside: by interrupting it, or by the limits it was given. The program ends at the next
 * turn of a loop or call, with a diagnostic; the session goes on.
 */
public final class Interruption implements Stop {
    private final LongSupplier clock;
    private final long deadline;
    private final long mostNodes;
    private volatile boolean requested;
    private int skipped;

    private Interruption(LongSupplier clock, long deadline, long mostNodes) {
        this.clock = clock;
        this.deadline = deadline;
        this.mostNodes = mostNodes;
    }

    /** Who ended a program, if not a mistake of its own did. */
    public enum Ending {
        NONE,
        REQUEST,
        LIMIT
    }

    /** Whether the diagnostic that ended a program came from here. */
    public static Ending ending(Diagnostic diagnostic) {
        return switch (diagnostic.error()) {
            case INTERRUPTED -> Ending.REQUEST;
            case LIMIT_NODES, LIMIT_TIME, OUT_OF_MEMORY -> Ending.LIMIT;
            default -> Ending.NONE;
        };
    }

    /** No limits. */
    public static Interruption none() {
        return new Interruption(() -> 0, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /**
     * Limits from now on.
     *
     * @param nanoseconds how long programs may run in all; {@link Long#MAX_VALUE} for no limit
     * @param nodes how many values the tape may hold
     * @param clock nanoseconds since some moment
     */
    public static Interruption limits(long nanoseconds, long nodes, LongSupplier clock) {
        return new Interruption(
                clock, nanoseconds == Long.MAX_VALUE ? nanoseconds : clock.getAsLong() + nanoseconds, nodes);
    }

    /** What ends a program that needs more memory than there is. */
    static Diagnostic outOfMemory(Span span) {
        return new Diagnostic(
                ErrorCode.OUT_OF_MEMORY,
                "there is no memory left for this",
                span,
                "use smaller data, or allow more memory: --max-memory 4g");
    }

    /** What ends a program that takes too long. */
    public static Diagnostic tooLate(Span span) {
        return new Diagnostic(
                ErrorCode.LIMIT_TIME,
                "the program has run longer than --max-time allows",
                span,
                "give it more time: --max-time 60s");
    }

    /** What ends a program that was asked to. */
    public static Diagnostic interrupted(Span span) {
        return new Diagnostic(
                ErrorCode.INTERRUPTED, "interrupted", span, "everything that was computed before is kept");
    }

    /** Asks the running program to end. */
    public void request() {
        requested = true;
    }

    /** Whether the program was asked to end, and has not been yet. */
    public boolean isRequested() {
        return requested;
    }

    /** Forgets a request, before the next program. */
    public void clear() {
        requested = false;
    }

    @Override
    public void check(Span span, int nodes) {
        if (requested) {
            throw new Stopped(interrupted(span));
        }
        if (nodes > mostNodes) {
            throw new Stopped(new Diagnostic(
                    ErrorCode.LIMIT_NODES,
                    "the program holds more than " + mostNodes + " values",
                    span,
                    "raise --max-nodes, or keep fewer"));
        }
        // Reading the clock costs more than a turn of a small loop.
        if (deadline != Long.MAX_VALUE && ++skipped >= 64) {
            skipped = 0;
            if (clock.getAsLong() - deadline > 0) {
                throw new Stopped(tooLate(span));
            }
        }
    }
}
