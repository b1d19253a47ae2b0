package ag.client;

/** Whether a text that was typed can run. */
public enum Completeness {
    /** It is a program. */
    COMPLETE,
    /** More has to follow: a bracket is open, or an operator stands at the end. */
    INCOMPLETE,
    /** It is no program, and nothing that follows will make it one. */
    INVALID
}
