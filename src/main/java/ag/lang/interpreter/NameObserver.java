package ag.lang.interpreter;

import ag.lang.source.Span;

/** Is told of the global names in a program while it is turned into code. */
public interface NameObserver {
    /** Observes nothing. */
    NameObserver NONE = new NameObserver() {
        @Override
        public void used(Cell cell, Span span, boolean later) {}
    };

    /**
     * A name is read.
     *
     * @param later whether only when a function is called
     */
    void used(Cell cell, Span span, boolean later);
}
