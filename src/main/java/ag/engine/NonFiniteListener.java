package ag.engine;

/** Told when a result turns NaN or infinite although everything it was computed from is finite. */
@FunctionalInterface
public interface NonFiniteListener {
    NonFiniteListener NONE = node -> {};

    void born(int node);
}
