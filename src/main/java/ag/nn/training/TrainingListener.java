package ag.nn.training;

/** Follows a training while it runs, and may end it. */
@FunctionalInterface
public interface TrainingListener {
    /** Lets training run to its end. */
    TrainingListener NONE = epoch -> true;

    /** Called after each epoch; false ends training here. */
    boolean goesOn(Epoch epoch);

    /**
     * Asked before each step, and in long steps now and then; true ends training as soon as possible. A step that has not
     * been finished changes nothing. It may be called by several threads.
     */
    default boolean isInterrupted() {
        return false;
    }
}
