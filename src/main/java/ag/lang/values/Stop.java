package ag.lang.values;

import ag.lang.source.Span;

/** Says when a program must end early: it was interrupted, or has reached a limit. */
@FunctionalInterface
public interface Stop {
    Stop NEVER = (span, nodes) -> {};

    /**
     * Does nothing where the program may go on.
     *
     * @param nodes how many values the tape holds
     * @throws Stopped where it must end
     */
    void check(Span span, int nodes);
}
