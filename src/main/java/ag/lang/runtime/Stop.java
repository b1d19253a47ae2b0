package ag.lang.runtime;

import ag.lang.source.Span;

/** Says when a program must end early: it was interrupted, or has reached a limit. */
@FunctionalInterface
public interface Stop {
    Stop NEVER = (span, nodes) -> {};

    /**
     * Throws where the program must end.
     *
     * @param nodes how many values the tape holds
     */
    void check(Span span, int nodes);
}
