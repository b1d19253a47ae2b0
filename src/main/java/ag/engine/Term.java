package ag.engine;

/** A part of a derivative while its graph is being built: a number known now, or a node of the tape. */
sealed interface Term {
    record Known(double value) implements Term {}

    record Node(int index) implements Term {}

    default boolean is(double number) {
        return this instanceof Known known && known.value == number;
    }
}
